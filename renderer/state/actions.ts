import type { AuditEntry, AuditVerdict } from '../../core/audit/entry.ts'
import type { AccountChange, AccountTest } from '../../core/ipc/account.ts'
import type { DeskApi, ExportOutcome, Problem } from '../../core/ipc/contract.ts'
import type {
  Confirmed,
  Forgotten,
  HeldOfPerson,
  PersonForgotten,
  PurgeView,
  ReadOnceMore,
} from '../../core/ipc/held.ts'
import type { FiguresFound, PersonSeen, RenewalsFound } from '../../core/ipc/people.ts'
import type { Span } from '../../core/figures/shares.ts'
import type { ProtectOutcome, ProtectWish } from '../../core/ipc/lock.ts'
import type { ImageLine } from '../../core/license/image-line.ts'
import type { AboutView, ReportOutcome } from '../../core/ipc/support.ts'
import type { FieldName } from '../../core/license/field.ts'
import type { LicenseRecord } from '../../core/license/record.ts'
import type { KeepDays, SettingsChange } from '../../core/settings/settings.ts'
import { leaveInput } from '../api/activity.ts'
import type { Ask, CarryOut } from './ask.ts'
import type { Draft } from './drafts.ts'
import { createExportActions, type ExportActions } from './export-actions.ts'
import { createHistoryActions, type HistoryActions } from './history-actions.ts'
import type { Act } from './history.ts'
import { createUnderWay } from './under-way.ts'
import { normalizeTyped } from './normalize-typed.ts'
import type { SessionStores } from './session-stores.ts'
import { createWaysIn, type WaysIn } from './ways-in.ts'

/** Everything a person can make the desk do. */
export interface Actions extends ExportActions, HistoryActions, WaysIn {
  /** Without ids: everything that waits or runs. */
  readonly cancel: (ids?: readonly string[]) => Promise<void>
  readonly retry: (ids: readonly string[]) => Promise<void>
  /** Every line of text in an image; null when it cannot be looked at. */
  readonly linesOf: (id: string) => Promise<readonly ImageLine[] | null>
  /** Reads once more what was read, by the ids of jobs. */
  readonly readAgain: (jobIds: readonly string[]) => Promise<void>
  /** Takes lines off the list, with their records. */
  readonly remove: (rowIds: readonly string[]) => Promise<void>
  readonly pause: () => Promise<void>
  readonly resume: () => Promise<void>
  /** Takes lines off the list; their records stay. */
  readonly putAway: (rowIds: readonly string[]) => Promise<void>
  /** Null, here and below, when the desk did not carry it out. */
  readonly deleteRecords: (ids: readonly string[]) => Promise<Forgotten | null>
  /** Confirms in stored records what is neither empty nor impossible. */
  readonly confirmRecords: (ids: readonly string[]) => Promise<Confirmed | null>
  /** Reads stored records once more whose image is still there. */
  readonly readRecordsAgain: (ids: readonly string[]) => Promise<ReadOnceMore | null>
  /** Ends what is done with many records; what is done stays. */
  readonly stopRecords: () => Promise<void>
  readonly revealed: (recordId: string) => Promise<void>
  readonly heldOf: (recordId: string) => Promise<HeldOfPerson | null>
  /** The last record before this one with the same number. */
  readonly readBefore: (recordId: string) => Promise<LicenseRecord | null>
  readonly exportPerson: (recordId: string, format: 'json' | 'csv') => Promise<ExportOutcome | null>
  readonly forgetPerson: (
    recordId: string,
    fromDoNotRent: boolean,
  ) => Promise<PersonForgotten | null>
  /** Asks for all that is on the do-not-rent list. */
  readonly listDoNotRent: () => Promise<void>
  /** Whether the desk took it down, here and below. */
  readonly addToDoNotRent: (recordId: string, note: string) => Promise<boolean>
  readonly takeOffDoNotRent: (entryId: string) => Promise<boolean>
  readonly seenOf: (recordId: string) => Promise<PersonSeen | null>
  /** The id of the record that stands; null also where they cannot be merged. */
  readonly merge: (recordIds: readonly string[]) => Promise<string | null>
  readonly part: (recordId: string) => Promise<void>
  /** Null also where it was stopped. */
  readonly findRenewals: (within: number) => Promise<RenewalsFound | null>
  readonly exportRenewals: (recordIds: readonly string[]) => Promise<ExportOutcome | null>
  readonly readFigures: () => Promise<FiguresFound | null>
  readonly exportFigures: (span: Span) => Promise<ExportOutcome | null>
  readonly stopWalk: () => Promise<void>
  readonly previewPurge: (days: KeepDays) => Promise<PurgeView | null>
  readonly purge: (days: KeepDays) => Promise<PurgeView | null>
  readonly newestEntries: (limit: number) => Promise<readonly AuditEntry[] | null>
  readonly verifyAudit: () => Promise<AuditVerdict | null>
  readonly protect: (wish: ProtectWish) => Promise<ProtectOutcome | null>
  readonly lock: () => Promise<void>
  readonly noted: () => Promise<void>
  /**
   * Whether the desk took the decision down; until then what was typed stays a draft. The same that is under way
   * already is not asked for a second time.
   */
  readonly decide: (draft: Draft) => Promise<boolean>
  /** Has every draft of the desk written down, and waits for what is under way; whether all was taken down. */
  readonly saveDrafts: () => Promise<boolean>
  readonly revert: (recordId: string, field: FieldName) => Promise<void>
  /** Makes a second page part of the record of its first. */
  readonly join: (jobId: string, recordId: string) => Promise<void>
  readonly takeApart: (recordId: string) => Promise<void>
  readonly reveal: (path: string) => Promise<void>
  readonly set: (change: SettingsChange) => Promise<void>
  /** Asks for the account as it stands now. */
  readonly readAccount: () => Promise<void>
  /** Whether the desk took the change. */
  readonly changeAccount: (change: AccountChange) => Promise<boolean>
  /** Null when the desk did not carry it out. */
  readonly testAccount: (withQuota: boolean) => Promise<AccountTest | null>
  readonly cancelTest: () => Promise<void>
  /** Tries at once to send what is held back. */
  readonly sendOn: () => Promise<void>
  /** Null, here and below, when the desk did not answer. */
  readonly about: () => Promise<AboutView | null>
  readonly report: () => Promise<string | null>
  /** Writes the report that was shown last. */
  readonly saveReport: () => Promise<ReportOutcome | null>
  readonly revealReport: () => Promise<void>
  readonly pickExportFolder: () => Promise<void>
}

export function createActions(
  desk: DeskApi,
  stores: SessionStores,
  onProblem: (problem: Problem) => void,
): Actions {
  const ask: Ask = async (channel, input) => {
    const answer = await desk.call(channel, input)
    if (answer.ok) return answer.value
    onProblem(answer.error)
    return null
  }
  const carryOut: CarryOut = async (channel, input) => {
    const answer = await desk.call(channel, input)
    if (!answer.ok) onProblem(answer.error)
    return answer.ok
  }
  const readAccount = async (): Promise<void> => {
    const view = await ask('account:read', null)
    if (view !== null) stores.account.send({ kind: 'told', view })
  }
  const acts = createUnderWay()
  const did = (act: Act): void => stores.history.send({ kind: 'did', act })
  const decisionOf = (id: string, field: FieldName): string | null =>
    stores.desk.get().records.get(id)?.decisions[field]?.value ?? null
  const noteDecision = (
    recordId: string,
    field: FieldName,
    before: string | null,
    after: string | null,
  ): void => {
    if (before !== after) did({ kind: 'fields', changes: [{ recordId, field, before, after }] })
  }
  const underWay = new Map<string, { readonly typed: string; readonly answer: Promise<boolean> }>()
  const takeDown = async (draft: Draft): Promise<boolean> => {
    const { recordId: id, field, typed } = draft
    const before = decisionOf(id, field)
    const record = await ask('records:decide', { id, field, value: normalizeTyped(field, typed) })
    if (record === null) return false
    noteDecision(id, field, before, record.decisions[field]?.value ?? null)
    stores.desk.send({ kind: 'decided', record })
    stores.drafts.send({ kind: 'settled', draft })
    return true
  }
  const decide: Actions['decide'] = (draft) => {
    const place = `${draft.recordId} ${draft.field}`
    const before = underWay.get(place)
    if (before?.typed === draft.typed) return before.answer
    const answer = acts
      .begin(() => takeDown(draft))
      .finally(() => {
        if (underWay.get(place)?.answer === answer) underWay.delete(place)
      })
    underWay.set(place, { typed: draft.typed, answer })
    return answer
  }
  const saveDrafts = async (): Promise<boolean> => {
    const { records } = stores.desk.get()
    for (const draft of stores.drafts.get()) if (records.has(draft.recordId)) void decide(draft)
    const taken = await Promise.all([...underWay.values()].map(({ answer }) => answer))
    return taken.every(Boolean)
  }
  const listDoNotRent = async (): Promise<void> => {
    const entries = await ask('do-not-rent:list', null)
    if (entries !== null) stores.doNotRent.send({ kind: 'listed', entries })
  }
  const withIds = (ids?: readonly string[]) => (ids === undefined ? {} : { ids: [...ids] })
  return {
    ...createWaysIn(desk, stores, ask),
    ...createHistoryActions(ask, carryOut, stores.history, acts),
    cancel: async (ids) => void (await ask('jobs:cancel', withIds(ids))),
    retry: async (ids) => void (await ask('jobs:retry', { ids: [...ids] })),
    linesOf: async (id) => {
      const found = await ask('image:lines', { id })
      return found?.kind === 'lines' ? found.lines : null
    },
    readAgain: async (ids) => void (await ask('jobs:read-again', { ids: [...ids] })),
    remove: (rowIds) =>
      acts.begin(async () => {
        if (await carryOut('records:remove', { ids: [...rowIds] }))
          did({ kind: 'taken', how: 'remove', ids: rowIds })
      }),
    pause: async () => void (await ask('jobs:pause', null)),
    resume: async () => void (await ask('jobs:resume', null)),
    putAway: (rowIds) =>
      acts.begin(async () => {
        if (await carryOut('jobs:put-away', { ids: [...rowIds] }))
          did({ kind: 'taken', how: 'putAway', ids: rowIds })
      }),
    deleteRecords: (ids) =>
      acts.begin(async () => {
        const deleted = await ask('records:delete', { ids: [...ids] })
        if (deleted !== null) did({ kind: 'taken', how: 'delete', ids })
        return deleted
      }),
    confirmRecords: (ids) =>
      acts.begin(async () => {
        const done = await ask('records:confirm', { ids: [...ids] })
        const [first, ...others] = (done?.changes ?? []).map(({ id, field, value }) => ({
          recordId: id,
          field,
          before: null,
          after: value,
        }))
        if (first !== undefined)
          did({ kind: 'fields', changes: [first, ...others], isStored: true })
        return done
      }),
    readRecordsAgain: (ids) => ask('records:read-again', { ids: [...ids] }),
    stopRecords: async () => void (await ask('records:stop', null)),
    revealed: async (id) => void (await ask('records:revealed', { id })),
    heldOf: (recordId) => ask('person:held', { recordId }),
    readBefore: (recordId) => ask('person:before', { recordId }),
    exportPerson: (recordId, format) => ask('person:export', { recordId, format }),
    forgetPerson: async (recordId, fromDoNotRent) => {
      const gone = await ask('person:forget', { recordId, fromDoNotRent })
      if (gone?.list === 'removed') stores.doNotRent.send({ kind: 'changed' })
      return gone
    },
    listDoNotRent,
    addToDoNotRent: async (recordId, note) => {
      if ((await ask('do-not-rent:add', { recordId, note })) === null) return false
      stores.doNotRent.send({ kind: 'changed' })
      await listDoNotRent()
      return true
    },
    takeOffDoNotRent: async (id) => {
      const entries = await ask('do-not-rent:remove', { id })
      if (entries === null) return false
      stores.doNotRent.send({ kind: 'listed', entries })
      stores.doNotRent.send({ kind: 'changed' })
      return true
    },
    seenOf: (recordId) => ask('person:seen', { recordId }),
    merge: (recordIds) => ask('person:merge', { recordIds: [...recordIds] }),
    part: async (recordId) => void (await ask('person:part', { recordId })),
    findRenewals: (within) => ask('renewals:find', { within }),
    exportRenewals: (recordIds) => ask('renewals:export', { recordIds: [...recordIds] }),
    readFigures: () => ask('figures:read', null),
    exportFigures: (span) => ask('figures:export', { span }),
    stopWalk: async () => void (await ask('people:stop', null)),
    previewPurge: (days) => ask('retention:preview', { days }),
    purge: (days) => ask('retention:purge', { days }),
    newestEntries: (limit) => ask('audit:newest', { limit }),
    verifyAudit: () => ask('audit:verify', null),
    protect: async (wish) => {
      const outcome = await ask('lock:protect', wish)
      if (outcome?.kind === 'done') stores.gate.send({ kind: 'lock', lock: outcome.state })
      return outcome
    },
    lock: async () => {
      leaveInput()
      const lock = await ask('lock:lock', null)
      if (lock !== null) stores.gate.send({ kind: 'lock', lock })
    },
    noted: async () => {
      stores.gate.send({ kind: 'noted' })
      await ask('vault:noted', null)
    },
    decide,
    saveDrafts,
    revert: (id, field) =>
      acts.begin(async () => {
        const before = decisionOf(id, field)
        const record = await ask('records:revert', { id, field })
        if (record === null) return
        noteDecision(id, field, before, null)
        stores.desk.send({ kind: 'decided', record })
      }),
    ...createExportActions({ ask, stores, saveDrafts }),
    join: async (jobId, id) => {
      const record = await ask('records:join', { jobId, id })
      if (record !== null) stores.desk.send({ kind: 'decided', record })
    },
    takeApart: async (id) => {
      const record = await ask('records:take-apart', { id })
      if (record !== null) stores.desk.send({ kind: 'decided', record })
    },
    reveal: async (path) => void (await ask('export:reveal', { path })),
    set: async (change) => {
      const now = await ask('settings:change', change)
      if (now === null) return
      // Whether the account is ready depends on the way to read.
      await readAccount()
      stores.settings.send(now)
    },
    readAccount,
    changeAccount: async (change) => {
      const view = await ask('account:change', change)
      if (view !== null) stores.account.send({ kind: 'told', view })
      return view !== null
    },
    testAccount: (withQuota) => ask('account:test', { withQuota }),
    sendOn: async () => {
      const view = await ask('account:again', null)
      if (view !== null) stores.account.send({ kind: 'told', view })
    },
    about: () => ask('program:about', null),
    report: () => ask('program:report', null),
    saveReport: () => ask('program:save-report', null),
    revealReport: async () => void (await ask('program:reveal-report', null)),
    pickExportFolder: async () => {
      const now = await ask('settings:pick-export-folder', null)
      if (now !== null) stores.settings.send(now)
    },
    cancelTest: async () => void (await ask('account:cancel-test', null)),
  }
}
