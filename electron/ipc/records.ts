import type { Problem } from '../../core/ipc/contract.ts'
import type { LicenseRecord } from '../../core/license/record.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import type { Desk } from '../desk.ts'
import type { Answers } from './serve.ts'

export const recordAnswers = (
  desk: Pick<Desk, 'decide' | 'revert' | 'remove'>,
): Pick<Answers, 'records:decide' | 'records:revert' | 'records:remove'> => ({
  'records:decide': async ({ id, field, value }) => found(desk.decide(id, field, value)),
  'records:revert': async ({ id, field }) => found(desk.revert(id, field)),
  'records:remove': async ({ jobIds }) => {
    desk.remove(jobIds)
    return ok(null)
  },
})

const found = (record: LicenseRecord | undefined): Result<LicenseRecord, Problem> =>
  record === undefined ? fail({ kind: 'failed', detail: 'no such record' }) : ok(record)
