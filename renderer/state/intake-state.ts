import type { EventPayload, IntakeReport, Refusal } from '../../core/ipc/contract.ts'
import { joinRefusals, withoutAnswered } from '../../core/ipc/refusals.ts'
import { unreachable } from '../../core/result.ts'

/** Files on their way in, and those that were turned away. */
export interface IntakeState {
  /** How many calls are out. */
  readonly calls: number
  readonly progress: { readonly looked: number; readonly total: number } | null
  /** Until dismissed; the newest intake last. */
  readonly refused: readonly Refusal[]
  /** A document about which a person is asked something now. */
  readonly asking: Refusal | null
  /** A way in that has a dialog of its own, which is open. */
  readonly way: 'watch' | 'camera' | null
}

export type IntakeEvent =
  | { readonly kind: 'began' }
  | { readonly kind: 'progress'; readonly progress: EventPayload<'intake:progress'> }
  /** Null when the person closed the dialog or the call was refused. */
  | { readonly kind: 'ended'; readonly report: IntakeReport | null }
  /** It was refused while nobody asked, or nobody was there to be told. */
  | { readonly kind: 'refused'; readonly refused: readonly Refusal[] }
  /** What was asked about these documents. */
  | { readonly kind: 'answered'; readonly paths: readonly string[] }
  | { readonly kind: 'ask'; readonly refusal: Refusal }
  | { readonly kind: 'not-now' }
  | { readonly kind: 'way'; readonly way: IntakeState['way'] }
  | { readonly kind: 'dismissed' }

export const noIntake: IntakeState = {
  calls: 0,
  progress: null,
  refused: [],
  asking: null,
  way: null,
}

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
      const refused = event.report?.refused ?? []
      return {
        ...state,
        calls,
        progress: calls === 0 ? null : state.progress,
        refused: joinRefusals(state.refused, refused),
        asking: askedNext(state.asking, refused.filter(isLocked)),
      }
    }
    case 'refused':
      return { ...state, refused: joinRefusals(state.refused, event.refused) }
    case 'answered': {
      const refused = withoutAnswered(state.refused, event.paths)
      return { ...state, refused, asking: refused.find(isLocked) ?? null }
    }
    case 'way':
      return { ...state, way: event.way }
    case 'ask':
      return { ...state, asking: event.refusal }
    case 'not-now':
      return { ...state, asking: null }
    case 'dismissed':
      return { ...state, refused: [] }
    default:
      return unreachable(event)
  }
}

/** What came without a file cannot be taken in once more. */
export const canBeAnswered = ({ kind, path, name }: Refusal): boolean =>
  (kind === 'password-needed' || kind === 'pages-left') && path !== name

/** Of a document whose pages were chosen, and which turns out to be locked, the password is asked for first. */
const askedNext = (asking: Refusal | null, locked: readonly Refusal[]): Refusal | null =>
  locked.find(({ path }) => path === asking?.path) ?? asking ?? locked[0] ?? null

const isLocked = (refusal: Refusal): boolean =>
  refusal.kind === 'password-needed' && canBeAnswered(refusal)
