import type { EventPayload, IntakeReport, Refusal } from '../../core/ipc/contract.ts'
import { joinRefusals } from '../../core/ipc/refusals.ts'
import { unreachable } from '../../core/result.ts'

/** Files on their way in, and those that were turned away. */
export interface IntakeState {
  /** How many calls are out. */
  readonly calls: number
  readonly progress: { readonly looked: number; readonly total: number } | null
  /** Until dismissed; the newest intake last. */
  readonly refused: readonly Refusal[]
}

export type IntakeEvent =
  | { readonly kind: 'began' }
  | { readonly kind: 'progress'; readonly progress: EventPayload<'intake:progress'> }
  /** Null when the person closed the dialog or the call was refused. */
  | { readonly kind: 'ended'; readonly report: IntakeReport | null }
  /** It was refused while nobody asked, or nobody was there to be told. */
  | { readonly kind: 'refused'; readonly refused: readonly Refusal[] }
  | { readonly kind: 'dismissed' }

export const noIntake: IntakeState = { calls: 0, progress: null, refused: [] }

export function stepIntake(state: IntakeState, event: IntakeEvent): IntakeState {
  switch (event.kind) {
    case 'began':
      return { ...state, calls: state.calls + 1 }
    case 'progress': {
      const { looked, total, over } = event.progress
      return { ...state, progress: over ? null : { looked, total } }
    }
    case 'ended': {
      const calls = Math.max(0, state.calls - 1)
      return {
        calls,
        progress: calls === 0 ? null : state.progress,
        refused: joinRefusals(state.refused, event.report?.refused ?? []),
      }
    }
    case 'refused':
      return { ...state, refused: joinRefusals(state.refused, event.refused) }
    case 'dismissed':
      return { ...state, refused: [] }
    default:
      return unreachable(event)
  }
}
