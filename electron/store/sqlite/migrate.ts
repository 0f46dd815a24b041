import { createHash } from 'node:crypto'
import { z } from 'zod'
import { fail, ok, type Result } from '../../../core/result.ts'
import type { Database } from './database.ts'
import { migrations as known } from './migrations/all.ts'
import type { Migration } from './migrations/migration.ts'
import { historySql } from './statements.ts'

const row = z.object({
  number: z.number(),
  name: z.string(),
  since: z.string(),
  sha256: z.string(),
})
const count = z.object({ count: z.number() })

export type HistoryProblem =
  /** @param needs the first version of the program that knows it */
  | { readonly kind: 'newer'; readonly needs: string }
  /** @param number of the first migration that is not the one we know, or that is left out */
  | { readonly kind: 'other-history'; readonly number: number }

type Applied = z.output<typeof row>

/** Which migrations a database went through; none in a new one. */
const historyOf = (database: Database): Applied[] =>
  database.row(count, historySql.isThere)?.count === 1 ? database.rows(row, historySql.all) : []

/** Whether a database is one of ours, and not of a newer version; writes nothing. */
export function checkHistory(
  database: Database,
  all: readonly Migration[] = known,
): Result<readonly Applied[], HistoryProblem> {
  const applied = historyOf(database)
  const newest = applied.at(-1)
  if (newest !== undefined && newest.number > all.length)
    return fail({ kind: 'newer', needs: newest.since })
  const odd = applied.findIndex(({ number, sha256 }, index) => {
    const migration = all[index]
    return number !== index + 1 || migration === undefined || sha256 !== hashOf(migration)
  })
  return odd === -1 ? ok(applied) : fail({ kind: 'other-history', number: odd + 1 })
}

/** Takes a database through the migrations that it has not seen, each whole or not at all. */
export function migrate(
  database: Database,
  all: readonly Migration[] = known,
): Result<undefined, HistoryProblem> {
  const history = checkHistory(database, all)
  if (!history.ok) return history
  for (const migration of all.slice(history.value.length))
    database.together(() => {
      if (migration.number === 1) database.exec(historySql.create)
      database.exec(migration.sql)
      const { number, name, since } = migration
      database.run(historySql.put, { number, name, since, sha256: hashOf(migration) })
    })
  return ok(undefined)
}

const hashOf = ({ sql }: Migration): string => createHash('sha256').update(sql).digest('hex')
