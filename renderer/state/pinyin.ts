/** The first character, in the order of their sounds, of those whose sound begins with each letter. */
const firstOf = [
  ['a', '阿'],
  ['b', '芭'],
  ['c', '擦'],
  ['d', '搭'],
  ['e', '蛾'],
  ['f', '发'],
  ['g', '噶'],
  ['h', '哈'],
  ['j', '击'],
  ['k', '喀'],
  ['l', '垃'],
  ['m', '妈'],
  ['n', '拿'],
  ['o', '哦'],
  ['p', '啪'],
  ['q', '期'],
  ['r', '然'],
  ['s', '撒'],
  ['t', '塌'],
  ['w', '挖'],
  ['x', '昔'],
  ['y', '压'],
  ['z', '匝'],
] as const

const collator = new Intl.Collator('zh-u-co-pinyin')

/** The initials of the sounds of Chinese text, as people type them: 导出表格 → `dcbg`; other letters and digits stay. */
export const initialsOf = (text: string): string =>
  [...text.toLowerCase()]
    .map((character) => (/\p{Script=Han}/u.test(character) ? initialOf(character) : character))
    .filter((character) => /[a-z0-9]/.test(character))
    .join('')

const initialOf = (character: string): string =>
  firstOf.findLast(([, first]) => collator.compare(first, character) <= 0)?.[0] ?? ''

/** Whether any text holds what is looked for, as it stands or by its initials; an empty wish finds everything. */
export function isFound(wish: string, texts: readonly string[]): boolean {
  const wanted = wish.trim().toLowerCase()
  if (wanted === '') return true
  const initials = wanted.replaceAll(/\s/g, '')
  return texts.some(
    (text) => text.toLowerCase().includes(wanted) || initialsOf(text).includes(initials),
  )
}
