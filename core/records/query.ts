import { z } from 'zod'

/** Who read a record: one recognizer alone, or two that were compared. */
export const readers = ['offline', 'wechat', 'both'] as const

/** In which order records are shown; `newest` and `oldest` by when they were read, `expiry` the earliest first. */
export const recordOrders = ['newest', 'oldest', 'name', 'number', 'expiry'] as const

/** UTC instant, ISO 8601. */
const instant = z.string().max(40)

/** Which stored records are wanted; what is not given does not matter. */
export const recordQuery = z.object({
  /** A fragment of a name, of an id number, of an address or of a seal; case does not matter. */
  text: z.string().max(100).optional(),
  /** The whole id number of one person. */
  person: z.string().max(40).optional(),
  /** Read at that instant or later. */
  readFrom: instant.optional(),
  /** Read before it. */
  readBefore: instant.optional(),
  /** Whether a person still had to look when it was written down last. */
  state: z.enum(['ready', 'look']).optional(),
  readers: z.enum(readers).optional(),
  order: z.enum(recordOrders).optional(),
  offset: z.number().int().nonnegative().optional(),
  /** All where it is not given. */
  limit: z.number().int().positive().optional(),
})

/** A stored record as a list shows it; what an older version wrote down may lack all but the first four. */
export const recordMatch = z.object({
  id: z.string(),
  name: z.string(),
  idNumber: z.string(),
  readAt: instant,
  address: z.string(),
  seal: z.string(),
  /** `YYYY-MM-DD`, `长期` or `''`. */
  validTo: z.string(),
  /** How many fields a person still had to look at when it was written down last; null where that is not known. */
  look: z.number().int().nonnegative().nullable(),
  readers: z.enum(readers).nullable(),
})

/** What was found, in the order that was asked for. */
export const recordsFound = z.object({
  /** How many there are in all, whatever `limit` says. */
  total: z.number().int().nonnegative(),
  matches: z.array(recordMatch),
})

export type Readers = (typeof readers)[number]
export type RecordOrder = (typeof recordOrders)[number]
export type RecordQuery = z.output<typeof recordQuery>
export type RecordMatch = z.output<typeof recordMatch>
export type RecordsFound = z.output<typeof recordsFound>
