import { z } from 'zod'
import type { Place, Vault } from '../../vault/vault.ts'
import type { KeptImages } from '../stores.ts'
import { bytes, type Database } from './database.ts'
import { openSealed } from './sealed-values.ts'
import { imageSql } from './statements.ts'

const row = z.object({ id: z.string(), bytes })

export function imageTable(database: Database, vault: Vault): KeptImages {
  const placeOf = (id: string): Place => ({ table: 'images', row: id, column: 'bytes' })
  return {
    put: (id, image) => database.run(imageSql.put, { id, bytes: vault.seal(placeOf(id), image) }),
    get(id) {
      const found = database.row(row, imageSql.get, { id })
      return found && openSealed(vault, placeOf(id), found.bytes)
    },
    remove: (id) => database.run(imageSql.remove, { id }),
  }
}
