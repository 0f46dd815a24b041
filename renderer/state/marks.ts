import { unreachable } from '../../core/result.ts'

/** Lines that were chosen together. */
export interface Marks {
  readonly ids: ReadonlySet<string>
  /** Where a stretch of lines begins. */
  readonly anchor: string | null
}

export type MarksEvent =
  | { readonly kind: 'none' }
  /** One line alone, from which a stretch may begin. */
  | { readonly kind: 'only'; readonly id: string }
  /** In or out; `current`: the line that stood selected alone until now. */
  | { readonly kind: 'toggle'; readonly id: string; readonly current: string | null }
  /** From the anchor, or `current` where there is none, to a line. */
  | {
      readonly kind: 'stretch'
      readonly to: string
      readonly current: string | null
      readonly order: readonly string[]
    }
  | { readonly kind: 'all'; readonly order: readonly string[] }
  /** Those that are left of the list. */
  | { readonly kind: 'keep'; readonly order: ReadonlySet<string> }

export const noMarks: Marks = { ids: new Set(), anchor: null }

export function stepMarks(state: Marks, event: MarksEvent): Marks {
  switch (event.kind) {
    case 'none':
      return state.ids.size === 0 && state.anchor === null ? state : noMarks
    case 'only':
      return state.ids.size === 0 && state.anchor === event.id
        ? state
        : { ids: new Set(), anchor: event.id }
    case 'toggle':
      return toggled(state, event.id, event.current)
    case 'stretch':
      return stretched(state, event)
    case 'all':
      return { ids: new Set(event.order), anchor: event.order[0] ?? null }
    case 'keep': {
      const ids = new Set([...state.ids].filter((id) => event.order.has(id)))
      return ids.size === state.ids.size ? state : { ...state, ids }
    }
    default:
      return unreachable(event)
  }
}

function toggled({ ids: before }: Marks, id: string, current: string | null): Marks {
  const ids = new Set(before.size === 0 && current !== null ? [current] : before)
  if (!ids.delete(id) || ids.size === 0) ids.add(id)
  return { ids, anchor: id }
}

function stretched(
  state: Marks,
  { to, current, order }: Extract<MarksEvent, { kind: 'stretch' }>,
): Marks {
  const anchor = state.anchor ?? current ?? to
  const [from, end] = [order.indexOf(anchor), order.indexOf(to)]
  if (from < 0 || end < 0) return { ids: new Set([to]), anchor: to }
  return { ids: new Set(order.slice(Math.min(from, end), Math.max(from, end) + 1)), anchor }
}

/** What an act on several lines is about: those that are marked, else the one that is selected. */
export const markedOr = ({ ids }: Marks, current: string | null): readonly string[] =>
  ids.size > 0 ? [...ids] : current === null ? [] : [current]
