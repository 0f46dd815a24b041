import type { FieldName } from '../../core/license/field.ts'
import { unreachable } from '../../core/result.ts'

/** What a person decided about one field, and what was decided before; null: the original reading stood. */
export interface FieldChange {
  readonly recordId: string
  readonly field: FieldName
  readonly before: string | null
  readonly after: string | null
}

/** One thing that a person did and may take back. */
export type Act =
  | {
      readonly kind: 'fields'
      readonly changes: readonly [FieldChange, ...FieldChange[]]
      /** Of stored records, wherever they are shown. */
      readonly isStored?: true
    }
  /** Lines of the list, or stored records, by their ids. */
  | {
      readonly kind: 'taken'
      readonly how: 'putAway' | 'remove' | 'delete'
      readonly ids: readonly string[]
    }

/** The newest last in both. */
export interface History {
  readonly past: readonly Act[]
  readonly future: readonly Act[]
}

export type HistoryEvent =
  | { readonly kind: 'did'; readonly act: Act }
  | { readonly kind: 'undone' }
  | { readonly kind: 'redone' }
  /** It cannot be taken back, or done again, any more. */
  | { readonly kind: 'lost'; readonly act: Act }

export const noHistory: History = { past: [], future: [] }

/** Acts that are remembered at most. */
const most = 200

export function stepHistory(state: History, event: HistoryEvent): History {
  const { past, future } = state
  switch (event.kind) {
    case 'did':
      return { past: [...past, event.act].slice(-most), future: [] }
    case 'undone':
      return moved(past, future, (left, grown) => ({ past: left, future: grown }))
    case 'redone':
      return moved(future, past, (left, grown) => ({ past: grown, future: left }))
    case 'lost':
      return {
        past: past.filter((act) => act !== event.act),
        future: future.filter((act) => act !== event.act),
      }
    default:
      return unreachable(event)
  }
}

function moved(
  from: readonly Act[],
  to: readonly Act[],
  both: (left: readonly Act[], grown: readonly Act[]) => History,
): History {
  const last = from.at(-1)
  return both(from.slice(0, -1), last === undefined ? to : [...to, last])
}

/** Whether what a command takes back, or does again, is a matter of the desk and not of the stored records. */
export function isSeenOnDesk({ past, future }: History, command: string): boolean {
  const act = command === 'undo' ? past.at(-1) : command === 'redo' ? future.at(-1) : undefined
  if (act === undefined) return false
  return act.kind === 'taken' ? act.how !== 'delete' : act.isStored !== true
}

/** What was typed into a field in the past, the newest first, each once. */
export const typedBefore = (
  { past, future }: History,
  recordId: string,
  field: FieldName,
): readonly string[] => {
  const changes = [...past, ...future]
    .flatMap((act) => (act.kind === 'fields' ? act.changes : []))
    .filter((change) => change.recordId === recordId && change.field === field)
  const values = changes.flatMap(({ before, after }) => [before, after])
  return [...new Set(values.filter((value) => value !== null).toReversed())]
}
