import type { Problem } from '../../core/ipc/contract.ts'
import type { LicenseRecord } from '../../core/license/record.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import type { Desk } from '../desk/desk.ts'
import type { Answers } from './serve.ts'

export interface RecordParts {
  readonly desk: Pick<Desk, 'decide' | 'revert' | 'remove' | 'join' | 'takeApart'>
  /** Undoes that lines or records were taken off; how many came back. */
  readonly bringBack: (ids: readonly string[]) => number
  /** Wipes what was deleted from the log, the backups and what was set aside. */
  readonly scrub: () => Promise<unknown>
  /** Hears of each license as a person has just decided on it. */
  readonly onDecided: (record: LicenseRecord) => void
}

type RecordChannel =
  `records:${'decide' | 'revert' | 'remove' | 'bring-back' | 'join' | 'take-apart'}`

export const recordAnswers = ({
  desk,
  bringBack,
  scrub,
  onDecided,
}: RecordParts): Pick<Answers, RecordChannel> => ({
  'records:decide': async ({ id, field, value }) => {
    const record = desk.decide(id, field, value)
    if (record !== undefined) onDecided(record)
    return found(record)
  },
  'records:bring-back': async ({ ids }) => ok({ count: bringBack(ids) }),
  'records:revert': async ({ id, field }) => found(desk.revert(id, field)),
  'records:join': async ({ jobId, id }) => found(desk.join(jobId, id)),
  'records:take-apart': async ({ id }) => found(desk.takeApart(id)),
  'records:remove': async ({ ids }) => {
    desk.remove(ids)
    await scrub()
    return ok(null)
  },
})

const found = (record: LicenseRecord | undefined): Result<LicenseRecord, Problem> =>
  record === undefined ? fail({ kind: 'failed', detail: 'no such record' }) : ok(record)
