import type { FieldName } from '../../core/license/field.ts'
import { unreachable } from '../../core/result.ts'
import type { RowGroup, Shown } from './rows.ts'

/** What the person is looking at. */
export interface Selection extends Shown {
  /** The field that has the focus; its place is shown in the image. */
  readonly field: FieldName | null
  /** The fields are to take the keyboard as soon as they are there. */
  readonly grab: boolean
  /** Which of them takes it; null: the first that needs a look. */
  readonly target: FieldName | null
}

export type SelectionEvent =
  | {
      readonly kind: 'select'
      readonly rowId: string | null
      readonly grab?: boolean
      readonly target?: FieldName
    }
  /** They have it, or the person turned to something else. */
  | { readonly kind: 'grabbed' }
  | { readonly kind: 'focus'; readonly field: FieldName | null }
  /** The filter that is on already is taken off. */
  | { readonly kind: 'filter'; readonly filter: RowGroup | 'all' }
  | { readonly kind: 'search'; readonly text: string }

export const nothingSelected: Selection = {
  rowId: null,
  field: null,
  filter: 'all',
  search: '',
  grab: false,
  target: null,
}

export function stepSelection(state: Selection, event: SelectionEvent): Selection {
  switch (event.kind) {
    case 'select':
      return select(state, event.rowId, event.grab ?? false, event.target ?? null)
    case 'grabbed':
      return state.grab ? { ...state, grab: false } : state
    case 'focus':
      return event.field === state.field ? state : { ...state, field: event.field }
    case 'filter':
      return { ...state, filter: event.filter === state.filter ? 'all' : event.filter }
    case 'search':
      return { ...state, search: event.text, grab: false }
    default:
      return unreachable(event)
  }
}

function select(
  state: Selection,
  rowId: string | null,
  grab: boolean,
  target: FieldName | null,
): Selection {
  const isSame = rowId === state.rowId && grab === state.grab && target === state.target
  if (isSame) return state
  return { ...state, rowId, field: rowId === state.rowId ? state.field : null, grab, target }
}
