import { z } from 'zod'

const printed = z.object({
  /** `''` when nothing was found. */
  value: z.string(),
  /** The lowest confidence of a character, 0..1; null when nothing was found. */
  confidence: z.number().min(0).max(1).nullable(),
})

/** What stands on the second page (副页) of a license and not on the first, and the number that ties the two together. */
export const secondPage = z.object({
  /** 证号 */
  number: printed,
  /** 档案编号: twelve digits. */
  fileNumber: printed,
  /** 记录 */
  record: printed,
})

export type SecondPage = z.output<typeof secondPage>

/** Why a person should look at a second page. */
const secondPageDoubts = ['other-license', 'file-number-odd', 'unclear'] as const

export type SecondPageDoubt = (typeof secondPageDoubts)[number]

/** Below this a value may be read wrongly, as in the review of the first page. */
const leastConfidence = 0.8

/** @param idNumber on the first page, as it stands now; `''` where none is known */
export function doubtsAbout(page: SecondPage, idNumber: string): readonly SecondPageDoubt[] {
  const { number, fileNumber, record } = page
  const isRaised: Readonly<Record<SecondPageDoubt, boolean>> = {
    'other-license': number.value !== '' && idNumber !== '' && number.value !== idNumber,
    'file-number-odd': fileNumber.value !== '' && !/^\d{12}$/.test(fileNumber.value),
    unclear: [fileNumber, record].some(
      ({ confidence }) => confidence !== null && confidence < leastConfidence,
    ),
  }
  return secondPageDoubts.filter((doubt) => isRaised[doubt])
}
