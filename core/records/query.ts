import { z } from 'zod'

/** Which stored records are wanted; what is not given does not matter. */
export const recordQuery = z.object({
  /** A fragment of a name or of an id number; case does not matter. */
  text: z.string().max(100).optional(),
  /** The whole id number of one person. */
  person: z.string().max(40).optional(),
  /** UTC instant, ISO 8601: read before it. */
  readBefore: z.string().optional(),
  offset: z.number().int().nonnegative().optional(),
  /** All where it is not given. */
  limit: z.number().int().positive().optional(),
})

/** A stored record as a list shows it. */
const recordMatch = z.object({
  id: z.string(),
  name: z.string(),
  idNumber: z.string(),
  /** UTC instant, ISO 8601. */
  readAt: z.string(),
})

/** What was found, newest first. */
export const recordsFound = z.object({
  /** How many there are in all, whatever `limit` says. */
  total: z.number().int().nonnegative(),
  matches: z.array(recordMatch),
})

export type RecordQuery = z.output<typeof recordQuery>
export type RecordMatch = z.output<typeof recordMatch>
export type RecordsFound = z.output<typeof recordsFound>
