import type { WalkView } from '../../core/export/walk.ts'
import type { DeskApi, EventPayload, ExportOutcome, Problem } from '../../core/ipc/contract.ts'
import type { Settings } from '../../core/settings/settings.ts'
import { type Actions, createActions } from './actions.ts'
import { type AccountEvent, type AccountState, stepAccount } from './account-state.ts'
import { nothingOnDesk, stepDesk, type DeskEvent, type DeskState } from './desk-state.ts'
import { noDrafts, stepDrafts, type DraftEvent, type Drafts } from './drafts.ts'
import { followDesk } from './desk-sync.ts'
import type { GateEvent, GateState } from './gate-state.ts'
import { noExport, stepExport, type ExportEvent, type ExportState } from './export-state.ts'
import { noIntake, stepIntake, type IntakeEvent, type IntakeState } from './intake-state.ts'
import {
  nothingSelected,
  stepSelection,
  type Selection,
  type SelectionEvent,
} from './selection-state.ts'
import { createRecordsFinder, type RecordsFinder } from './records-finder.ts'
import { createStore, type Store } from './store.ts'

type MenuItem = EventPayload<'menu:chosen'>['item']

/** One window at work: its stores, and everything a person can make the desk do. */
export interface Session {
  readonly desk: Store<DeskState, DeskEvent>
  readonly selection: Store<Selection, SelectionEvent>
  /** They outlast the fields that show them. */
  readonly drafts: Store<Drafts, DraftEvent>
  readonly intake: Store<IntakeState, IntakeEvent>
  readonly exporting: Store<ExportState, ExportEvent>
  /** Which field of which license is on the clipboard; null when none is. */
  readonly walk: Store<WalkView | null, WalkView | null>
  /** Hears why a confirmed license did not get to where another program takes it up; returns its unsubscribe. */
  readonly onHandoverFailed: (listener: (outcome: ExportOutcome) => void) => () => void
  readonly settings: Store<Settings, Settings>
  readonly account: Store<AccountState, AccountEvent>
  readonly gate: Store<GateState, GateEvent>
  /** Whether a key or a button that shows masked numbers is held. */
  readonly revealing: Store<boolean, boolean>
  readonly records: RecordsFinder
  /** Hears which items of the menu bar are chosen; returns its unsubscribe. */
  readonly onMenu: (listener: (item: MenuItem) => void) => () => void
  readonly actions: Actions
  readonly stop: () => void
}

/** @param onProblem told whenever the desk did not carry out a call. */
export function createSession(
  desk: DeskApi,
  settings: Settings,
  gate: Store<GateState, GateEvent>,
  onProblem: (problem: Problem) => void,
): Session {
  const stores = {
    desk: createStore(nothingOnDesk, stepDesk),
    selection: createStore(nothingSelected, stepSelection),
    drafts: createStore(noDrafts, stepDrafts),
    intake: createStore(noIntake, stepIntake),
    exporting: createStore(noExport, stepExport),
    walk: createStore<WalkView | null, WalkView | null>(null, (_, next) => next),
    onHandoverFailed: (listener: (outcome: ExportOutcome) => void) =>
      desk.on('handover:failed', listener),
    settings: createStore(settings, (_: Settings, next: Settings) => next),
    account: createStore<AccountState, AccountEvent>(null, stepAccount),
    gate,
    revealing: createStore(false, (_: boolean, next: boolean) => next),
    records: createRecordsFinder(desk, onProblem),
    onMenu: (listener: (item: MenuItem) => void) =>
      desk.on('menu:chosen', ({ item }) => listener(item)),
  }
  const stopFollowing = followDesk(desk, stores.desk, onProblem)
  const stopProgress = desk.on('intake:progress', (progress) =>
    stores.intake.send({ kind: 'progress', progress }),
  )
  const stopRefused = desk.on('intake:refused', (refused) =>
    stores.intake.send({ kind: 'refused', refused }),
  )
  const stopQuota = desk.on('quota:changed', (quota) =>
    stores.account.send({ kind: 'counted', quota }),
  )
  const stopHold = desk.on('hold:changed', (hold) => stores.account.send({ kind: 'held', hold }))
  const stopWalk = desk.on('walk:changed', (view) => stores.walk.send(view))
  const actions = createActions(desk, stores, onProblem)
  void actions.readAccount()
  void actions.readRefused()
  return {
    ...stores,
    actions,
    stop: () => {
      stopFollowing()
      stopQuota()
      stopHold()
      stopWalk()
      stopProgress()
      stopRefused()
    },
  }
}
