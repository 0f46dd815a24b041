import type { Problem } from '../../core/ipc/contract.ts'
import type { LicenseRecord } from '../../core/license/record.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import type { Desk } from '../desk/desk.ts'
import type { Answers } from './serve.ts'

export interface RecordParts {
  readonly desk: Pick<Desk, 'decide' | 'revert' | 'remove'>
  /** Wipes what was deleted from the log, the backups and what was set aside. */
  readonly scrub: () => Promise<unknown>
  /** Hears of each license as a person has just decided on it. */
  readonly onDecided: (record: LicenseRecord) => void
}

export const recordAnswers = ({
  desk,
  scrub,
  onDecided,
}: RecordParts): Pick<Answers, 'records:decide' | 'records:revert' | 'records:remove'> => ({
  'records:decide': async ({ id, field, value }) => {
    const record = desk.decide(id, field, value)
    if (record !== undefined) onDecided(record)
    return found(record)
  },
  'records:revert': async ({ id, field }) => found(desk.revert(id, field)),
  'records:remove': async ({ ids }) => {
    desk.remove(ids)
    await scrub()
    return ok(null)
  },
})

const found = (record: LicenseRecord | undefined): Result<LicenseRecord, Problem> =>
  record === undefined ? fail({ kind: 'failed', detail: 'no such record' }) : ok(record)
