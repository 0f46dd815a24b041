import type { Channel } from '../../core/ipc/channels.ts'
import type { AccountChange, AccountTest } from '../../core/ipc/account.ts'
import type { DeskApi, Input, Output, Problem } from '../../core/ipc/contract.ts'
import type { FieldName } from '../../core/license/field.ts'
import type { Settings, SettingsChange } from '../../core/settings/settings.ts'
import { type AccountEvent, type AccountState, stepAccount } from './account-state.ts'
import { nothingOnDesk, stepDesk, type DeskEvent, type DeskState } from './desk-state.ts'
import { followDesk } from './desk-sync.ts'
import { noExport, stepExport, type ExportEvent, type ExportState } from './export-state.ts'
import { noIntake, stepIntake, type IntakeEvent, type IntakeState } from './intake-state.ts'
import {
  nothingSelected,
  stepSelection,
  type Selection,
  type SelectionEvent,
} from './selection-state.ts'
import { createStore, type Store } from './store.ts'

/** One window at work: its stores, and everything a person can make the desk do. */
export interface Session {
  readonly desk: Store<DeskState, DeskEvent>
  readonly selection: Store<Selection, SelectionEvent>
  readonly intake: Store<IntakeState, IntakeEvent>
  readonly exporting: Store<ExportState, ExportEvent>
  readonly settings: Store<Settings, Settings>
  readonly account: Store<AccountState, AccountEvent>
  readonly actions: Actions
  readonly stop: () => void
}

interface Actions {
  readonly add: (paths: readonly string[]) => Promise<void>
  readonly pick: (what: 'files' | 'folder') => Promise<void>
  readonly addSamples: () => Promise<void>
  /** Without ids: everything that waits or runs. */
  readonly cancel: (ids?: readonly string[]) => Promise<void>
  /** Without ids: everything that failed or was cancelled. */
  readonly retry: (ids?: readonly string[]) => Promise<void>
  readonly remove: (jobIds: readonly string[]) => Promise<void>
  /** Whether the desk took the decision down. */
  readonly decide: (recordId: string, field: FieldName, value: string) => Promise<boolean>
  readonly revert: (recordId: string, field: FieldName) => Promise<void>
  /** @param recordIds null: all; @param path null: the system's dialog asks. */
  readonly exportCsv: (recordIds: readonly string[] | null, path: string | null) => Promise<void>
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
  readonly pathOf: (file: File) => string
}

/** @param onProblem told whenever the desk did not carry out a call. */
export function createSession(
  desk: DeskApi,
  settings: Settings,
  onProblem: (problem: Problem) => void,
): Session {
  const stores = {
    desk: createStore(nothingOnDesk, stepDesk),
    selection: createStore(nothingSelected, stepSelection),
    intake: createStore(noIntake, stepIntake),
    exporting: createStore(noExport, stepExport),
    settings: createStore(settings, (_: Settings, next: Settings) => next),
    account: createStore<AccountState, AccountEvent>(null, stepAccount),
  }
  const stopFollowing = followDesk(desk, stores.desk, onProblem)
  const stopProgress = desk.on('intake:progress', (progress) =>
    stores.intake.send({ kind: 'progress', progress }),
  )
  const stopQuota = desk.on('quota:changed', (quota) =>
    stores.account.send({ kind: 'counted', quota }),
  )
  const stopHold = desk.on('hold:changed', (hold) => stores.account.send({ kind: 'held', hold }))
  const actions = createActions(desk, stores, onProblem)
  void actions.readAccount()
  return {
    ...stores,
    actions,
    stop: () => {
      stopFollowing()
      stopQuota()
      stopHold()
      stopProgress()
    },
  }
}

function createActions(
  desk: DeskApi,
  stores: Omit<Session, 'actions' | 'stop'>,
  onProblem: (problem: Problem) => void,
): Actions {
  const ask = async <C extends Channel>(channel: C, input: Input<C>): Promise<Output<C> | null> => {
    const answer = await desk.call(channel, input)
    if (answer.ok) return answer.value
    onProblem(answer.error)
    return null
  }
  const takeIn = async (call: () => Promise<Output<'intake:pick'>>): Promise<void> => {
    stores.intake.send({ kind: 'began' })
    stores.intake.send({ kind: 'ended', report: await call() })
  }
  const readAccount = async (): Promise<void> => {
    const view = await ask('account:read', null)
    if (view !== null) stores.account.send({ kind: 'told', view })
  }
  const withIds = (ids?: readonly string[]) => (ids === undefined ? {} : { ids: [...ids] })
  return {
    add: (paths) => takeIn(() => ask('intake:add', { paths: [...paths] })),
    pick: (what) => takeIn(() => ask('intake:pick', { what })),
    addSamples: () => takeIn(() => ask('intake:samples', null)),
    cancel: async (ids) => void (await ask('jobs:cancel', withIds(ids))),
    retry: async (ids) => void (await ask('jobs:retry', withIds(ids))),
    remove: async (jobIds) => void (await ask('records:remove', { jobIds: [...jobIds] })),
    decide: async (id, field, value) => {
      const record = await ask('records:decide', { id, field, value })
      if (record !== null) stores.desk.send({ kind: 'decided', record })
      return record !== null
    },
    revert: async (id, field) => {
      const record = await ask('records:revert', { id, field })
      if (record !== null) stores.desk.send({ kind: 'decided', record })
    },
    exportCsv: async (recordIds, path) => {
      stores.exporting.send({ kind: 'began', recordIds })
      const outcome = await ask('export:csv', {
        ...(path === null ? {} : { path }),
        ...(recordIds === null ? {} : { recordIds: [...recordIds] }),
      })
      stores.exporting.send({ kind: 'ended', outcome })
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
    cancelTest: async () => void (await ask('account:cancel-test', null)),
    pathOf: (file) => desk.pathOf(file),
  }
}
