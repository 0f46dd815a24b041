import type { Language, Settings } from '../settings/settings.ts'

/** @param preferred the system's languages, best first, such as `zh-CN`. */
export function languageOf(set: Settings['language'], preferred: readonly string[]): Language {
  if (set !== 'system') return set
  const known = preferred.map((tag) => tag.toLowerCase().split('-')[0])
  return known.find((tag) => tag === 'zh' || tag === 'en') === 'zh' ? 'zh' : 'en'
}
