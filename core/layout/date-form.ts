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
