import type { Job } from '../../../core/jobs/job.ts'
import type { LicenseRecord } from '../../../core/license/record.ts'
import { createMemoryStore } from '../../../electron/store/memory-store.ts'
import { storeContract } from '../../contracts/store-contract.ts'
import { recordWith } from '../../core/license/sample.ts'

storeContract<Job>('jobs in memory', {
  open: createMemoryStore,
  item: (id) => ({
    id,
    source: { path: `/卡片/${id}.jpg`, name: `${id}.jpg`, page: 1 },
    state: { kind: 'queued' },
  }),
  change: (job) => ({
    ...job,
    state: { kind: 'failed', failure: { kind: 'damaged', message: 'cut off' } },
  }),
})

storeContract<LicenseRecord>('records in memory', {
  open: createMemoryStore,
  item: (id) => ({ ...recordWith(), id }),
  change: (record) => ({ ...record, decisions: { name: { kind: 'corrected', value: '李四' } } }),
})
