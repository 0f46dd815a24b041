import type { FieldName } from '../../core/license/field.ts'

const groups = [6, 8, 3, 1] as const

/** A mainland number in the groups in which a person checks it; anything else unchanged. */
export function groupIdNumber(value: string): string {
  if (!/^\d{7,17}[\dXx]?$/.test(value) || value.length > 18) return value
  const parts: string[] = []
  let start = 0
  for (const size of groups) {
    if (start < value.length) parts.push(value.slice(start, start + size))
    start += size
  }
  return parts.join(' ')
}

export const withoutGaps = (text: string): string => text.replaceAll(/\s/g, '')

/** Where the caret stands in the grouped text when `count` characters of the number are before it. */
export function caretInGroups(grouped: string, count: number): number {
  let seen = 0
  for (let at = 0; at < grouped.length; at += 1) {
    if (seen === count) return at
    if (grouped[at] !== ' ') seen += 1
  }
  return grouped.length
}

/** A mainland number in its groups with the digits of the birth hidden, as wide as the whole; others as in lists. */
export function maskInGroups(value: string): string {
  if (!/^\d{17}[\dXx]$/.test(value)) return maskIdNumber(value)
  return [value.slice(0, 6), '●'.repeat(8), value.slice(14, 17), value.slice(17)].join(' ')
}

/** What is masked: the number, and the date of birth that could be read from it. */
const maskedFields = ['id_num', 'birth_date'] as const satisfies readonly FieldName[]

type MaskedField = (typeof maskedFields)[number]

export const isMaskedField = (field: FieldName): field is MaskedField =>
  maskedFields.some((one) => one === field)

/** A value of such a field, hidden; as wide as the whole. */
export const maskValue = (field: FieldName, value: string): string =>
  field === 'id_num' ? maskInGroups(value) : value.replaceAll(/\p{N}/gu, '●')

/** For lists: the first and last four characters; short numbers keep only the last two. */
export function maskIdNumber(value: string): string {
  const characters = [...value]
  const keep = characters.length >= 12 ? 4 : 0
  const tail = characters.length >= 12 ? 4 : Math.min(2, Math.floor(characters.length / 2))
  return characters
    .map((character, at) => (at < keep || at >= characters.length - tail ? character : '●'))
    .join('')
}
