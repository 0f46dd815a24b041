import type { ExportOutcome } from '../../core/ipc/contract.ts'
import { unreachable } from '../../core/result.ts'

/** Where licenses are to go. */
export type ExportAim = 'file' | 'clipboard' | 'folder'

/** What is exported: the licenses that it was begun with, whatever is read meanwhile. */
export interface ExportWish {
  readonly to: ExportAim
  readonly recordIds: readonly string[]
  /** Also those that somebody still has to look at. */
  readonly openToo: boolean
}

/** Where the export stands. */
export type ExportState =
  | { readonly kind: 'idle' }
  /** Some licenses were not looked at yet: the person decides. */
  | { readonly kind: 'asking'; readonly to: ExportAim }
  | { readonly kind: 'writing'; readonly wish: ExportWish }
  | {
      readonly kind: 'told'
      readonly wish: ExportWish
      readonly outcome: Exclude<ExportOutcome, { kind: 'cancelled' | 'unresolved' }>
    }

export type ExportEvent =
  | { readonly kind: 'asked'; readonly to: ExportAim }
  | { readonly kind: 'began'; readonly wish: ExportWish }
  /** Null when the call itself was refused. */
  | { readonly kind: 'ended'; readonly outcome: ExportOutcome | null }
  | { readonly kind: 'closed' }

export const noExport: ExportState = { kind: 'idle' }

export function stepExport(state: ExportState, event: ExportEvent): ExportState {
  switch (event.kind) {
    case 'asked':
      return state.kind === 'writing' ? state : { kind: 'asking', to: event.to }
    case 'began':
      return { kind: 'writing', wish: event.wish }
    case 'ended': {
      if (state.kind !== 'writing') return state
      const { outcome } = event
      if (outcome === null || outcome.kind === 'cancelled') return noExport
      // Something came up between the question and the writing.
      if (outcome.kind === 'unresolved') return { kind: 'asking', to: state.wish.to }
      return { kind: 'told', wish: state.wish, outcome }
    }
    case 'closed':
      return state.kind === 'writing' ? state : noExport
    default:
      return unreachable(event)
  }
}
