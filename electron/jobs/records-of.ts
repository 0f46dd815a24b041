import { type Job, type RecordIds, recordIdsOf } from '../../core/jobs/job.ts'
import type { Readings } from '../../core/license/reading.ts'
import { type LicenseRecord, readAgain } from '../../core/license/record.ts'
import type { RecordStore } from '../store/stores.ts'
import { matchCards } from './cards.ts'

/** The records that were read for a job and still open, in reading order. */
export const recordsOf = (
  { state }: Job,
  records: Pick<RecordStore, 'get'>,
): readonly LicenseRecord[] => recordIdsOf(state).flatMap((id) => records.get(id) ?? [])

/** What a reading of an image gives to be kept. */
export interface Kept {
  readonly records: readonly LicenseRecord[]
  /** Of the job: also of records of which no card was found this time; those stay as they were, at the end. */
  readonly recordIds: RecordIds
}

/**
 * The records of an image that was read; where it was read before, each keeps what a person decided on its card.
 * @param before the records that stand
 */
export function keptOf(
  readings: Readings,
  before: readonly LicenseRecord[],
  read: Pick<LicenseRecord, 'source' | 'recognizer' | 'readAt' | 'ms'>,
  newId: () => string,
): Kept {
  const { pairs, left } = matchCards(readings, before)
  const [first, ...others] = pairs
  const recordIn = ({ reading, record }: typeof first): LicenseRecord => {
    const fresh = { ...read, recognizer: reading.recognizer ?? read.recognizer, reading }
    return record === undefined
      ? { id: newId(), ...fresh, decisions: {} }
      : readAgain(record, fresh)
  }
  const [one, more] = [recordIn(first), others.map(recordIn)]
  return {
    records: [one, ...more],
    recordIds: [one.id, ...[...more, ...left].map(({ id }) => id)],
  }
}
