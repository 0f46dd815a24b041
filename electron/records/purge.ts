import type { PurgeView } from '../../core/ipc/held.ts'
import { recordIdsOf } from '../../core/jobs/job.ts'
import { isOver } from '../../core/jobs/step.ts'
import { imageOf } from '../../core/license/record.ts'
import type { RecordMark, Stores } from '../store/stores.ts'
import { figuresOf } from './figures.ts'
import type { Note } from './note.ts'
import { removeRecords } from './remove-records.ts'

export interface PurgeParts {
  readonly stores: Pick<Stores, 'jobs' | 'records' | 'images' | 'paid' | 'figures'>
  readonly note: Note
  /** Takes records off the desk's list and tells the window; `alongside` stands or falls with it. */
  readonly putAway: (recordIds: readonly string[], alongside: () => void) => void
  /** Wipes what was deleted from the log and the backups. */
  readonly scrub: () => Promise<unknown>
}

/**
 * Records read before an instant (UTC, ISO 8601), and their deletion, also from the list. Images that wait stay,
 * and so does a record that is being read once more.
 */
export interface Purge {
  /** What would go now. */
  preview(readBefore: string): PurgeView
  /** Takes it; returns what it was. Where there is nothing it still wipes what an earlier deletion could not. */
  carryOut(readBefore: string): Promise<PurgeView>
}

export function createPurge({ stores, note, putAway, scrub }: PurgeParts): Purge {
  const { jobs, records, paid, figures } = stores
  const due = (readBefore: string): readonly RecordMark[] => {
    const again = new Set(
      jobs.all().flatMap(({ state }) => (isOver(state) ? [] : recordIdsOf(state))),
    )
    return records.marks({ readBefore }).filter(({ id }) => !again.has(id))
  }
  /** What is remembered of a call stays as long as an image on the list may ask for it, or a record has it. */
  const take = (ids: ReadonlySet<string>): void => {
    const stillAsked = new Set<string>()
    const images = new Set<string>()
    for (const { state, source } of jobs.all()) {
      const isGoing = state.kind === 'done' && state.recordIds.every((id) => ids.has(id))
      if (!isGoing && state.kind !== 'cancelled') stillAsked.add(imageOf(source))
    }
    putAway([...ids], () => {
      const removed = removeRecords(ids, stores)
      for (const { source } of removed) images.add(imageOf(source))
      figures.add(figuresOf(removed))
      for (const image of images)
        if (!stillAsked.has(image) && records.ofImage(image).length === 0) paid.remove(image)
      note('records-purged', { count: ids.size })
    })
  }
  return {
    preview: (readBefore) => viewOf(due(readBefore)),
    async carryOut(readBefore) {
      // What a record itself says stands above what it was found by; one that does not open says nothing.
      const going = due(readBefore).filter(({ id }) => (records.get(id)?.readAt ?? '') < readBefore)
      if (going.length > 0) take(new Set(going.map(({ id }) => id)))
      await scrub()
      return viewOf(going)
    },
  }
}

const viewOf = (newestFirst: readonly RecordMark[]): PurgeView => ({
  count: newestFirst.length,
  oldest: newestFirst.at(-1)?.readAt ?? '',
  newest: newestFirst[0]?.readAt ?? '',
})
