import type { AuditEntry } from '../../core/audit/entry.ts'
import type { Forgotten, HeldOfPerson } from '../../core/ipc/held.ts'
import { licenseOf, type LicenseRecord } from '../../core/license/record.ts'
import type { Stores } from '../store/stores.ts'
import { withFamilies } from './family.ts'
import { type Deletion, isTrace, tracesOf } from './deletion.ts'

export interface PeopleParts {
  readonly stores: Pick<Stores, 'jobs' | 'records' | 'audit' | 'merged'>
  readonly deletion: Deletion
}

/** Everything about one person, as it is handed out. */
export interface PersonFile {
  readonly records: readonly LicenseRecord[]
  readonly entries: readonly AuditEntry[]
}

/** What is held about the person on a license; nothing where that record is not there any more. */
export interface People {
  held(recordId: string): HeldOfPerson | undefined
  file(recordId: string): PersonFile | undefined
  forget(recordId: string): Promise<Forgotten>
}

/** All entries that an audit log can hold. */
const everything = 10_000_000

export function createPeople({ stores, deletion }: PeopleParts): People {
  /** Also of those that do not open, and of what was merged with one. A number that was not read tells nobody apart: then it is this record alone. */
  const idsOf = (recordId: string): string[] => {
    const record = stores.records.get(recordId)
    const person = record === undefined ? '' : licenseOf(record).id_num
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
    return { records, entries }
  }
  return {
    file,
    held(recordId) {
      const all = file(recordId)
      if (all === undefined) return undefined
      const traces = tracesOf(all.records)
      const waiting = stores.jobs.all().filter((job) => isTrace(job, traces))
      return { records: all.records.length, images: waiting.length, entries: all.entries.length }
    },
    forget: (recordId) => deletion(idsOf(recordId), { act: 'person-forgotten', subject: recordId }),
  }
}
