import { z } from 'zod'
import { type DoNotRentEntry, listedNumber } from '../../../core/verdict/do-not-rent.ts'
import type { Vault } from '../../vault/vault.ts'
import { unlessDamaged } from '../store-problem.ts'
import type { DoNotRentList } from '../stores.ts'
import { bytes, type Database } from './database.ts'
import type { Removed } from './removed.ts'
import { sealedColumn } from './sealed-values.ts'
import { doNotRentSql } from './statements.ts'

const row = z.object({ person: bytes, content: bytes })
const content = z.object({ note: z.string(), addedAt: z.string() })

/** How a row is called where only text can stand. */
const rowName = (person: Uint8Array): string => Buffer.from(person).toString('hex')

/** Short forms of what the list tells people by: a number of which it is not there is not on the list. */
export interface ListKeys {
  of(idNumber: string): string
  /** Of all that are on the list. */
  all(): ReadonlySet<string>
}

const shortOf = (person: Uint8Array): string => rowName(person).slice(0, 8)

export function doNotRentTable(
  database: Database,
  vault: Vault,
  removed: Removed,
): DoNotRentList & {
  /** Takes a row over from another store with the same key; nothing where its content does not open. */
  putRow(person: Uint8Array, content: Uint8Array): void
  readonly keys: ListKeys
} {
  const contents = sealedColumn(vault, { table: 'do_not_rent', column: 'content', schema: content })
  const keyOf = (idNumber: string): Uint8Array =>
    vault.fingerprint('do not rent', listedNumber(idNumber))
  const entryOf = ({ person, content: sealed }: z.output<typeof row>): DoNotRentEntry => ({
    id: rowName(person),
    ...(unlessDamaged(() => contents.open(rowName(person), sealed)) ?? { note: '', addedAt: '' }),
  })
  return {
    put(idNumber, { note, addedAt }) {
      const person = keyOf(idNumber)
      const sealed = contents.seal(rowName(person), { note, addedAt })
      database.run(doNotRentSql.put, { person, content: sealed })
      return { id: rowName(person), note, addedAt }
    },
    keys: {
      of: (idNumber) => shortOf(keyOf(idNumber)),
      all: () => new Set(database.rows(row, doNotRentSql.all).map(({ person }) => shortOf(person))),
    },
    putRow: (person, sealed) => database.run(doNotRentSql.put, { person, content: sealed }),
    get(idNumber) {
      const found = database.row(row, doNotRentSql.get, { person: keyOf(idNumber) })
      return found && entryOf(found)
    },
    all: () => database.rows(row, doNotRentSql.all).map(entryOf),
    remove: (id) =>
      database.together(() => {
        database.run(doNotRentSql.remove, { person: Buffer.from(id, 'hex') })
        removed.note('do_not_rent', id)
      }),
  }
}
