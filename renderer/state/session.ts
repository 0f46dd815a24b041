import type { WalkView } from '../../core/layout/walk-key.ts'
import type { DeskApi, ExportOutcome, Problem } from '../../core/ipc/contract.ts'
import type { WatchView } from '../../core/intake/watch.ts'
import type { Settings } from '../../core/settings/settings.ts'
import type { BulkQuestion } from './bulk.ts'
import { type Actions, createActions } from './actions.ts'
import type { Aside } from './aside.ts'
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
import { noRecordsBulk, stepRecordsBulk } from './records-bulk.ts'
import { createRecordsFinder } from './records-finder.ts'
import type { MenuItem, SessionStores } from './session-stores.ts'
import { noHistory, stepHistory } from './history.ts'
import { type Listing, plainListing } from './listing.ts'
import { noMarks, stepMarks } from './marks.ts'
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
    watch: createStore<WatchView | null, WatchView | null>(null, (_, next) => next),
    exporting: createStore(noExport, stepExport),
    walk: createStore<WalkView | null, WalkView | null>(null, (_, next) => next),
    onHandoverFailed: (listener: (outcome: ExportOutcome) => void) =>
      desk.on('handover:failed', listener),
    settings: createStore(settings, (_: Settings, next: Settings) => next),
    doNotRent: createStore(nothingListed, stepDoNotRent),
    account: createStore<AccountState, AccountEvent>(null, stepAccount),
    gate,
    history: createStore(noHistory, stepHistory),
    marks: createStore(noMarks, stepMarks),
    recordMarks: createStore(noMarks, stepMarks),
    recordsBulk: createStore(noRecordsBulk, stepRecordsBulk),
    listing: createStore(plainListing, (_: Listing, next: Listing) => next),
    asking: createStore<BulkQuestion, BulkQuestion>(null, (_, next) => next),
    spoken: createStore('', (_: string, next: string) => next),
    revealing: createStore(false, (_: boolean, next: boolean) => next),
    records: createRecordsFinder(desk, onProblem),
    aside: createStore<Aside, Aside>(settings.firstStart ? 'welcome' : 'none', (_, next) => next),
    onWalked: (listener) => desk.on('people:walked', listener),
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
  const stopWatch = desk.on('watch:changed', (view) => stores.watch.send(view))
  const stopQuota = desk.on('quota:changed', (quota) =>
    stores.account.send({ kind: 'counted', quota }),
  )
  const stopHold = desk.on('hold:changed', (hold) => stores.account.send({ kind: 'held', hold }))
  const stopWalk = desk.on('walk:changed', (view) => stores.walk.send(view))
  const stopRecords = desk.on('records:progress', ({ of, ...walked }) => {
    if (of === 'act') stores.recordsBulk.send({ kind: 'progress', walked })
    else stores.records.store.send({ kind: 'searching', walked })
  })
  const actions = createActions(desk, stores, onProblem)
  void actions.readAccount()
  void actions.readRefused()
  void actions.readWatch()
  return {
    ...stores,
    actions,
    stop: () => {
      stopFollowing()
      stopListing()
      stopQuota()
      stopWatch()
      stopHold()
      stopWalk()
      stopRecords()
      stopProgress()
      stopRefused()
    },
  }
}
