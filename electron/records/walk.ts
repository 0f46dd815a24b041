import type { LicenseRecord } from '../../core/license/record.ts'
import type { Stores } from '../store/stores.ts'
import { inTurns, type Turns } from './turns.ts'

export interface WalkParts extends Turns {
  readonly records: Pick<Stores['records'], 'marks' | 'get'>
}

/**
 * Opens every record, the newest first, without holding up anything else.
 * @returns how many were opened; nothing where it was given up
 */
export async function walkRecords(
  { records, ...turns }: WalkParts,
  visit: (record: LicenseRecord) => void,
): Promise<number | undefined> {
  let opened = 0
  const marks = records.marks({})
  const isWhole = await inTurns(marks, marks.length, turns, ({ id }) => {
    const record = records.get(id)
    if (record === undefined) return
    visit(record)
    opened += 1
  })
  return isWhole ? opened : undefined
}
