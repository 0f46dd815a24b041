import { z } from 'zod'
import {
  imageOf,
  type LicenseRecord,
  licenseOf,
  licenseRecord,
} from '../../../core/license/record.ts'
import { matchOf } from '../../../core/records/match.ts'
import { byReadAt } from '../../../core/records/order.ts'
import type { RecordMatch, RecordQuery, RecordsFound } from '../../../core/records/query.ts'
import type { Vault } from '../../vault/vault.ts'
import { isOf, pageOf, sortedBy, wantedBy } from '../matches.ts'
import { hiddenIn } from '../merged.ts'
import { unlessDamaged } from '../store-problem.ts'
import type { RecordStore } from '../stores.ts'
import { bytes, type Database } from './database.ts'
import type { ListKeys } from './do-not-rent.ts'
import { entryOf, judgeableIn } from './judgeable.ts'
import { mendRecordIndex } from './record-index.ts'
import type { Removed } from './removed.ts'
import type { Search } from './search.ts'
import type { JudgedEntry } from './search-block.ts'
import { isOpenable, sealedColumn } from './sealed-values.ts'
import { recordSql } from './statements.ts'

const row = z.object({ place: z.number(), id: z.string(), read_at: z.string(), content: bytes })
const placed = z.object({ place: z.number() })
const named = z.object({ id: z.string() })
const counted = z.object({ count: z.number() })
const marked = z.object({ id: z.string(), read_at: z.string() })

type Row = z.output<typeof row>

/** Whether the plain columns alone tell. */
const isPlain = ({ text = '', readFrom, state, readers, order = 'newest' }: RecordQuery): boolean =>
  text.trim() === '' &&
  readFrom === undefined &&
  state === undefined &&
  readers === undefined &&
  order === 'newest'

/** Comes after every instant. */
const everyInstant = '~'
const all = Number.MAX_SAFE_INTEGER

export interface RecordTableParts {
  readonly database: Database
  readonly vault: Vault
  readonly search: Search
  readonly removed: Removed
  readonly merged: () => ReadonlyMap<string, string>
  readonly listKeys: ListKeys
}

export function recordTable({
  database,
  vault,
  search,
  removed,
  merged,
  listKeys,
}: RecordTableParts): RecordStore {
  const column = { table: 'records', column: 'content' }
  const contents = sealedColumn(vault, { ...column, schema: licenseRecord, isPacked: true })
  const recordIn = ({ id, content }: Row): LicenseRecord => contents.open(id, content)
  const personOf = (idNumber: string): Uint8Array =>
    vault.fingerprint('person', idNumber.toUpperCase())
  const keyOf = (image: string): Uint8Array => vault.fingerprint('image of a record', image)

  /** Ids of records that turned out not to open, by their places: looking at all of them would take seconds. */
  const broken = new Map<number, string>()
  let isIndexSure = false
  let areImagesNoted = false
  let isAllWritten = false
  database.onTakenBack(() => {
    broken.clear()
    isIndexSure = false
    areImagesNoted = false
    isAllWritten = false
  })

  const opens = ({ place, id, content }: Row): boolean => {
    const isWhole = isOpenable(vault, { ...column, row: id }, content)
    if (!isWhole) broken.set(place, id)
    return isWhole
  }
  const rowOf = (id: string): Row | undefined => database.row(row, recordSql.get, { id })
  const placeOf = (id: string): number | undefined =>
    database.row(placed, recordSql.place, { id })?.place
  const recordOf = (id: string): LicenseRecord | undefined => {
    const found = rowOf(id)
    return found && unlessDamaged(() => recordIn(found))
  }
  const entryAt = (place: number, id: string): JudgedEntry | undefined => {
    const record = recordOf(id)
    return record && entryOf(place, record, listKeys)
  }

  /** Ids of those that another record stands for. */
  const hidden = (): ReadonlySet<string> => hiddenIn(merged(), (id) => rowOf(id) !== undefined)

  /** Before anything is found by a plain column for the first time: nobody else changes one while it is open. */
  function makeIndexSure(): void {
    if (isIndexSure) return
    mendRecordIndex({ database, search, sealedEntry: entryAt, personOf })
    isIndexSure = true
  }

  /** An older version noted no images beside the records. */
  function noteImages(): void {
    if (areImagesNoted) return
    database.together(() => {
      for (const { id } of database.rows(named, recordSql.withoutImage)) {
        const record = recordOf(id)
        if (record === undefined) continue
        database.run(recordSql.putImage, { id, image: keyOf(imageOf(record.source)) })
      }
    })
    areImagesNoted = true
  }

  /** By the plain column, unless what is sealed tells of another image. */
  function idsOfImage(image: string): string[] {
    noteImages()
    return database
      .rows(row, recordSql.ofImage, { image: keyOf(image) })
      .filter((found) => {
        const record = unlessDamaged(() => recordIn(found))
        return record === undefined || imageOf(record.source) === image
      })
      .map(({ id }) => id)
  }

  /**
   * By what is sealed, in a content or for searches; the plain column tells of a record only where nothing else of it
   * opens.
   */
  function rowsOfPerson(idNumber: string): Row[] {
    const searched = idNumber === '' ? [] : search.holding(idNumber)
    const rows = new Map(
      [
        ...database.rows(row, recordSql.ofPerson, { person: personOf(idNumber) }),
        ...searched.filter(isOf(idNumber)).flatMap(({ id }) => rowOf(id) ?? []),
      ].map((found) => [found.place, found]),
    )
    return [...rows.values()]
      .filter((found) => {
        const [match] = search.at([found.place])
        const sealed = unlessDamaged(() => matchOf(recordIn(found))) ?? match
        return sealed?.id !== found.id || isOf(idNumber)(sealed)
      })
      .toSorted((one, other) => other.place - one.place)
  }

  /** Without opening what belongs to others. */
  const ofPerson = (idNumber: string): RecordMatch[] =>
    database
      .rows(row, recordSql.ofPerson, { person: personOf(idNumber) })
      .filter(opens)
      .map((found) => matchOf(recordIn(found)))

  function page({ readBefore = everyInstant, offset = 0, limit = all }: RecordQuery): RecordsFound {
    if (readBefore !== everyInstant) makeIndexSure()
    const places = [...hidden()].flatMap((id) => rowOf(id)?.place ?? [])
    const without = JSON.stringify([...broken.keys(), ...places])
    const total = database.row(counted, recordSql.count, { readBefore, without })?.count ?? 0
    const found = database
      .rows(placed, recordSql.page, { readBefore, without, offset, limit })
      .map(({ place }) => place)
    return { total, matches: search.at(found) }
  }

  /** By what is sealed for searches. */
  function sealedMatches({
    offset: _offset,
    limit: _limit,
    ...query
  }: RecordQuery): readonly RecordMatch[] {
    const { text = '', ...others } = query
    const key = JSON.stringify([query, broken.size])
    return search.remembered(key, () => {
      writeMoreDown()
      const without = new Set(broken.values())
      const candidates =
        text.trim() === '' ? [...search.all().values()] : search.holding(text.trim())
      const isWanted = wantedBy(others)
      return sortedBy(
        candidates.filter((match) => !without.has(match.id) && isWanted(match)),
        query,
      )
    })
  }

  /** An older version wrote down less of each record than is looked for now. */
  function writeMoreDown(): void {
    if (isAllWritten) return
    const older = search.older()
    if (older.length > 0)
      database.together(() => {
        for (const { place, match } of older)
          search.put(entryAt(place, match.id) ?? { place, match, judgedBy: undefined })
      })
    isAllWritten = true
  }

  function look(query: RecordQuery): RecordsFound {
    if (query.person !== undefined)
      return pageOf(
        sortedBy(ofPerson(query.person).toReversed().filter(wantedBy(query)), query),
        query,
      )
    if (isPlain(query)) return page(query)
    const put = hidden()
    return pageOf(
      sealedMatches(query).filter(({ id }) => !put.has(id)),
      query,
    )
  }

  /** Looks again whenever something that was found does not open: it is known from then on. */
  function find(query: RecordQuery): RecordsFound {
    for (;;) {
      const known = broken.size
      const found = look(query)
      for (const { id } of found.matches) {
        const at = rowOf(id)
        if (at !== undefined) opens(at)
      }
      if (broken.size === known) return found
    }
  }

  return {
    put: (record) =>
      database.together(() => {
        const at = database.row(placed, recordSql.put, {
          id: record.id,
          readAt: record.readAt,
          person: personOf(licenseOf(record).id_num),
          image: keyOf(imageOf(record.source)),
          content: contents.seal(record.id, record),
        })
        if (at === undefined) return
        search.put(entryOf(at.place, record, listKeys))
        removed.forget('records', record.id)
        broken.delete(at.place)
      }),
    has: (id) => rowOf(id) !== undefined,
    get: recordOf,
    remove: (id) =>
      database.together(() => {
        const at = database.row(placed, recordSql.remove, { id })
        if (at !== undefined) {
          search.remove(at.place)
          broken.delete(at.place)
        }
        removed.note('records', id)
      }),
    find,
    ids(query) {
      const put = hidden()
      return sealedMatches(query).flatMap(({ id }) => (put.has(id) ? [] : [id]))
    },
    judgeable: (ids) => judgeableIn(ids, { database, search, listKeys, placeOf, recordOf }),
    ofImage: idsOfImage,
    marks({ person, readBefore = everyInstant }) {
      makeIndexSure()
      const rows =
        person === undefined
          ? database.rows(marked, recordSql.marks, { readBefore })
          : rowsOfPerson(person).filter(({ read_at: readAt }) => readAt < readBefore)
      return rows.map(({ id, read_at: readAt }) => ({ id, readAt })).toSorted(byReadAt)
    },
  }
}
