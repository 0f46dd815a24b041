import type { AuditEntry } from '../../core/audit/entry.ts'
import type { Job } from '../../core/jobs/job.ts'
import { step } from '../../core/jobs/step.ts'
import { type LicenseRecord, licenseOf } from '../../core/license/record.ts'
import type { RecordMatch, RecordQuery, RecordsFound } from '../../core/records/query.ts'
import { createMemoryLedger } from './memory-ledger.ts'
import type { JobStore, PaidCall, RecordStore, Store, Stores } from './stores.ts'

/** Keeps everything in memory: closing the program forgets it. */
export function createMemoryStores(): Stores {
  const undo = createUndo()
  const jobs = undo.table<Job>()
  const records = undo.table<LicenseRecord>()
  const waiting = undo.table<true>()
  const paid = undo.table<PaidCall>()
  const images = undo.table<Uint8Array>()
  const entries: AuditEntry[] = []
  return {
    jobs: jobStore(jobs, waiting),
    records: recordStore(records),
    paid: { put: paid.set, get: paid.get, remove: paid.delete },
    images: { put: images.set, get: images.get, remove: images.delete },
    quota: createMemoryLedger(),
    audit: {
      write: (entry) => {
        entries.push(entry)
      },
      newest: (limit) => entries.slice(-limit).toReversed(),
      verify: () => ({ kind: 'sound', entries: entries.length }),
    },
    together: undo.together,
  }
}

function jobStore(jobs: Table<Job>, waiting: Table<true>): JobStore {
  const put = (job: Job): void => {
    jobs.set(job.id, job)
    if (job.state.kind !== 'queued') waiting.delete(job.id)
    else if (waiting.get(job.id) === undefined) waiting.set(job.id, true)
  }
  return {
    ...storeOf(jobs),
    put,
    remove(id) {
      jobs.delete(id)
      waiting.delete(id)
    },
    claim() {
      const [first] = waiting.keys()
      const job = first === undefined ? undefined : jobs.get(first)
      if (job === undefined) return undefined
      const claimed = { ...job, state: step(job.state, { kind: 'start' }) }
      put(claimed)
      return claimed
    },
  }
}

function recordStore(records: Table<LicenseRecord>): RecordStore {
  const { put, get, remove } = storeOf(records)
  return {
    put,
    get,
    remove,
    find(query) {
      const found = records.values().map(matchOf).filter(wantedBy(query)).toReversed()
      return pageOf(found.toSorted(byReadAt), query)
    },
  }
}

const matchOf = (record: LicenseRecord): RecordMatch => {
  const { name, id_num: idNumber } = licenseOf(record)
  return { id: record.id, name, idNumber, readAt: record.readAt }
}

const byReadAt = (one: RecordMatch, other: RecordMatch): number =>
  one.readAt < other.readAt ? 1 : one.readAt > other.readAt ? -1 : 0

/** Whether a record is asked for. */
export function wantedBy({ text, person, readBefore }: RecordQuery) {
  const fragment = text?.trim().toUpperCase() ?? ''
  return ({ name, idNumber, readAt }: RecordMatch): boolean =>
    (fragment === '' ||
      name.toUpperCase().includes(fragment) ||
      idNumber.toUpperCase().includes(fragment)) &&
    (person === undefined || person.toUpperCase() === idNumber.toUpperCase()) &&
    (readBefore === undefined || readAt < readBefore)
}

/** The part of what was found that is asked for. */
export const pageOf = (
  found: readonly RecordMatch[],
  { offset = 0, limit = found.length }: RecordQuery,
): RecordsFound => ({ total: found.length, matches: found.slice(offset, offset + limit) })

const storeOf = <Item extends { readonly id: string }>(items: Table<Item>): Store<Item> => ({
  put: (item) => items.set(item.id, item),
  get: items.get,
  all: items.values,
  remove: items.delete,
})

interface Table<Value> {
  set(key: string, value: Value): void
  get(key: string): Value | undefined
  delete(key: string): void
  keys(): IterableIterator<string>
  values(): Value[]
}

interface Undo {
  table<Value>(): Table<Value>
  together<Value>(act: () => Value): Value
}

/** Tables that can be brought back to how they stood before something went wrong. */
function createUndo(): Undo {
  let restore: (() => void)[] | undefined
  return {
    table<Value>(): Table<Value> {
      let items = new Map<string, Value>()
      let isSaved: typeof restore
      const save = (): void => {
        if (restore === undefined || isSaved === restore) return
        isSaved = restore
        const before = new Map(items)
        restore.push(() => {
          items = before
        })
      }
      return {
        set(key, value) {
          save()
          items.set(key, value)
        },
        get: (key) => items.get(key),
        delete(key) {
          save()
          items.delete(key)
        },
        keys: () => items.keys(),
        values: () => [...items.values()],
      }
    },
    together(act) {
      if (restore !== undefined) return act()
      restore = []
      try {
        return act()
      } catch (error) {
        for (const bringBack of restore) bringBack()
        throw error
      } finally {
        restore = undefined
      }
    },
  }
}
