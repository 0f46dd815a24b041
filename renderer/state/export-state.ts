import type { ExportOutcome } from '../../core/ipc/contract.ts'
import { unreachable } from '../../core/result.ts'

/** Where the export stands; `recordIds` are the licenses that it was begun with, whatever is read meanwhile. */
export type ExportState =
  | { readonly kind: 'idle' }
  /** Some licenses were not looked at yet: the person decides. */
  | { readonly kind: 'asking' }
  | { readonly kind: 'writing'; readonly recordIds: readonly string[] }
  | {
      readonly kind: 'told'
      readonly recordIds: readonly string[]
      readonly outcome: Exclude<ExportOutcome, { kind: 'cancelled' }>
    }

export type ExportEvent =
  | { readonly kind: 'asked' }
  | { readonly kind: 'began'; readonly recordIds: readonly string[] }
  /** Null when the call itself was refused. */
  | { readonly kind: 'ended'; readonly outcome: ExportOutcome | null }
  | { readonly kind: 'closed' }

export const noExport: ExportState = { kind: 'idle' }

export function stepExport(state: ExportState, event: ExportEvent): ExportState {
  switch (event.kind) {
    case 'asked':
      return state.kind === 'writing' ? state : { kind: 'asking' }
    case 'began':
      return { kind: 'writing', recordIds: event.recordIds }
    case 'ended':
      if (state.kind !== 'writing') return state
      if (event.outcome === null || event.outcome.kind === 'cancelled') return noExport
      return { kind: 'told', recordIds: state.recordIds, outcome: event.outcome }
    case 'closed':
      return state.kind === 'writing' ? state : noExport
    default:
      return unreachable(event)
  }
}
