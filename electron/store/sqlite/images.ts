import { z } from 'zod'
import type { Place, Vault } from '../../vault/vault.ts'
import type { KeptImages } from '../stores.ts'
import { bytes, type Database } from './database.ts'
import { openSealed } from './sealed-values.ts'
import { imageSql } from './statements.ts'

const row = z.object({ bytes })
const named = z.object({ content: z.string() })

const placeOf = (content: string): Place => ({ table: 'images', row: content, column: 'bytes' })

/** Throws a `StoreProblem` of the kind `damaged` where it does not open any more. */
export function imageIn(database: Database, vault: Vault, content: string): Uint8Array | undefined {
  const found = database.row(row, imageSql.get, { content })
  return found && openSealed(vault, placeOf(content), found.bytes)
}

export function imageTable(database: Database, vault: Vault): KeptImages {
  const contentOf = (id: string): string | undefined =>
    database.row(named, imageSql.contentOf, { id })?.content
  return {
    contentOf,
    put: (id, image) =>
      database.together(() => {
        database.run(imageSql.put, { content: id, bytes: vault.seal(placeOf(id), image) })
        database.run(imageSql.name, { id, content: id })
      }),
    share(id, of) {
      const content = contentOf(of)
      if (content !== undefined) database.run(imageSql.name, { id, content })
    },
    get(id) {
      const content = contentOf(id)
      return content === undefined ? undefined : imageIn(database, vault, content)
    },
    remove: (id) =>
      database.together(() => {
        const gone = database.row(named, imageSql.removeName, { id })
        if (gone !== undefined) database.run(imageSql.removeUnnamed, { content: gone.content })
      }),
  }
}
