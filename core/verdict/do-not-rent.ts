import { z } from 'zod'

/** The longest note, in characters. */
export const longestNote = 200

/** Somebody whom the house does not rent to; who it is, only their number tells. */
export const doNotRentEntry = z.object({
  /** Tells nothing of the number. */
  id: z.string(),
  /** `''` where it does not open any more: the holder is on the list all the same. */
  note: z.string(),
  /** UTC instant, ISO 8601; `''` where it does not open any more. */
  addedAt: z.string(),
})

export type DoNotRentEntry = z.output<typeof doNotRentEntry>

/** A number as the list knows it, however it was typed. */
export const listedNumber = (idNumber: string): string => idNumber.trim().toUpperCase()
