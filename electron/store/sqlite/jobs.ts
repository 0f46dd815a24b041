import { z } from 'zod'
import { type Job, job, recordIdsOf } from '../../../core/jobs/job.ts'
import { failure } from '../../../core/license/failure.ts'
import { source } from '../../../core/license/record.ts'
import type { Vault } from '../../vault/vault.ts'
import { StoreProblem } from '../store-problem.ts'
import type { JobStore } from '../stores.ts'
import { bytes, type Database } from './database.ts'
import type { Removed } from './removed.ts'
import { sealedColumn } from './sealed-values.ts'
import { jobSql } from './statements.ts'

/**
 * What a job's source is bound to: its record, and how it stands. To be claimed changes nothing of that, and is told here
 * in SQL too, for whoever opens it without knowing what a job is.
 */
export const besideJobSql: readonly string[] = [
  `CASE WHEN state IN ('queued', 'running') THEN 'waiting' ELSE state END`,
  `coalesce(CAST(record_id AS TEXT), '')`,
]
const besideOf = (state: string, recordId: string | null): readonly string[] => [
  state === 'queued' || state === 'running' ? 'waiting' : state,
  recordId ?? '',
]

const row = z.object({
  id: z.string(),
  state: z.string(),
  record_id: z.string().nullable(),
  source: bytes,
  failure: bytes.nullable(),
})

/** How the ids of a job's records stand in their column: one as it is, several as a list in JSON. */
function textOf(ids: readonly string[]): string | null {
  const [first] = ids
  if (first === undefined) return null
  return ids.length === 1 && !first.startsWith('[') ? first : JSON.stringify(ids)
}

function recordIdsIn(text: string): unknown {
  if (!text.startsWith('[')) return [text]
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export function jobTable(database: Database, vault: Vault, removed: Removed): JobStore {
  const sources = sealedColumn(vault, { table: 'jobs', column: 'source', schema: source })
  const failures = sealedColumn(vault, { table: 'jobs', column: 'failure', schema: failure })

  const jobIn = ({ id, state: kind, record_id, ...sealed }: z.output<typeof row>): Job => {
    const found = job.safeParse({
      id,
      source: sources.open(id, sealed.source, besideOf(kind, record_id)),
      state: {
        kind,
        ...(record_id !== null && { recordIds: recordIdsIn(record_id) }),
        ...(sealed.failure && { failure: failures.open(id, sealed.failure) }),
      },
    })
    if (found.success) return found.data
    throw new StoreProblem('damaged', 'a job is in no state that there is')
  }
  const first = (rows: readonly z.output<typeof row>[]): Job | undefined => rows.map(jobIn)[0]

  return {
    put: ({ id, source: from, state }) =>
      database.run(jobSql.put, {
        id,
        state: state.kind,
        recordId: textOf(recordIdsOf(state)),
        source: sources.seal(id, from, besideOf(state.kind, textOf(recordIdsOf(state)))),
        failure: 'failure' in state ? failures.seal(id, state.failure) : null,
      }),
    get: (id) => first(database.rows(row, jobSql.get, { id })),
    all: () => database.rows(row, jobSql.all).map(jobIn),
    remove: (id) =>
      database.together(() => {
        database.run(jobSql.remove, { id })
        removed.note('jobs', id)
      }),
    // A claim that a power cut undoes leaves the job queued: nothing has left before its call was written down.
    claim: () => database.soon(() => first(database.rows(row, jobSql.claim))),
  }
}
