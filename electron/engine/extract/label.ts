/** The printed labels of a license, by their Chinese words. */
export const labels = [
  '有效起始日期',
  '初次领证日期',
  '出生日期',
  '准驾车型',
  '有效期限',
  '证号',
  '姓名',
  '性别',
  '国籍',
  '住址',
] as const

export type Label = (typeof labels)[number]

/** The labels of every license; the old style has one more. */
export const mainLabels = labels.filter((label) => label !== '有效起始日期')

const english: readonly (readonly [Label, string])[] = [
  ['有效期限', 'Valid\\s*Period'],
  ['有效起始日期', 'Valid\\s*From'],
  ['有效期限', 'Valid\\s*For'],
  ['出生日期', 'Date\\s*of\\s*Birth'],
  ['初次领证日期', 'Date\\s*of\\s*First\\s*Issue'],
  ['证号', '(?:License\\s*)?No\\.?(?![a-z])'],
  ['国籍', 'Nationality'],
  ['住址', 'Address'],
  ['姓名', 'Name'],
  ['性别', 'Sex'],
  ['准驾车型', 'Class'],
]

const pattern = new RegExp(
  [`(${labels.join('|')})`, ...english.map(([, words]) => `(${words})`)].join('|'),
  'gi',
)

/** A label found in a text; `english` ones stand a little below the row they belong to. */
export interface FoundLabel {
  readonly label: Label
  readonly english: boolean
  readonly start: number
  readonly end: number
}

/** Every label in a text, in its order. */
export function findLabels(text: string): FoundLabel[] {
  return [...text.matchAll(pattern)].flatMap((match): FoundLabel[] => {
    const place = { start: match.index, end: match.index + match[0].length }
    const chinese = labels.find((label) => label === match[1])
    if (chinese !== undefined) return [{ label: chinese, english: false, ...place }]
    const index = match.slice(2).findIndex((group) => group !== undefined)
    const label = english[index]?.[0]
    return label === undefined ? [] : [{ label, english: true, ...place }]
  })
}

/** How many characters must be put in, left out or changed to make one text of the other (Levenshtein). */
export function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, change))
    }
    row = next
  }
  return row[b.length] ?? 0
}
