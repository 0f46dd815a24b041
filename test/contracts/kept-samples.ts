import type { AuditEntry } from '../../core/audit/entry.ts'
import type { Job, JobState } from '../../core/jobs/job.ts'
import type { LicenseRecord } from '../../core/license/record.ts'
import { readAs, recordWith } from '../core/license/sample.ts'

export const jobWith = (id: string, state: JobState = { kind: 'queued' }): Job => ({
  id,
  source: { path: `/卡片/${id}.jpg`, name: `${id}.jpg`, page: 1, image: 'ab'.repeat(32) },
  state,
})

export const failed: JobState = { kind: 'failed', failure: { kind: 'damaged', message: 'cut off' } }

export interface Person {
  readonly name?: string
  readonly number?: string
  readonly readAt?: string
}

export const recordOf = (id: string, { name, number, readAt }: Person = {}): LicenseRecord => {
  const record = recordWith({
    ...(name !== undefined && { name: readAs(name) }),
    ...(number !== undefined && { id_num: readAs(number) }),
  })
  return { ...record, id, readAt: readAt ?? record.readAt }
}

export const entryOf = (subject: string): AuditEntry => ({
  at: '2026-11-24T02:00:00.000Z',
  who: '前台',
  act: 'record-opened',
  subject,
  count: 1,
})
