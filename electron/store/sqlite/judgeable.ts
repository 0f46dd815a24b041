import { licenseOf, type LicenseRecord } from '../../../core/license/record.ts'
import { matchOf } from '../../../core/records/match.ts'
import { basisOf } from '../../../core/verdict/basis.ts'
import { StoreProblem } from '../store-problem.ts'
import type { JudgeableRecord } from '../stores.ts'
import type { Database } from './database.ts'
import type { ListKeys } from './do-not-rent.ts'
import type { Search } from './search.ts'
import type { JudgedEntry } from './search-block.ts'

/** A record as searches and verdicts know it. */
export const entryOf = (place: number, record: LicenseRecord, listKeys: ListKeys): JudgedEntry => ({
  place,
  match: matchOf(record),
  judgedBy: { basis: basisOf(record), listKey: listKeys.of(licenseOf(record).id_num) },
})

export interface JudgeableParts {
  readonly database: Database
  readonly search: Pick<Search, 'blocks' | 'judged' | 'putJudged'>
  readonly listKeys: ListKeys
  readonly placeOf: (id: string) => number | undefined
  /** Nothing where it does not open. */
  readonly recordOf: (id: string) => LicenseRecord | undefined
}

/** So few are looked up one by one; of more, all blocks are gone through. */
const few = 200

/**
 * By what some records are judged, as it stands sealed for searches. Of what an older version did not write down there,
 * the record is opened, and it is written down then.
 */
export function* judgeableIn(
  ids: ReadonlySet<string>,
  { database, search, listKeys, ...parts }: JudgeableParts,
): Generator<JudgeableRecord> {
  const listed = listKeys.all()
  const places = ids.size > few ? undefined : [...ids].flatMap((id) => parts.placeOf(id) ?? [])
  for (const block of search.blocks(places)) {
    const opened: JudgedEntry[] = []
    for (const entry of search.judged(block, ids)) {
      const { id } = entry.match
      let { judgedBy } = entry
      if (judgedBy === undefined) {
        const record = parts.placeOf(id) === entry.place ? parts.recordOf(id) : undefined
        if (record === undefined) continue
        const fresh = entryOf(entry.place, record, listKeys)
        opened.push(fresh)
        judgedBy = fresh.judgedBy
      }
      if (judgedBy !== undefined)
        yield { id, basis: judgedBy.basis, mayBeListed: listed.has(judgedBy.listKey) }
    }
    if (opened.length > 0) writeDown(() => database.soon(() => search.putJudged(block, opened)))
  }
}

/** What cannot be written down is opened again the next time. */
function writeDown(act: () => void): void {
  try {
    act()
  } catch (error) {
    if (!(error instanceof StoreProblem)) throw error
  }
}
