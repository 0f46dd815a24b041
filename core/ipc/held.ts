import { z } from 'zod'
import { fieldNames } from '../license/field.ts'
import { licenseRecord } from '../license/record.ts'
import { recordMatch, recordQuery, recordsFound } from '../records/query.ts'
import { lights } from '../verdict/reason.ts'
import { id } from '../bounds.ts'

const count = z.number().int().nonnegative()

/** Which of the stored records are shown, and in which order. */
export const recordsQuestion = recordQuery
  .pick({
    text: true,
    readFrom: true,
    readBefore: true,
    state: true,
    readers: true,
    order: true,
  })
  .extend({ verdict: z.enum(lights).optional() })

/** One screenful and more of them. */
export const recordsWish = recordsQuestion.extend({
  offset: count,
  limit: z.number().int().min(1).max(200),
})

/** What was found, and what each is good for; `light` is null where licenses are looked at for nothing. */
export const judgedFound = recordsFound.extend({
  matches: z.array(recordMatch.extend({ light: z.enum(lights).nullable() })),
})

/** What is decided about fields of records; null: the original reading stands again. */
export const amendments = z
  .array(z.object({ id, field: z.enum(fieldNames), value: z.string().max(400).nullable() }))
  .max(1_100_000)

/** What became of several records that were to be confirmed without looking at each. */
export const confirmed = z.object({
  /** What was decided, in the order in which it was. */
  changes: amendments,
  /** How many licenses that is, and how many have something to look at still. */
  confirmed: count,
  left: count,
  /** Not looked at any more, as somebody stopped it. */
  skipped: count,
})

/** What became of several records that were to be read once more. */
export const readOnceMore = z.object({
  /** How many of them are read again, and of how many the image is not there any more, or another. */
  again: count,
  gone: count,
  skipped: count,
})

export const openedRecord = z.object({
  record: licenseRecord,
  /** Whether its image is still where it was, and the same. */
  image: z.enum(['there', 'changed', 'missing']),
})

/** Everything that is held about the person of one record. */
export const heldOfPerson = z.object({
  records: count,
  /** Images of this person that still wait to be read. */
  images: count,
  /** Other images on the list from which nobody's license was read: nobody knows whose they are, and they stay. */
  unread: count,
  /** Documents that are kept whole until all of their pages are on the list. */
  arriving: count,
  /** Lines of the audit log about these records. */
  entries: count,
  /** Whether this person is on the do-not-rent list. */
  isListed: z.boolean(),
})

/** What was deleted; `backups`: how many were written anew without it. */
export const forgotten = heldOfPerson
  .pick({ records: true, images: true })
  .extend({ backups: count })

/** And what nobody could look into, and what became of the person's entry on the do-not-rent list, where there is one. */
export const personForgotten = forgotten
  .extend(heldOfPerson.pick({ unread: true, arriving: true }).shape)
  .extend({ list: z.enum(['none', 'kept', 'removed']) })

/** What a purge takes, or took; `oldest` and `newest` (UTC, ISO 8601) are `''` where it is nothing. */
export const purgeView = z.object({ count, oldest: z.string(), newest: z.string() })

export type RecordsQuestion = z.output<typeof recordsQuestion>
export type RecordsWish = z.output<typeof recordsWish>
export type JudgedFound = z.output<typeof judgedFound>
export type JudgedMatch = JudgedFound['matches'][number]
export type Amendments = z.output<typeof amendments>
export type Confirmed = z.output<typeof confirmed>
export type ReadOnceMore = z.output<typeof readOnceMore>
export type OpenedRecord = z.output<typeof openedRecord>
export type HeldOfPerson = z.output<typeof heldOfPerson>
export type Forgotten = z.output<typeof forgotten>
export type PersonForgotten = z.output<typeof personForgotten>
export type PurgeView = z.output<typeof purgeView>
