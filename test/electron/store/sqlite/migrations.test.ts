import { readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type Database, openDatabase } from '../../../../electron/store/sqlite/database.ts'
import { migrate } from '../../../../electron/store/sqlite/migrate.ts'
import { migrations } from '../../../../electron/store/sqlite/migrations/all.ts'
import type { Migration } from '../../../../electron/store/sqlite/migrations/migration.ts'
import { newFolder } from '../../settings/folder.ts'

const second: Migration = {
  number: migrations.length + 1,
  name: 'second',
  since: '0.9.0',
  sql: `ALTER TABLE jobs ADD COLUMN note TEXT; CREATE INDEX jobs_note ON jobs (note);`,
}
const failing: Migration = {
  number: migrations.length + 2,
  name: 'failing',
  since: '0.9.1',
  sql: `CREATE TABLE half (id INTEGER PRIMARY KEY); INSERT INTO nowhere VALUES (1);`,
}

function newDatabase(): Database {
  return openDatabase(path.join(newFolder(), 'desk.sqlite'))
}

const schemaRow = z.object({ name: z.string(), sql: z.string().nullable() })
const schemaOf = (database: Database): unknown =>
  database.rows(schemaRow, `SELECT name, sql FROM sqlite_schema ORDER BY name`)

describe('the migrations', () => {
  it('stand one in each file, numbered without a gap, and never change', () => {
    expect(migrations.map(({ number }) => number)).toEqual(migrations.map((_, at) => at + 1))
    const folder = path.resolve(import.meta.dirname, '../../../../electron/store/sqlite/migrations')
    const files = readdirSync(folder).filter((name) => /^\d/.test(name))
    expect(files.toSorted()).toEqual(
      migrations.map(({ number, name }) => `${String(number).padStart(4, '0')}-${name}.ts`),
    )
    const database = newDatabase()
    migrate(database)
    const applied = database.rows(
      z.object({ number: z.number(), sha256: z.string() }),
      `SELECT number, sha256 FROM migrations`,
    )
    expect(applied).toEqual([
      { number: 1, sha256: '87d9ed1f7cab4f81ae0ab4d197900816806e7ed6793bb19c1921ec888ab97da5' },
      { number: 2, sha256: '81fea238ad5be446d8021143420f030968bc854be707d737b229933abb7fb4db' },
      { number: 3, sha256: '3e9e4d9d569d1f6afffffe053cfe7c6061d26dd16b57493a66ceec1f3064c1db' },
      { number: 4, sha256: 'a6f6b99c7ba95ee5773f97f00976728a6565898efc08d9536228641e1e514365' },
    ])
    database.close()
  })

  it('bring an older database to the same schema as a new one, and keep what is in it', () => {
    const [older, fresh] = [newDatabase(), newDatabase()]
    migrate(older)
    older.exec(`INSERT INTO images (id, bytes) VALUES ('a', x'01')`)
    const all = [...migrations, second]
    expect(migrate(older, all)).toEqual({ ok: true, value: undefined })
    expect(migrate(fresh, all)).toEqual({ ok: true, value: undefined })
    expect(schemaOf(older)).toEqual(schemaOf(fresh))
    const kept = older.rows(z.object({ id: z.string() }), `SELECT id FROM images`)
    expect(kept).toEqual([{ id: 'a' }])
    older.close()
    fresh.close()
  })

  it('change nothing the second time', () => {
    const database = newDatabase()
    migrate(database)
    const before = schemaOf(database)
    expect(migrate(database).ok).toBe(true)
    expect(schemaOf(database)).toEqual(before)
    database.close()
  })

  it('leave nothing of one that fails in the middle', () => {
    const database = newDatabase()
    const all = [...migrations, second, failing]
    expect(() => migrate(database, all)).toThrow('SQLite')
    expect(JSON.stringify(schemaOf(database))).not.toContain('half')
    expect(JSON.stringify(schemaOf(database))).toContain('jobs_note')
    expect(migrate(database, [...migrations, second]).ok).toBe(true)
    database.close()
  })

  it('are refused when one was edited, left out or is not known', () => {
    const database = newDatabase()
    const all = [...migrations, second]
    migrate(database, all)
    const edited = [...migrations, { ...second, sql: `${second.sql} ` }]
    expect(migrate(database, edited)).toEqual({
      ok: false,
      error: { kind: 'other-history', number: second.number },
    })
    expect(migrate(database)).toEqual({ ok: false, error: { kind: 'newer', needs: '0.9.0' } })
    database.exec(`DELETE FROM migrations WHERE number = 1`)
    expect(migrate(database, all)).toEqual({
      ok: false,
      error: { kind: 'other-history', number: 1 },
    })
    database.close()
  })
})
