import type { Finding } from '../license/finding.ts'
import type { Language } from '../settings/settings.ts'
import { sayWith } from './words.ts'

/** One finding in one sentence. */
export function sayFinding({ rule, values }: Finding, language: Language): string {
  const { days, ...others } = values
  const counted = days === undefined ? {} : { count: Number(days) }
  return sayWith(language, `finding:${rule}`, { ...others, ...counted })
}
