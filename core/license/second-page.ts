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
