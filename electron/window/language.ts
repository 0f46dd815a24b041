import type { Language, Settings } from '../../core/settings/settings.ts'

/** The language to speak: the one that was set, else the first of the system's that is spoken here. */
export function languageOf(set: Settings['language'], system: readonly string[]): Language {
  if (set !== 'system') return set
  const known = system.map((tag) => tag.toLowerCase().split('-')[0])
  return known.find((tag) => tag === 'zh' || tag === 'en') === 'zh' ? 'zh' : 'en'
}
