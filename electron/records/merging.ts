import { type LicenseRecord, licenseOf } from '../../core/license/record.ts'
import { mayBeOne } from '../../core/people/same-person.ts'
import type { Stores } from '../store/stores.ts'
import { withFamilies } from './family.ts'
import type { Note } from './note.ts'

export interface MergingParts {
  readonly stores: Pick<Stores, 'records' | 'merged' | 'together'>
  readonly note: Note
  /** Takes records that were merged off the desk's list; `alongside` stands or falls with it. */
  readonly putAway: (recordIds: readonly string[], alongside: () => void) => void
}

/**
 * Several records of one person stand as one: the one that was read last, with its own values. The others keep theirs,
 * each with its image, and can be taken apart again.
 */
export interface Merging {
  /** @returns the id of the record that stands; nothing where one is gone or they are not one person's */
  merge(recordIds: readonly string[]): string | undefined
  /** Takes a record out again: it stands for itself. */
  part(recordId: string): void
}

export function createMerging({ stores, note, putAway }: MergingParts): Merging {
  const { records, merged } = stores
  return {
    merge(recordIds) {
      const ids = withFamilies(recordIds, merged.all())
      const all = ids.flatMap((id) => records.get(id) ?? [])
      const isWhole = recordIds.every((id) => all.some((record) => record.id === id))
      if (!isWhole || all.length < 2 || !mayBeOne(all.map(licenseOf))) return undefined
      const head = newestOf(all)
      const members = all.map(({ id }) => id).filter((id) => id !== head)
      putAway(members, () => {
        const rest = [...merged.all()].filter(([id]) => !ids.includes(id) && records.has(id))
        merged.put(new Map([...rest, ...members.map((id) => [id, head] as const)]))
        note('records-merged', { subject: head, count: all.length })
      })
      return head
    },
    part(recordId) {
      const rest = new Map(merged.all())
      const head = rest.get(recordId)
      if (head === undefined) return
      rest.delete(recordId)
      stores.together(() => {
        merged.put(rest)
        note('records-parted', { subject: head })
      })
    },
  }
}

const newestOf = (all: readonly LicenseRecord[]): string =>
  all.reduce((last, one) => (one.readAt > last.readAt ? one : last)).id
