/** How a day is written; `compact` as programs of public offices take it. */
export const dateForms = ['iso', 'slash', 'chinese', 'compact'] as const

export type DateForm = (typeof dateForms)[number]

/** Whatever is no day `YYYY-MM-DD`, such as `长期`, stays as it is. */
export function dateIn(value: string, form: DateForm): string {
  const [whole, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) ?? []
  if (whole === undefined) return value
  switch (form) {
    case 'iso':
      return value
    case 'slash':
      return `${year}/${month}/${day}`
    case 'chinese':
      return `${year}年${month}月${day}日`
    case 'compact':
      return `${year}${month}${day}`
  }
}

/** A number with the day of birth hidden; what is no mainland number keeps its ends, a short one its last two. */
export function maskedNumber(value: string): string {
  const characters = [...value]
  const { length } = characters
  const [from, to] =
    length === 18 ? [6, 14] : length >= 12 ? [4, length - 4] : [0, Math.ceil(length / 2)]
  return characters.map((one, at) => (at >= from && at < to ? '*' : one)).join('')
}
