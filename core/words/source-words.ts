import type { Source } from '../license/record.ts'
import type { Language } from '../settings/settings.ts'

/** The file's name, with the page from the second on. */
export function saySource(
  { name, page }: Pick<Source, 'name' | 'page'>,
  language: Language,
): string {
  if (page === 1) return name
  return { zh: `${name} · 第 ${page} 页`, en: `${name}, page ${page}` }[language]
}
