import { z } from 'zod'
import { type AuditEntry, auditEntry } from '../../../core/audit/entry.ts'
import type { Vault } from '../../vault/vault.ts'
import type { AuditLog } from '../stores.ts'
import { StoreProblem, unlessDamaged } from '../store-problem.ts'
import { bytes, type Database } from './database.ts'
import { keptValue } from './kept.ts'
import { sealedColumn } from './sealed-values.ts'
import { auditSql, keptSql } from './statements.ts'

const row = z.object({ number: z.number(), entry: bytes, link: bytes })
const headSchema = z.object({ entries: z.number().int().nonnegative(), link: z.base64() })
const slice = 1000

type KeptHead = z.output<typeof headSchema>

/** How many entries there are and the last link: kept sealed, so that a chain cut short is noticed. */
interface Head {
  readonly entries: number
  readonly link: Uint8Array
}
const noEntries: Head = { entries: 0, link: new Uint8Array(32) }
/** After a head that is gone, broken or left behind: no chain leads there, so that what happened stays to be seen. */
const brokenLink = new Uint8Array(32).fill(0xff)

/** Where it stands how far the log had come, outside of the database. */
export interface Anchor {
  load(): KeptHead | undefined
  save(head: KeptHead): void
}

export interface AuditTable extends AuditLog {
  /** Writes down, in a new database, that there are no entries: a head that is gone is noticed from then on. */
  begin(): void
  /** Takes over what tells of the end from a database of an older version. */
  takeOver(): void
  /** Makes of the database a backup: what tells of the end here tells nothing in the database itself. */
  retire(): void
  /** Writes down outside how far the log has come, as long as it goes on from where it was then. */
  anchor(): void
}

const headName = 'audit end'
const olderHeadName = 'audit head'
const backupHeadName = 'audit end in a backup'

/**
 * A chain of entries: each link is made, with a key, of the one before and of what is written down. Whoever changes the
 * file without the key cannot make a link.
 */
export function auditTable(database: Database, vault: Vault, anchor: Anchor): AuditTable {
  const entries = sealedColumn(vault, { table: 'audit', column: 'entry', schema: auditEntry })
  const headCalled = (name: string) => keptValue<KeptHead>(database, vault, name)
  const keptHead = headCalled(headName)
  const olderHead = headCalled(olderHeadName)

  const headIn = (kept: typeof keptHead): KeptHead | undefined =>
    unlessDamaged(() => headSchema.safeParse(kept.load()).data)
  const readHead = (): Head | undefined => fromText(headIn(keptHead))
  const keepHead = (head: Head): void => keptHead.save(toText(head))
  const linkOf = (number: number): Uint8Array | undefined =>
    number === 0
      ? noEntries.link
      : database.row(row, auditSql.after, { number: number - 1, limit: 1 })?.link

  /** Whether the log, up to some end, goes through the place that was written down outside. */
  function passesAnchor({ entries: count }: Head): boolean {
    const known = fromText(anchor.load())
    if (known === undefined) return true
    const link = known.entries > count ? undefined : linkOf(known.entries)
    return link !== undefined && Buffer.from(known.link).equals(link)
  }

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
    takeOver() {
      const head = headIn(olderHead)
      if (head !== undefined) keptHead.save(head)
    },
    retire() {
      const head = headIn(keptHead)
      headCalled(backupHeadName).save(head ?? toText(noEntries))
      for (const name of [headName, olderHeadName]) database.run(keptSql.remove, { name })
    },
    anchor() {
      const head = readHead()
      if (head === undefined || !passesAnchor(head)) return
      const next = toText(head)
      if (anchor.load()?.link !== next.link) anchor.save(next)
    },
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
      if (!isSame) return { kind: 'broken', entry: end.entries + 1 }
      if (passesAnchor(end)) return { kind: 'sound', entries: end.entries }
      // It ends before the place that was written down outside, or other entries lead there.
      return { kind: 'broken', entry: Math.min(anchor.load()?.entries ?? 1, end.entries + 1) }
    },
  }
}

const toText = ({ entries, link }: Head): KeptHead => ({
  entries,
  link: Buffer.from(link).toString('base64'),
})
const fromText = (head: KeptHead | undefined): Head | undefined =>
  head && { entries: head.entries, link: Buffer.from(head.link, 'base64') }

const canonical = (number: number, entry: AuditEntry | undefined): string =>
  entry === undefined
    ? ''
    : JSON.stringify([number, entry.at, entry.who, entry.act, entry.subject, entry.count])
