import { checkPlace } from '../places/check-place.ts'
import { hasSurname } from '../places/surnames.ts'

/**
 * What speaks against a text by how names and addresses are made, as natural logarithms. It decides between texts that
 * the networks hold for about as likely, and against what they are sure of it can do nothing.
 */
const against = {
  /** It begins with no place that there is. */
  noPlace: 9,
  /** A room, an entrance or a building without its number. */
  noNumber: 9,
  /** A letter behind the last number. */
  letterBehind: 3,
  /** More digits together than any number of a house has, or than most of a building. */
  longNumber: 3,
  /** It begins with no surname. */
  noSurname: 2,
} as const

/** Behind a number, or behind what has one, stands no such word without a number of its own. */
const numberless =
  /(?<=路|街|道|巷|弄|村|号|幢|栋|楼|单元|院)(?=单元|幢|栋|层|室|组)|(?<=\d[号院楼幢栋]|单元)(?=门)|(?<=路|街|道|巷|弄|村|镇|乡)(?=号)/gu
const letterBehind = /(?<=号|组|室|村)[A-Z]\d?$/u
const longNumber = /\d{6}|\d{3}[栋幢座]/u

/** After how many characters of an address a number is missing. */
export const missingNumbers = (address: string): number[] =>
  [...address.matchAll(numberless)].map(({ index }) => index)

export function unlikelinessOfAddress(address: string): number {
  if (address === '') return 0
  const { known, near } = checkPlace(address)
  return (
    (known === 0 || near !== undefined ? against.noPlace : 0) +
    against.noNumber * missingNumbers(address).length +
    (letterBehind.test(address) ? against.letterBehind : 0) +
    (longNumber.test(address) ? against.longNumber : 0)
  )
}

const native = /^\p{Script=Han}{2,4}$/u

export const unlikelinessOfName = (name: string): number =>
  native.test(name) && !hasSurname(name) ? against.noSurname : 0
