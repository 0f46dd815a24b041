import { plainForms, withoutSpaces } from './characters.ts'
import { isDate } from './date.ts'

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const
const checkCharacters = '10X98765432'

/**
 * Upper case without blanks and marks. × and its like are a misread X; O, I and L are misread digits, but only
 * where that makes a sound number of it. Says nothing about whether it is right.
 */
export function parseIdNumber(text: string): string {
  const value = withoutSpaces(plainForms(text))
    .toUpperCase()
    .replace(/[×✕✖╳ΧХ]/g, 'X')
    .replace(/[^0-9A-Z]/g, '')
  const digits = value.replaceAll('O', '0').replace(/[IL]/g, '1')
  return isSoundIdNumber(digits) ? digits : value
}

/** The check character (GB 11643) that belongs to the first 17 digits. */
export function checkCharacter(seventeenDigits: string): string {
  const sum = weights.reduce(
    (total, weight, index) => total + weight * Number(seventeenDigits[index]),
    0,
  )
  return checkCharacters[sum % 11] ?? ''
}

/** Whether it has the form of a mainland number: 17 digits and a digit or X. */
export const hasMainlandForm = (value: string): boolean => /^\d{17}[\dX]$/.test(value)

/** A mainland number whose birth day exists and whose check character fits. */
export const isSoundIdNumber = (value: string): boolean =>
  hasMainlandForm(value) && isDate(birthDateOf(value)) && checkCharacter(value) === value[17]

/** The date of birth inside a mainland number. */
export const birthDateOf = (value: string): string =>
  `${value.slice(6, 10)}-${value.slice(10, 12)}-${value.slice(12, 14)}`

/** The sex inside a mainland number: odd sequence for men. */
export const sexOf = (value: string): '男' | '女' => (Number(value[16]) % 2 === 1 ? '男' : '女')
