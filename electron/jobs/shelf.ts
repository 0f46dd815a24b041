import { type Back, putBack, type Taken, takenBy } from './taken.ts'
import type { Stores } from '../store/stores.ts'

/** What a person took off, held in memory alone, so that it can be brought back. */
export interface Shelf {
  /** Before they go: lines of the list and records, by their ids. */
  readonly hold: (ids: readonly string[]) => void
  /** Brings back whatever was taken together with any of these; nothing when it is not held any more. */
  readonly bringBack: (ids: readonly string[]) => Back | undefined
  /** Lets go of everything: when it is locked, and when somebody is to be forgotten. */
  readonly clear: () => void
}

/** Acts that are held, and bytes of pasted images among them, at most: the oldest go first. */
const most = { acts: 50, bytes: 200 * 1024 * 1024 }

type Kept = Pick<Stores, 'jobs' | 'records' | 'images' | 'paid' | 'together'>

export function createShelf(stores: Kept): Shelf {
  let held: { readonly ids: ReadonlySet<string>; readonly taken: Taken }[] = []
  const bytes = (): number =>
    held.flatMap(({ taken }) => taken.images).reduce((sum, image) => sum + image.bytes.length, 0)
  return {
    hold(ids) {
      held.push({ ids: new Set(ids), taken: takenBy(ids, stores) })
      while (held.length > most.acts || (held.length > 1 && bytes() > most.bytes)) held.shift()
    },
    bringBack(ids) {
      const wanted = held.filter((act) => ids.some((id) => act.ids.has(id)))
      if (wanted.length === 0) return undefined
      held = held.filter((act) => !wanted.includes(act))
      const back = wanted.map(({ taken }) => putBack(taken, stores))
      return {
        jobs: back.flatMap(({ jobs }) => jobs),
        records: back.flatMap(({ records }) => records),
        count: back.reduce((sum, { count }) => sum + count, 0),
      }
    },
    clear() {
      held = []
    },
  }
}
