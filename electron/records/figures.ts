import { countRecord } from '../../core/figures/count-record.ts'
import { addTallies, type Tally, type TallyRow } from '../../core/figures/tally.ts'
import type { FiguresFound } from '../../core/ipc/people.ts'
import type { LicenseRecord } from '../../core/license/record.ts'
import { localDate } from '../clock/local-time.ts'
import type { Stores } from '../store/stores.ts'
import { walkRecords, type WalkParts } from './walk.ts'

const rowOf = (record: LicenseRecord): TallyRow =>
  countRecord(record, localDate(new Date(record.readAt)))

/** Counts alone, of records that are about to be deleted. */
export const figuresOf = (records: readonly LicenseRecord[]): Tally =>
  addTallies(records.map(rowOf))

/** So many rows at most are held before they are added up. */
const many = 2000

/** The figures of all that was ever read, also of what is deleted by now; nothing where it was given up. */
export async function findFigures({
  stores,
  ...walk
}: Omit<WalkParts, 'records'> & {
  readonly stores: Pick<Stores, 'records' | 'figures'>
}): Promise<FiguresFound | undefined> {
  const kept = stores.figures.all()
  let rows = kept
  let fresh: TallyRow[] = []
  const addUp = (): void => {
    rows = addTallies(rows, fresh)
    fresh = []
  }
  const looked = await walkRecords({ ...walk, records: stores.records }, (record) => {
    fresh.push(rowOf(record))
    if (fresh.length === many) addUp()
  })
  if (looked === undefined) return undefined
  addUp()
  return { rows, ofDeleted: kept.reduce((all, { licenses }) => all + licenses, 0) }
}
