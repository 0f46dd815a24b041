import { isSoundIdNumber } from './parse/id-number.ts'
import { type LicenseRecord, licenseOf } from './record.ts'
import type { SecondPage } from './second-page.ts'

/** The first page that a loose second page belongs to. */
export type FirstPage =
  /** Both were read without a doubt, and only one record has that number: they are one license. */
  | { readonly kind: 'sure'; readonly record: LicenseRecord }
  /** The numbers are the same, and a person decides. */
  | { readonly kind: 'offered'; readonly record: LicenseRecord }
  | { readonly kind: 'none' }

/** Below this a number may be read wrongly. */
const least = 0.9

/** @param records all that could be meant, and nothing else */
export function firstPageFor(page: SecondPage, records: readonly LicenseRecord[]): FirstPage {
  const number = page.number.value
  if (number === '') return { kind: 'none' }
  const same = records.filter((record) => licenseOf(record).id_num === number)
  const [record] = same
  if (record === undefined) return { kind: 'none' }
  const isSure = same.length === 1 && isSureSecondPage(page) && takesSecondPage(record)
  return { kind: isSure ? 'sure' : 'offered', record }
}

/** Whether a loose second page may become part of a record by itself. */
export const isSureSecondPage = ({ number }: SecondPage): boolean =>
  isSoundIdNumber(number.value) && (number.confidence ?? 0) >= least

/** Whether a record may get a second page by itself, where one of its number comes. */
export const takesSecondPage = (record: LicenseRecord): boolean =>
  record.reading.secondPage === undefined &&
  record.joined !== null &&
  isSoundIdNumber(licenseOf(record).id_num) &&
  isNumberSure(record)

function isNumberSure({ decisions, reading }: LicenseRecord): boolean {
  if (decisions.id_num !== undefined) return true
  const { confidence, doubts, origin } = reading.fields.id_num
  return (confidence ?? 0) >= least && doubts.length === 0 && origin === 'read'
}
