import type { DeskApi, Problem } from '../../core/ipc/contract.ts'
import type { Settings } from '../../core/settings/settings.ts'
import { type Actions, createActions } from './actions.ts'
import { type AccountEvent, type AccountState, stepAccount } from './account-state.ts'
import { nothingOnDesk, stepDesk } from './desk-state.ts'
import { nothingListed, stepDoNotRent } from './do-not-rent-state.ts'
import { followDoNotRent } from './do-not-rent-sync.ts'
import { noDrafts, stepDrafts } from './drafts.ts'
import { followDesk } from './desk-sync.ts'
import type { GateEvent, GateState } from './gate-state.ts'
import { noExport, stepExport } from './export-state.ts'
import { noIntake, stepIntake } from './intake-state.ts'
import { nothingSelected, stepSelection } from './selection-state.ts'
import { createRecordsFinder } from './records-finder.ts'
import type { MenuItem, SessionStores } from './session-stores.ts'
import { createStore, type Store } from './store.ts'

/** One window at work: its stores, and everything a person can make the desk do. */
export interface Session extends SessionStores {
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
  const stores: SessionStores = {
    desk: createStore(nothingOnDesk, stepDesk),
    selection: createStore(nothingSelected, stepSelection),
    drafts: createStore(noDrafts, stepDrafts),
    intake: createStore(noIntake, stepIntake),
    exporting: createStore(noExport, stepExport),
    settings: createStore(settings, (_: Settings, next: Settings) => next),
    doNotRent: createStore(nothingListed, stepDoNotRent),
    account: createStore<AccountState, AccountEvent>(null, stepAccount),
    gate,
    revealing: createStore(false, (_: boolean, next: boolean) => next),
    records: createRecordsFinder(desk, onProblem),
    onWalked: (listener) => desk.on('walk:came', listener),
    onMenu: (listener: (item: MenuItem) => void) =>
      desk.on('menu:chosen', ({ item }) => listener(item)),
  }
  const stopFollowing = followDesk(desk, stores.desk, onProblem)
  const stopListing = followDoNotRent(desk, stores, onProblem)
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
  const actions = createActions(desk, stores, onProblem)
  void actions.readAccount()
  void actions.readRefused()
  return {
    ...stores,
    actions,
    stop: () => {
      stopFollowing()
      stopListing()
      stopQuota()
      stopHold()
      stopProgress()
      stopRefused()
    },
  }
}
