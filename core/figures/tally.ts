import { z } from 'zod'
import { type FieldName, fieldNames } from '../license/field.ts'

const count = z.number().int().nonnegative()

/** What became of the values of one field. */
const fieldCounts = z.object({
  /** Nobody was asked to look, and nobody changed it. */
  quiet: count,
  /** Somebody was asked to look, and it was right. */
  inVain: count,
  /** Somebody was asked to look, and it was wrong. */
  caught: count,
  /** Nobody was asked to look, and it was wrong: somebody saw it all the same. */
  slipped: count,
})

/** Some licenses that were read in one way, in a week or the part of it that lies in one month. */
const tallyRow = z.object({
  /** The first day of it on the desk's calendar, `YYYY-MM-DD`: a Monday, or the first of a month. */
  from: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  /** Id of the recognizer; `both` where two looked at the card. */
  way: z.string(),
  licenses: count,
  fields: z.partialRecord(z.enum(fieldNames), fieldCounts),
})

export const tally = z.array(tallyRow)

export type FieldCounts = z.output<typeof fieldCounts>
export type TallyRow = z.output<typeof tallyRow>
export type Tally = z.output<typeof tally>

export const noCounts: FieldCounts = { quiet: 0, inVain: 0, caught: 0, slipped: 0 }

export const addCounts = (one: FieldCounts, other: FieldCounts = noCounts): FieldCounts => ({
  quiet: one.quiet + other.quiet,
  inVain: one.inVain + other.inVain,
  caught: one.caught + other.caught,
  slipped: one.slipped + other.slipped,
})

/** Both together, a row for each time and way, the oldest first. */
export function addTallies(...tallies: readonly Tally[]): Tally {
  const rows = new Map<string, TallyRow>()
  for (const row of tallies.flat()) {
    const key = `${row.from} ${row.way}`
    const before = rows.get(key)
    rows.set(key, before === undefined ? row : addRows(before, row))
  }
  return [...rows].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, row]) => row)
}

function addRows(one: TallyRow, other: TallyRow): TallyRow {
  const fields: Partial<Record<FieldName, FieldCounts>> = { ...one.fields }
  for (const field of fieldNames) {
    const more = other.fields[field]
    if (more !== undefined) fields[field] = addCounts(more, fields[field])
  }
  return { ...one, licenses: one.licenses + other.licenses, fields }
}
