import { expect, it } from 'vitest'
import type { Job } from '../../../core/jobs/job.ts'
import { nothingRead } from '../../../core/license/reading.ts'
import { keptPath, type LicenseRecord } from '../../../core/license/record.ts'
import { finishedEarlier } from '../../../electron/records/finished-earlier.ts'
import { recordWith } from '../../core/license/sample.ts'

const today = new Date(2021, 2, 15, 9)
const yesterday = new Date(2021, 2, 14, 18).toISOString()

const record = (id: string, change: Partial<LicenseRecord> = {}): LicenseRecord => ({
  ...recordWith(),
  id,
  readAt: yesterday,
  ...change,
})
const { reading } = recordWith()

const job = (id: string, state: Job['state']): Job => ({
  id: `job of ${id}`,
  source: { path: `/卡片/${id}.jpg`, name: `${id}.jpg`, page: 1 },
  state,
})

it('are those of earlier days with nothing left to look at', () => {
  const records = [
    record('sound'),
    record('of today', { readAt: today.toISOString() }),
    record('doubtful', {
      reading: { ...reading, fields: { ...reading.fields, name: nothingRead } },
    }),
  ]
  const jobs = [
    ...records.map(({ id }) => job(id, { kind: 'done', recordIds: [id] })),
    job('waiting', { kind: 'queued' }),
    job('lost', { kind: 'unknown', failure: { kind: 'outcome-unknown', message: '' } }),
  ]
  expect(finishedEarlier({ jobs, records }, today)).toEqual(['sound'])
})

it('are single licenses of a picture of several', () => {
  const records = [record('sound'), record('of today', { readAt: today.toISOString() })]
  const jobs = [job('both', { kind: 'done', recordIds: ['sound', 'of today'] })]
  expect(finishedEarlier({ jobs, records }, today)).toEqual(['sound'])
})

it('are none of those that are read once more', () => {
  const jobs = [job('again', { kind: 'queued', recordIds: ['sound'] })]
  expect(finishedEarlier({ jobs, records: [record('sound')] }, today)).toEqual([])
})

it('are none of those whose image is kept nowhere but on the list', () => {
  const pasted = { path: keptPath('pasted'), name: '粘贴', page: 1 }
  const records = [
    record('sound', { source: pasted }),
    record('of two pages', { joined: { source: pasted } }),
  ]
  const jobs = records.map(({ id }) => job(id, { kind: 'done', recordIds: [id] }))
  expect(finishedEarlier({ jobs, records }, today)).toEqual([])
})
