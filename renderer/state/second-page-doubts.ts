import type { SecondPage } from '../../core/license/second-page.ts'

/** Why a person should look at the second page. */
export type SecondPageDoubt = 'otherLicense' | 'fileNumberOdd' | 'secondPageUnsure'

/** Below this a value may be read wrongly, as in the review of the first page. */
const leastConfidence = 0.8

/** @param idNumber on the first page, as it stands now; `''` where none is known */
export function secondPageDoubts(
  { number, fileNumber, record }: SecondPage,
  idNumber: string,
): readonly SecondPageDoubt[] {
  const isOther = number.value !== '' && idNumber !== '' && number.value !== idNumber
  const isOdd = fileNumber.value !== '' && !/^\d{12}$/.test(fileNumber.value)
  const isUnsure = [fileNumber, record].some(
    ({ confidence }) => confidence !== null && confidence < leastConfidence,
  )
  return [
    ...(isOther ? (['otherLicense'] as const) : []),
    ...(isOdd ? (['fileNumberOdd'] as const) : []),
    ...(isUnsure ? (['secondPageUnsure'] as const) : []),
  ]
}
