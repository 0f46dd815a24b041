import type { Problem } from '../../core/ipc/contract.ts'
import type { LicenseRecord } from '../../core/license/record.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import type { Desk } from '../desk/desk.ts'
import type { Answers } from './serve.ts'

export interface RecordParts {
  readonly desk: Pick<Desk, 'amend' | 'decide' | 'revert' | 'remove'>
  /** Undoes that lines or records were taken off; how many came back. */
  readonly bringBack: (ids: readonly string[]) => number
  /** Wipes what was deleted from the log, the backups and what was set aside. */
  readonly scrub: () => Promise<unknown>
}

type RecordChannel = `records:${'decide' | 'revert' | 'amend' | 'remove' | 'bring-back'}`

export const recordAnswers = ({
  desk,
  bringBack,
  scrub,
}: RecordParts): Pick<Answers, RecordChannel> => ({
  'records:amend': async ({ changes }) => ok({ count: desk.amend(changes) }),
  'records:bring-back': async ({ ids }) => ok({ count: bringBack(ids) }),
  'records:decide': async ({ id, field, value }) => found(desk.decide(id, field, value)),
  'records:revert': async ({ id, field }) => found(desk.revert(id, field)),
  'records:remove': async ({ ids }) => {
    desk.remove(ids)
    await scrub()
    return ok(null)
  },
})

const found = (record: LicenseRecord | undefined): Result<LicenseRecord, Problem> =>
  record === undefined ? fail({ kind: 'failed', detail: 'no such record' }) : ok(record)
