import type { AuditAct } from '../../core/audit/entry.ts'
import { callList } from '../../core/export/call-list.ts'
import { figuresTable } from '../../core/export/figures-table.ts'
import type { ExportOutcome, Problem } from '../../core/ipc/contract.ts'
import type { Walked } from '../../core/ipc/people.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import { localMinute } from '../clock/local-time.ts'
import { findFigures } from '../records/figures.ts'
import type { Merging } from '../records/merging.ts'
import type { Note } from '../records/note.ts'
import { findRenewals, renewalsOf } from '../records/renewals.ts'
import { seenBefore } from '../records/returning.ts'
import { oneAtATime } from '../records/turns.ts'
import type { SettingsStore } from '../settings/settings-store.ts'
import type { Stores } from '../store/stores.ts'
import type { Answers } from './serve.ts'

/** A table that is asked where to write. */
export type PlainTable = 'call-list' | 'figures'

export interface CustomerParts {
  readonly stores: Pick<Stores, 'records' | 'merged' | 'figures'>
  readonly merging: Merging
  readonly settings: Pick<SettingsStore, 'read'>
  /** Opens the system's dialog; nothing when the person closed it. */
  readonly askWhereTable: (what: PlainTable) => Promise<string | undefined>
  readonly writeTable: (path: string, table: string[][]) => Promise<ExportOutcome>
  /** How far a look through all records has come. */
  readonly onWalked: (walked: Walked) => void
  /** Asked again when the dialog is closed: it may have stood open longer than the desk. */
  readonly isLocked: () => boolean
  /** Files written in this run, which may be shown. */
  readonly written: Set<string>
  readonly note: Note
  readonly now: () => Date
}

type CustomerChannel =
  | 'person:seen'
  | 'person:merge'
  | 'person:part'
  | 'renewals:find'
  | 'renewals:export'
  | 'figures:read'
  | 'figures:export'
  | 'people:stop'

/** Customers who come again, whom to call, and how well it reads here. */
export function customerAnswers(parts: CustomerParts): Pick<Answers, CustomerChannel> {
  const { stores, merging, note, now } = parts
  const walks = oneAtATime((looked, total) => parts.onWalked({ looked, total }))

  const write = async (
    what: PlainTable,
    tableOf: () => Promise<string[][] | undefined> | string[][],
    act: AuditAct,
  ): Promise<Result<ExportOutcome, Problem>> => {
    const target = await parts.askWhereTable(what)
    if (target === undefined) return ok({ kind: 'cancelled' })
    if (parts.isLocked()) return fail({ kind: 'locked', detail: what })
    const table = await tableOf()
    if (table === undefined || parts.isLocked()) return ok({ kind: 'cancelled' })
    const outcome = await parts.writeTable(target, table)
    if (outcome.kind === 'written') {
      parts.written.add(outcome.path)
      note(act, { count: outcome.rows })
    }
    return ok(outcome)
  }

  return {
    'person:seen': async ({ recordId }) => ok(seenBefore(recordId, stores) ?? null),
    'person:merge': async ({ recordIds }) => ok(merging.merge(recordIds) ?? null),
    'person:part': async ({ recordId }) => {
      merging.part(recordId)
      return ok(null)
    },
    'renewals:find': async ({ within }) =>
      ok((await findRenewals({ stores, now: now(), within, ...walks.next() })) ?? null),
    'renewals:export': ({ recordIds }) =>
      write(
        'call-list',
        () =>
          callList(
            renewalsOf(recordIds, stores, now()).map((renewal) => ({
              renewal,
              readAt: localMinute(new Date(renewal.readAt)),
            })),
            parts.settings.read().headings,
          ),
        'records-exported',
      ),
    'figures:read': async () => ok((await findFigures({ stores, ...walks.next() })) ?? null),
    'figures:export': ({ span }) =>
      write(
        'figures',
        async () => {
          const found = await findFigures({ stores, ...walks.next() })
          return found && figuresTable(found.rows, span, parts.settings.read().headings)
        },
        'figures-exported',
      ),
    'people:stop': async () => {
      walks.stop()
      return ok(null)
    },
  }
}
