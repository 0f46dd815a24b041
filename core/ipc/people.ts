import { z } from 'zod'
import { id } from '../bounds.ts'
import { tally } from '../figures/tally.ts'
import { spans } from '../figures/shares.ts'
import { mapFields } from '../license/field.ts'

const count = z.number().int().nonnegative()

/** Another record of the same person, as far as it is compared. */
const seenRecord = z.object({
  id: z.string(),
  /** UTC instant, ISO 8601. */
  readAt: z.string(),
  /** Name of the file. */
  source: z.string(),
  license: z.object(mapFields(() => z.string())),
})

/** Where else a person was seen, each the newest first. */
export const personSeen = z.object({
  /** What was merged into the record. */
  parts: z.array(seenRecord),
  /** Under the same number; `sameCount` of them in all. */
  same: z.array(seenRecord),
  sameCount: count,
  /** The same name and date of birth under another number. */
  alike: z.array(seenRecord),
})

/** Records that are to stand as one. */
export const mergeWish = z.object({ recordIds: z.array(id).min(2).max(50) })

/** Days from today, at most ten years: no license is valid for longer. */
export const withinDays = z.number().int().min(0).max(3660)

const renewal = z.object({
  id: z.string(),
  name: z.string(),
  idNumber: z.string(),
  carClass: z.string(),
  validTo: z.string(),
  readAt: z.string(),
  /** Until it expires; 0 is today. */
  days: count,
})

/** What expires, the first to expire first; of each person the license that was read last. */
export const renewalsFound = z.object({ renewals: z.array(renewal), looked: count })

/** Those to call, in the order in which they are to stand in the table. */
export const callListWish = z.object({ recordIds: z.array(id).min(1).max(100_000) })

/** Counts alone; nothing of anybody. */
export const figuresFound = z.object({ rows: tally, ofDeleted: count })

export const figuresExport = z.object({ span: z.enum(spans) })

/** How far a look through all records has come. */
export const walked = z.object({ looked: count, total: count })

export type SeenRecord = z.output<typeof seenRecord>
export type PersonSeen = z.output<typeof personSeen>
export type RenewalsFound = z.output<typeof renewalsFound>
export type FiguresFound = z.output<typeof figuresFound>
export type Walked = z.output<typeof walked>
