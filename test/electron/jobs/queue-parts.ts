import { recordIdsOf } from '../../../core/jobs/job.ts'
import type { LicenseRecord, Source } from '../../../core/license/record.ts'
import type { QueueParts } from '../../../electron/jobs/queue.ts'
import { createMemoryStores } from '../../../electron/store/memory-stores.ts'
import { HeldRecognizer, numbered } from '../../fakes/fake-recognizer.ts'

export const sources = (...names: readonly string[]): Source[] =>
  names.map((name) => ({ path: `/卡片/${name}`, name, page: 1 }))

/** What a queue needs, over stores in memory, and looks at what became of it. */
export function queueParts() {
  const recognizer = new HeldRecognizer()
  const told: string[] = []
  const parts: QueueParts = {
    stores: createMemoryStores(),
    recognizer: () => recognizer,
    newId: numbered('id'),
    now: () => new Date('2021-03-15T01:30:00Z'),
    concurrency: () => 1,
    note: () => undefined,
    onPause: (pause) => told.push(`pause ${pause}`),
    onJob: ({ source, state }) => told.push(`${source.name} ${state.kind}`),
    onRecord: ({ source }) => told.push(`${source.name} record`),
  }
  const { jobs, records: kept } = parts.stores
  return {
    recognizer,
    /** What was told, in order. */
    told,
    parts,
    states: (): string[] => jobs.all().map(({ source, state }) => `${source.name} ${state.kind}`),
    records: (): readonly LicenseRecord[] =>
      jobs.all().flatMap(({ state }) => {
        return recordIdsOf(state).flatMap((id) => kept.get(id) ?? [])
      }),
    idOf: (name: string): string =>
      jobs.all().find(({ source }) => source.name === name)?.id ?? 'none',
  }
}
