import { z } from 'zod'
import { type AuditEntry, auditEntry } from '../../../core/audit/entry.ts'
import type { Vault } from '../../vault/vault.ts'
import type { AuditLog } from '../stores.ts'
import { StoreProblem } from '../store-problem.ts'
import { bytes, type Database } from './database.ts'
import { keptValue } from './kept.ts'
import { sealedColumn } from './sealed-values.ts'
import { auditSql } from './statements.ts'

const row = z.object({ number: z.number(), entry: bytes, link: bytes })
const headSchema = z.object({ entries: z.number().int().nonnegative(), link: z.base64() })
const slice = 1000

/** How many entries there are and the last link: kept sealed, so that a chain cut short is noticed. */
interface Head {
  readonly entries: number
  readonly link: Uint8Array
}
const noEntries: Head = { entries: 0, link: new Uint8Array(32) }
/** After a head that is gone, broken or left behind: no chain leads there, so that what happened stays to be seen. */
const brokenLink = new Uint8Array(32).fill(0xff)

interface AuditTable extends AuditLog {
  /** Writes down, in a new database, that there are no entries: a head that is gone is noticed from then on. */
  begin(): void
}

/**
 * A chain of entries: each link is made, with a key, of the one before and of what is written down. Whoever changes the
 * file without the key cannot make a link.
 */
export function auditTable(database: Database, vault: Vault): AuditTable {
  const entries = sealedColumn(vault, { table: 'audit', column: 'entry', schema: auditEntry })
  const keptHead = keptValue<{ entries: number; link: string }>(database, vault, 'audit head')

  function readHead(): Head | undefined {
    try {
      const found = headSchema.safeParse(keptHead.load())
      if (!found.success) return undefined
      return { entries: found.data.entries, link: Buffer.from(found.data.link, 'base64') }
    } catch (error) {
      if (error instanceof StoreProblem && error.kind === 'damaged') return undefined
      throw error
    }
  }

  const keepHead = ({ entries: count, link }: Head): void =>
    keptHead.save({ entries: count, link: Buffer.from(link).toString('base64') })

  const lastNumber = (): number => database.row(row, auditSql.newest, { limit: 1 })?.number ?? 0

  /** The number of the first entry that does not fit, or the head that the chain leads to. */
  function follow(): Head | number {
    let head = noEntries
    for (;;) {
      const rows = database.rows(row, auditSql.after, { number: head.entries, limit: slice })
      for (const found of rows) {
        const number = head.entries + 1
        const link = vault.link(head.link, canonical(number, openEntry(found)))
        if (found.number !== number || !Buffer.from(link).equals(found.link)) return number
        head = { entries: number, link }
      }
      if (rows.length < slice) return head
    }
  }

  const openEntry = ({ number, entry }: z.output<typeof row>): AuditEntry | undefined => {
    try {
      return entries.open(String(number), entry)
    } catch (error) {
      if (error instanceof StoreProblem) return undefined
      throw error
    }
  }

  return {
    begin: () => keepHead(noEntries),
    write: (entry) =>
      database.together(() => {
        const [head, last] = [readHead(), lastNumber()]
        const isBehind = head === undefined || head.entries < last
        const before = isBehind ? { entries: last, link: brokenLink } : head
        const number = before.entries + 1
        const link = vault.link(before.link, canonical(number, entry))
        const sealed = entries.seal(String(number), entry)
        database.run(auditSql.put, { number, entry: sealed, link })
        keepHead({ entries: number, link })
      }),
    newest: (limit) =>
      database.rows(row, auditSql.newest, { limit }).flatMap((found) => openEntry(found) ?? []),
    verify() {
      const end = follow()
      if (typeof end === 'number') return { kind: 'broken', entry: end }
      const head = readHead()
      const isSame = head?.entries === end.entries && Buffer.from(head.link).equals(end.link)
      if (isSame) return { kind: 'sound', entries: end.entries }
      return { kind: 'broken', entry: end.entries + 1 }
    },
  }
}

const canonical = (number: number, entry: AuditEntry | undefined): string =>
  entry === undefined
    ? ''
    : JSON.stringify([number, entry.at, entry.who, entry.act, entry.subject, entry.count])
