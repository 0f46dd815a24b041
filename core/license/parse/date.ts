import { plainForms } from './characters.ts'

/**
 * Four, two and two digits with at most three other signs between, such as 1990-12-21, 19901221, 1990年12月21日;
 * O, o, I, l and | pass for digits. Both digits of a month or day must stand there: one alone may have lost the other.
 */
const datePattern =
  /(?<!\d)((?:[1Il|]9|2[0Oo])[\dOoIl|]{2})[^\dOoIl|]{0,3}([01OoIl|][\dOoIl|])[^\dOoIl|]{0,3}([0-3OoIl|][\dOoIl|])(?!\d)/g

/** So many of a date's eight digits may be misread letters. */
const mostLetters = 2

/** A date found in a text. */
export interface FoundDate {
  /** `YYYY-MM-DD`, a day that exists. */
  readonly date: string
  /** Position of its first and behind its last character in the text. */
  readonly start: number
  readonly end: number
}

/** Every date in a text, in its order; a day that does not exist, such as 02-30, is none. */
export function findDates(text: string): FoundDate[] {
  return [...plainCharacters(text).matchAll(datePattern)].flatMap((match) => {
    const found = `${match[1]}-${match[2]}-${match[3]}`
    const date = asDigits(found)
    const letters = [...found].filter((sign, index) => sign !== date[index]).length
    if (letters > mostLetters || !isDate(date)) return []
    return [{ date, start: match.index, end: match.index + match[0].length }]
  })
}

const asDigits = (text: string): string => text.replace(/[Oo]/g, '0').replace(/[Il|]/g, '1')

/** The first date in a text as `YYYY-MM-DD`, `''` when there is none. */
export const parseDate = (text: string): string => findDates(text)[0]?.date ?? ''

/** Days that every year has. */
const usualDay =
  /^\d{4}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)$/
const leapDay = /^\d{4}-02-29$/

/** Whether `YYYY-MM-DD` names a day of the calendar. */
export const isDate = (text: string): boolean =>
  usualDay.test(text) || (leapDay.test(text) && daysInMonth(Number(text.slice(0, 4)), 2) === 29)

/** The same day `years` later; 29 February becomes 28 February where the year has none. */
export function addYears(date: string, years: number): string {
  const year = Number(date.slice(0, 4)) + years
  const isLost = date.endsWith('-02-29') && daysInMonth(year, 2) === 28
  return `${pad(year, 4)}${isLost ? '-02-28' : date.slice(4)}`
}

/** The same day `months` later, or the last day of a shorter month. */
export function addMonths(date: string, months: number): string {
  const total = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months
  const year = Math.floor(total / 12)
  const month = (total % 12) + 1
  const day = Math.min(Number(date.slice(8, 10)), daysInMonth(year, month))
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`
}

/** Whole years from one day to another, as ages are counted: one more on each anniversary. */
export function yearsBetween(from: string, to: string): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4))
  return to.slice(5) < from.slice(5) ? years - 1 : years
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

const pad = (value: number, length: number): string => String(value).padStart(length, '0')

/** Keeps the length, so that positions stay those of the original text. */
const plainCharacters = (text: string): string =>
  text.replace(/[\uff01-\uff5e]/g, (sign) => plainForms(sign))
