import type { EventPayload, ExportOutcome } from '../../core/ipc/contract.ts'
import type { WalkView } from '../../core/layout/walk-key.ts'
import type { WatchView } from '../../core/intake/watch.ts'
import type { BulkQuestion } from './bulk.ts'
import type { History, HistoryEvent } from './history.ts'
import type { Listing } from './listing.ts'
import type { Marks, MarksEvent } from './marks.ts'
import type { Walked } from '../../core/ipc/people.ts'
import type { Settings } from '../../core/settings/settings.ts'
import type { AccountEvent, AccountState } from './account-state.ts'
import type { DeskEvent, DeskState } from './desk-state.ts'
import type { DoNotRentEvent, DoNotRentState } from './do-not-rent-state.ts'
import type { DraftEvent, Drafts } from './drafts.ts'
import type { ExportEvent, ExportState } from './export-state.ts'
import type { GateEvent, GateState } from './gate-state.ts'
import type { IntakeEvent, IntakeState } from './intake-state.ts'
import type { RecordsBulk, RecordsBulkEvent } from './records-bulk.ts'
import type { RecordsFinder } from './records-finder.ts'
import type { Selection, SelectionEvent } from './selection-state.ts'
import type { Aside } from './aside.ts'
import type { Store } from './store.ts'

export type MenuItem = EventPayload<'menu:chosen'>['item']

/** What one window holds. */
export interface SessionStores {
  readonly desk: Store<DeskState, DeskEvent>
  readonly selection: Store<Selection, SelectionEvent>
  /** They outlast the fields that show them. */
  readonly drafts: Store<Drafts, DraftEvent>
  readonly intake: Store<IntakeState, IntakeEvent>
  /** The folder that is watched. */
  readonly watch: Store<WatchView | null, WatchView | null>
  readonly exporting: Store<ExportState, ExportEvent>
  /** Which field of which license is on the clipboard; null when none is. */
  readonly walk: Store<WalkView | null, WalkView | null>
  /** Hears why a confirmed license did not get to where another program takes it up; returns its unsubscribe. */
  readonly onHandoverFailed: (listener: (outcome: ExportOutcome) => void) => () => void
  readonly settings: Store<Settings, Settings>
  readonly account: Store<AccountState, AccountEvent>
  readonly doNotRent: Store<DoNotRentState, DoNotRentEvent>
  readonly gate: Store<GateState, GateEvent>
  /** Whether a key or a button that shows masked numbers is held. */
  readonly revealing: Store<boolean, boolean>
  /** What can be taken back, and done again. */
  readonly history: Store<History, HistoryEvent>
  /** The lines of the list that were chosen together. */
  readonly marks: Store<Marks, MarksEvent>
  /** The same of the stored records. */
  readonly recordMarks: Store<Marks, MarksEvent>
  readonly recordsBulk: Store<RecordsBulk, RecordsBulkEvent>
  readonly listing: Store<Listing, Listing>
  /** What is asked before something is done with several lines. */
  readonly asking: Store<BulkQuestion, BulkQuestion>
  /** What is told to whoever hears the screen rather than sees it. */
  readonly spoken: Store<string, string>
  readonly records: RecordsFinder
  /** What stands before the desk for a while. */
  readonly aside: Store<Aside, Aside>
  /** Hears how far a look through all records has come; returns its unsubscribe. */
  readonly onWalked: (listener: (walked: Walked) => void) => () => void
  /** Hears which items of the menu bar are chosen; returns its unsubscribe. */
  readonly onMenu: (listener: (item: MenuItem) => void) => () => void
}
