import { licenseOf } from '../../core/license/record.ts'
import type { DoNotRentEntry } from '../../core/verdict/do-not-rent.ts'
import type { Listed } from '../../core/verdict/rental.ts'
import { localDate } from '../clock/local-time.ts'
import type { Stores } from '../store/stores.ts'
import type { Note } from './note.ts'

/** Whether the holder of a number is on a list; a number that was not read is nobody’s. */
export const listedIn =
  (list: Pick<Stores['doNotRent'], 'get'>) =>
  (idNumber: string): Listed => {
    const entry = idNumber.trim() === '' ? undefined : list.get(idNumber)
    if (entry === undefined) return null
    const since = entry.addedAt === '' ? '' : localDate(new Date(entry.addedAt))
    return { note: entry.note, since }
  }

export interface DoNotRentParts {
  readonly stores: Pick<Stores, 'records' | 'doNotRent' | 'together'>
  readonly note: Note
  /** Wipes what was removed from the log and the backups. */
  readonly scrub: () => Promise<unknown>
  readonly now: () => Date
}

/** The house's list of whom it does not rent to; who is on it, the records that are kept do not decide. */
export interface DoNotRent {
  all(): readonly DoNotRentEntry[]
  lookUp(idNumbers: readonly string[]): (DoNotRentEntry | undefined)[]
  /** Nothing where there is no such record, or no number on it. */
  add(recordId: string, note: string): DoNotRentEntry | undefined
  remove(id: string): Promise<void>
}

export function createDoNotRent({ stores, note, scrub, now }: DoNotRentParts): DoNotRent {
  const list = stores.doNotRent
  return {
    all: () => list.all(),
    lookUp: (idNumbers) =>
      idNumbers.map((idNumber) => (idNumber.trim() === '' ? undefined : list.get(idNumber))),
    add(recordId, text) {
      const record = stores.records.get(recordId)
      const person = record === undefined ? '' : licenseOf(record).id_num
      if (person.trim() === '') return undefined
      return stores.together(() => {
        note('do-not-rent-added', { subject: recordId })
        return list.put(person, { note: text, addedAt: now().toISOString() })
      })
    },
    async remove(id) {
      stores.together(() => {
        list.remove(id)
        note('do-not-rent-removed')
      })
      await scrub()
    },
  }
}
