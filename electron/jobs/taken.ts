import { type Job, recordIdsOf } from '../../core/jobs/job.ts'
import { imageOf, keptIdOf, type LicenseRecord } from '../../core/license/record.ts'
import type { PaidCall, Stores } from '../store/stores.ts'
import { namedBy } from './take-off.ts'

/** Everything that goes with some lines of the list and some records, as it stands now. */
export interface Taken {
  readonly jobs: readonly Job[]
  readonly records: readonly LicenseRecord[]
  readonly images: readonly { readonly ids: readonly string[]; readonly bytes: Uint8Array }[]
  readonly paid: readonly { readonly image: string; readonly call: PaidCall }[]
}

type Kept = Pick<Stores, 'jobs' | 'records' | 'images' | 'paid' | 'together'>

/** @param ids of records and of jobs */
export function takenBy(ids: readonly string[], stores: Kept): Taken {
  const { whole, parts } = namedBy(ids, stores.jobs.all())
  const jobs = [...whole, ...parts.map(({ job }) => job)]
  const recordIds = new Set([
    ...whole.flatMap(({ state }) => recordIdsOf(state)),
    ...ids.filter((id) => stores.records.has(id)),
  ])
  const records = [...recordIds].flatMap((id) => stores.records.get(id) ?? [])
  const sources = [
    ...[...whole, ...records].map(({ source }) => source),
    ...records.flatMap(({ joined }) => joined?.source ?? []),
  ]
  return {
    jobs,
    records,
    images: imagesIn(unique(sources.flatMap(({ path }) => keptIdOf(path) ?? [])), stores),
    paid: unique(sources.map(imageOf)).flatMap((image) => {
      const call = stores.paid.get(image)
      return call === undefined ? [] : [{ image, call }]
    }),
  }
}

/** Each once, whatever pages of it are named. */
function imagesIn(ids: readonly string[], { images }: Pick<Kept, 'images'>): Taken['images'] {
  const byContent = Map.groupBy(ids, (id) => images.contentOf(id))
  return [...byContent.values()].flatMap((same) => {
    const [bytes] = same.slice(0, 1).flatMap((id) => images.get(id) ?? [])
    return bytes === undefined ? [] : [{ ids: same, bytes }]
  })
}

const unique = (texts: readonly string[]): readonly string[] => [...new Set(texts)]

/** What is there again: jobs, as they stand now, and records. */
export interface Back {
  readonly jobs: readonly Job[]
  readonly records: readonly LicenseRecord[]
  /** How many lines and stored records came back. */
  readonly count: number
}

/**
 * Puts back what was taken and is not there any more; what changed meanwhile stays as it is. What was being read waits
 * for a person to have it read again.
 */
export function putBack({ jobs, records, images, paid }: Taken, stores: Kept): Back {
  return stores.together(() => {
    for (const { ids, bytes } of images) {
      const isKept = (id: string): boolean => stores.images.contentOf(id) !== undefined
      for (const id of ids) {
        const of = isKept(id) ? id : ids.find(isKept)
        if (of === undefined) stores.images.put(id, bytes)
        else stores.images.share(id, of)
      }
    }
    for (const { image, call } of paid)
      if (stores.paid.get(image) === undefined) stores.paid.put(image, call)
    const missing = records.filter(({ id }) => !stores.records.has(id))
    for (const record of missing) stores.records.put(record)
    const back = jobs.flatMap((job) => backOnList(job, stores) ?? [])
    for (const job of back) stores.jobs.put(job)
    const shown = new Set(back.flatMap(({ state }) => recordIdsOf(state)))
    const onList = records.filter(({ id }) => shown.has(id))
    const stored = missing.filter(({ id }) => !shown.has(id))
    return { jobs: back, records: onList, count: back.length + stored.length }
  })
}

function backOnList(job: Job, { jobs, records }: Kept): Job | undefined {
  const now = jobs.get(job.id)
  const isThere = (id: string): boolean => records.has(id)
  if (now !== undefined && now.state.kind !== 'done') return undefined
  const standing = recordIdsOf(now?.state)
  const wanted = recordIdsOf(job.state).filter((id) => isThere(id) || standing.includes(id))
  const added = standing.filter((id) => !wanted.includes(id))
  const [first, ...others] = [...wanted, ...added]
  if (first !== undefined) return { ...job, state: { kind: 'done', recordIds: [first, ...others] } }
  if (now !== undefined) return undefined
  return job.state.kind === 'running' || job.state.kind === 'done'
    ? { ...job, state: { kind: 'cancelled' } }
    : job
}
