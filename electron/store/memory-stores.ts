import { hash } from 'node:crypto'
import type { AuditEntry } from '../../core/audit/entry.ts'
import { addTallies, type Tally } from '../../core/figures/tally.ts'
import type { Job } from '../../core/jobs/job.ts'
import { step } from '../../core/jobs/step.ts'
import { imageOf, type LicenseRecord } from '../../core/license/record.ts'
import { matchOf } from '../../core/records/match.ts'
import type { RecordMatch, RecordQuery } from '../../core/records/query.ts'
import { type QuotaDay, unusedDay } from '../../core/quota/quota.ts'
import { basisOf } from '../../core/verdict/basis.ts'
import { type DoNotRentEntry, listedNumber } from '../../core/verdict/do-not-rent.ts'
import { pageOf, sortedBy, wantedBy } from './matches.ts'
import { hiddenIn } from './merged.ts'
import type {
  DoNotRentList,
  JobStore,
  KeptArrival,
  KeptImages,
  PaidCall,
  RecordStore,
  Store,
  Stores,
} from './stores.ts'

/** Keeps everything in memory: closing the program forgets it. */
export function createMemoryStores(): Stores {
  const undo = createUndo()
  const jobs = undo.table<Job>()
  const records = undo.table<LicenseRecord>()
  const waiting = undo.table<true>()
  const paid = undo.table<PaidCall>()
  const images = undo.table<Uint8Array>()
  const names = undo.table<string>()
  const arrivals = undo.table<KeptArrival>()
  const calls = undo.table<QuotaDay>()
  const entries = undo.table<AuditEntry>()
  const refused = undo.table<DoNotRentEntry>()
  const merges = undo.table<ReadonlyMap<string, string>>()
  const tallies = undo.table<Tally>()
  const merged = {
    all: () => merges.get('') ?? new Map<string, string>(),
    put: (now: ReadonlyMap<string, string>) => merges.set('', now),
  }
  return {
    jobs: jobStore(jobs, waiting),
    records: recordStore(records, merged.all),
    paid: { put: paid.set, get: paid.get, remove: paid.delete },
    images: keptImages(images, names),
    arrivals: {
      all: arrivals.values,
      put: (arrival) => arrivals.set(arrival.id, arrival),
      remove: arrivals.delete,
    },
    quota: {
      day: (account, day) => calls.get(`${day} ${account}`) ?? unusedDay,
      put: (account, day, state) => calls.set(`${day} ${account}`, state),
    },
    audit: {
      write: (entry) => entries.set(String(entries.count()), entry),
      newest: (limit) => entries.values().toReversed().slice(0, limit),
      verify: () => ({ kind: 'sound', entries: entries.count() }),
    },
    doNotRent: doNotRentList(refused),
    merged,
    figures: {
      all: () => tallies.get('') ?? [],
      add: (more) => tallies.set('', addTallies(tallies.get('') ?? [], more)),
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

function recordStore(
  records: Table<LicenseRecord>,
  merged: () => ReadonlyMap<string, string>,
): RecordStore {
  const wanted = (query: RecordQuery): readonly RecordMatch[] =>
    sortedBy(records.values().map(matchOf).filter(wantedBy(query)), query)
  const shown = (query: RecordQuery): readonly RecordMatch[] => {
    const hidden = hiddenIn(merged(), (id) => records.get(id) !== undefined)
    return wanted(query).filter(({ id }) => !hidden.has(id))
  }
  return {
    ...storeOf(records),
    has: (id) => records.get(id) !== undefined,
    *judgeable(ids) {
      for (const id of ids) {
        const record = records.get(id)
        if (record !== undefined) yield { id, basis: basisOf(record), mayBeListed: true }
      }
    },
    ofImage: (image) =>
      records
        .values()
        .filter(({ source }) => imageOf(source) === image)
        .map(({ id }) => id),
    find: (query) => pageOf(query.person === undefined ? shown(query) : wanted(query), query),
    ids: (query) => shown(query).map(({ id }) => id),
    marks: (query) => wanted(query).map(({ id, readAt }) => ({ id, readAt })),
  }
}

/** @param names the content of each image, by its id */
function keptImages(images: Table<Uint8Array>, names: Table<string>): KeptImages {
  return {
    contentOf: names.get,
    put(id, bytes) {
      images.set(id, bytes)
      names.set(id, id)
    },
    share(id, of) {
      const content = names.get(of)
      if (content !== undefined) names.set(id, content)
    },
    get(id) {
      const content = names.get(id)
      return content === undefined ? undefined : images.get(content)
    },
    remove(id) {
      const content = names.get(id)
      names.delete(id)
      if (content !== undefined && !names.values().includes(content)) images.delete(content)
    },
  }
}

function doNotRentList(entries: Table<DoNotRentEntry>): DoNotRentList {
  const idOf = (idNumber: string): string => hash('sha256', listedNumber(idNumber), 'hex')
  return {
    put(idNumber, about) {
      const entry = { id: idOf(idNumber), ...about }
      entries.set(entry.id, entry)
      return entry
    },
    get: (idNumber) => entries.get(idOf(idNumber)),
    all: () => entries.values().toReversed(),
    remove: entries.delete,
  }
}

const storeOf = <Item extends { readonly id: string }>(items: Table<Item>): Store<Item> => ({
  put: (item) => items.set(item.id, item),
  get: items.get,
  all: items.values,
  remove: items.delete,
})

interface Table<Value> {
  readonly set: (key: string, value: Value) => void
  readonly get: (key: string) => Value | undefined
  readonly delete: (key: string) => void
  readonly keys: () => IterableIterator<string>
  readonly values: () => Value[]
  readonly count: () => number
}

interface Undo {
  table<Value>(): Table<Value>
  readonly together: Stores['together']
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
        count: () => items.size,
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
