import type { EventPayload } from '../../core/ipc/contract.ts'
import type { Walked } from '../../core/ipc/people.ts'
import type { Settings } from '../../core/settings/settings.ts'
import type { AccountEvent, AccountState } from './account-state.ts'
import type { DeskEvent, DeskState } from './desk-state.ts'
import type { DoNotRentEvent, DoNotRentState } from './do-not-rent-state.ts'
import type { DraftEvent, Drafts } from './drafts.ts'
import type { ExportEvent, ExportState } from './export-state.ts'
import type { GateEvent, GateState } from './gate-state.ts'
import type { IntakeEvent, IntakeState } from './intake-state.ts'
import type { RecordsFinder } from './records-finder.ts'
import type { Selection, SelectionEvent } from './selection-state.ts'
import type { Store } from './store.ts'

export type MenuItem = EventPayload<'menu:chosen'>['item']

/** What one window holds. */
export interface SessionStores {
  readonly desk: Store<DeskState, DeskEvent>
  readonly selection: Store<Selection, SelectionEvent>
  /** They outlast the fields that show them. */
  readonly drafts: Store<Drafts, DraftEvent>
  readonly intake: Store<IntakeState, IntakeEvent>
  readonly exporting: Store<ExportState, ExportEvent>
  readonly settings: Store<Settings, Settings>
  readonly account: Store<AccountState, AccountEvent>
  readonly doNotRent: Store<DoNotRentState, DoNotRentEvent>
  readonly gate: Store<GateState, GateEvent>
  /** Whether a key or a button that shows masked numbers is held. */
  readonly revealing: Store<boolean, boolean>
  readonly records: RecordsFinder
  /** Hears how far a look through all records has come; returns its unsubscribe. */
  readonly onWalked: (listener: (walked: Walked) => void) => () => void
  /** Hears which items of the menu bar are chosen; returns its unsubscribe. */
  readonly onMenu: (listener: (item: MenuItem) => void) => () => void
}
