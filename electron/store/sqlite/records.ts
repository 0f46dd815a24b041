import { z } from 'zod'
import { type LicenseRecord, licenseOf, licenseRecord } from '../../../core/license/record.ts'
import type { RecordMatch, RecordQuery, RecordsFound } from '../../../core/records/query.ts'
import type { Vault } from '../../vault/vault.ts'
import { byReadAt, matchOf, pageOf, wantedBy } from '../matches.ts'
import type { RecordStore } from '../stores.ts'
import { bytes, type Database } from './database.ts'
import type { Removed } from './removed.ts'
import type { Search } from './search.ts'
import { sealedColumn } from './sealed-values.ts'
import { recordSql } from './statements.ts'

const row = z.object({ id: z.string(), content: bytes })
const placed = z.object({ place: z.number() })
const counted = z.object({ count: z.number() })

/** Comes after every instant. */
const everyInstant = '~'
const all = Number.MAX_SAFE_INTEGER

export function recordTable(
  database: Database,
  vault: Vault,
  search: Search,
  removed: Removed,
): RecordStore {
  const contents = sealedColumn(vault, {
    table: 'records',
    column: 'content',
    schema: licenseRecord,
    isPacked: true,
  })
  const recordIn = ({ id, content }: z.output<typeof row>): LicenseRecord =>
    contents.open(id, content)
  const personOf = (idNumber: string): Uint8Array =>
    vault.fingerprint('person', idNumber.toUpperCase())

  /** Without opening what belongs to others. */
  const ofPerson = (idNumber: string): RecordMatch[] =>
    database
      .rows(row, recordSql.ofPerson, { person: personOf(idNumber) })
      .map((found) => matchOf(recordIn(found)))

  function page({ readBefore = everyInstant, offset = 0, limit = all }: RecordQuery): RecordsFound {
    const total = database.row(counted, recordSql.count, { readBefore })?.count ?? 0
    const places = database
      .rows(placed, recordSql.page, { readBefore, offset, limit })
      .map(({ place }) => place)
    return { total, matches: search.at(places) }
  }

  return {
    put: (record) =>
      database.together(() => {
        const at = database.row(placed, recordSql.put, {
          id: record.id,
          readAt: record.readAt,
          person: personOf(licenseOf(record).id_num),
          content: contents.seal(record.id, record),
        })
        if (at !== undefined) search.put(at.place, matchOf(record))
      }),
    get: (id) => database.rows(row, recordSql.get, { id }).map(recordIn)[0],
    remove: (id) =>
      database.together(() => {
        const at = database.row(placed, recordSql.remove, { id })
        if (at !== undefined) search.remove(at.place)
        removed.note('records', id)
      }),
    find(query) {
      const text = query.text?.trim() ?? ''
      if (query.person === undefined && text === '') return page(query)
      if (query.person !== undefined)
        return pageOf(ofPerson(query.person).filter(wantedBy(query)).toSorted(byReadAt), query)
      const { text: _found, ...others } = query
      const found = search.holding(text).filter(wantedBy(others)).toReversed()
      return pageOf(found.toSorted(byReadAt), query)
    },
  }
}
