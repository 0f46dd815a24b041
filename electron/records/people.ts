import type { AuditEntry } from '../../core/audit/entry.ts'
import type { HeldOfPerson, PersonForgotten } from '../../core/ipc/held.ts'
import { licenseOf, type LicenseRecord } from '../../core/license/record.ts'
import type { DoNotRentEntry } from '../../core/verdict/do-not-rent.ts'
import type { Stores } from '../store/stores.ts'
import { withFamilies } from './family.ts'
import { type Deletion, isTrace, isUnread, type Traces, tracesOf } from './deletion.ts'
import type { Note } from './note.ts'

export interface PeopleParts {
  readonly stores: Pick<Stores, 'jobs' | 'records' | 'arrivals' | 'audit' | 'doNotRent' | 'merged'>
  readonly deletion: Deletion
  readonly note: Note
}

/** Everything about one person, as it is handed out. */
export interface PersonFile {
  readonly records: readonly LicenseRecord[]
  readonly entries: readonly AuditEntry[]
  /** What stands about the person on the do-not-rent list. */
  readonly doNotRent: DoNotRentEntry | undefined
}

/** What is held about the person on a license; nothing where that record is not there any more. */
export interface People {
  held(recordId: string): HeldOfPerson | undefined
  /** The last record that was read before this one, with the same number. */
  before(recordId: string): LicenseRecord | undefined
  file(recordId: string): PersonFile | undefined
  /** @param fromDoNotRent whether the entry on the do-not-rent list goes too; it stays otherwise */
  forget(recordId: string, fromDoNotRent?: boolean): Promise<PersonForgotten>
}

/** All entries that an audit log can hold. */
const everything = 10_000_000

export function createPeople({ stores, deletion, note }: PeopleParts): People {
  const personOf = (recordId: string): string => {
    const record = stores.records.get(recordId)
    return record === undefined ? '' : licenseOf(record).id_num
  }
  const listed = (recordId: string): DoNotRentEntry | undefined => {
    const person = personOf(recordId)
    return person === '' ? undefined : stores.doNotRent.get(person)
  }
  /**
   * Also of those that do not open, and of what was merged with one. A number that was not read tells nobody apart: then
   * it is this record alone.
   */
  const idsOf = (recordId: string): string[] => {
    const person = personOf(recordId)
    const own = person === '' ? [recordId] : stores.records.marks({ person }).map(({ id }) => id)
    return [...withFamilies(own, stores.merged.all())]
  }
  const recordsOf = (recordId: string): LicenseRecord[] =>
    idsOf(recordId).flatMap((id) => stores.records.get(id) ?? [])
  const file = (recordId: string): PersonFile | undefined => {
    const records = recordsOf(recordId)
    if (records.length === 0) return undefined
    const ids = new Set(records.map(({ id }) => id))
    const entries = stores.audit.newest(everything).filter(({ subject }) => ids.has(subject))
    return { records, entries, doNotRent: listed(recordId) }
  }
  const notLookedInto = (traces: Traces): Pick<HeldOfPerson, 'unread' | 'arriving'> => ({
    unread: stores.jobs.all().filter((job) => isUnread(job, traces)).length,
    arriving: stores.arrivals.all().length,
  })
  return {
    file,
    before(recordId) {
      const person = personOf(recordId)
      const readBefore = stores.records.get(recordId)?.readAt
      if (person === '' || readBefore === undefined) return undefined
      const [last] = stores.records.find({ person, readBefore, limit: 1 }).matches
      return last && stores.records.get(last.id)
    },
    held(recordId) {
      const all = file(recordId)
      if (all === undefined) return undefined
      const traces = tracesOf(all.records)
      const waiting = stores.jobs.all().filter((job) => isTrace(job, traces))
      return {
        records: all.records.length,
        images: waiting.length,
        ...notLookedInto(traces),
        entries: all.entries.length,
        isListed: all.doNotRent !== undefined,
      }
    },
    async forget(recordId, fromDoNotRent = false) {
      const entry = listed(recordId)
      const takeOff = (): void => {
        if (entry === undefined || !fromDoNotRent) return
        stores.doNotRent.remove(entry.id)
        note('do-not-rent-removed', { subject: recordId })
      }
      const noted = { act: 'person-forgotten', subject: recordId } as const
      const deleted = await deletion(idsOf(recordId), noted, takeOff)
      // What tells of this person is gone by now.
      const gone = { ...deleted, ...notLookedInto(tracesOf([])) }
      if (entry === undefined) return { ...gone, list: 'none' }
      return { ...gone, list: fromDoNotRent ? 'removed' : 'kept' }
    },
  }
}
