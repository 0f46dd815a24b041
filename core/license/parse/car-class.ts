import { plainForms, withoutSpaces } from './characters.ts'

/** The class codes of order 162. */
export const carClasses = [
  'A1',
  'A2',
  'A3',
  'B1',
  'B2',
  'C1',
  'C2',
  'C3',
  'C4',
  'C5',
  'C6',
  'D',
  'E',
  'F',
  'M',
  'N',
  'P',
] as const

export type CarClass = (typeof carClasses)[number]

const whole = new RegExp(`^(?:${carClasses.join('|')})+$`)
const one = new RegExp(carClasses.join('|'), 'g')

/** The codes in a value such as `A1A2` or `B2D`; nothing when a part of it is no code or stands there twice. */
export function splitCarClass(value: string): CarClass[] | undefined {
  const only = carClasses.find((code) => code === value)
  if (only !== undefined) return [only]
  if (!whole.test(value)) return undefined
  const found: readonly string[] = value.match(one) ?? []
  const classes = carClasses.filter((code) => found.includes(code))
  return classes.length === found.length ? classes : undefined
}

/**
 * Upper case, no blanks or separators, digits where a digit must stand (`Cl` → `C1`).
 * @returns the text so cleaned, whether or not it is made of known codes
 */
export const parseCarClass = (text: string): string =>
  withoutSpaces(plainForms(text))
    .toUpperCase()
    .replace(/[,;、。.·/+_-]/g, '')
    .replace(/(?<=[ABC])[IL|]/g, '1')
    .replace(/(?<=[ABC])Z/g, '2')
