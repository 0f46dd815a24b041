import { z } from 'zod'
import type { Database } from './database.ts'
import { removedSql } from './statements.ts'

/** Tables whose rows backups hold too. */
const removable = z.enum(['jobs', 'records', 'paid', 'do_not_rent'])
export const removedRow = z.object({ what: removable, id: z.string() })

export type RemovedRow = z.output<typeof removedRow>

/** Which rows were removed here, and still stand in older backups. */
export interface Removed {
  note(what: RemovedRow['what'], id: string): void
  /** It is there again. */
  forget(what: RemovedRow['what'], id: string): void
  all(): RemovedRow[]
  clear(rows: readonly RemovedRow[]): void
}

export const removedTable = (database: Database): Removed => ({
  note: (what, id) => database.run(removedSql.put, { what, id }),
  forget: (what, id) => database.run(removedSql.clear, { what, id }),
  all: () => database.rows(removedRow, removedSql.all),
  clear: (rows) =>
    database.together(() => {
      for (const each of rows) database.run(removedSql.clear, each)
    }),
})
