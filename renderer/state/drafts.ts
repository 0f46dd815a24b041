import type { FieldName } from '../../core/license/field.ts'
import { unreachable } from '../../core/result.ts'

/** What was typed into a field and is not written down yet. */
export interface Draft {
  readonly recordId: string
  readonly field: FieldName
  readonly typed: string
}

/** At most one a field; the newest last. */
export type Drafts = readonly Draft[]

export type DraftEvent =
  | { readonly kind: 'typed'; readonly draft: Draft }
  /** Undone, or written down; what was typed on meanwhile stays. */
  | { readonly kind: 'settled'; readonly draft: Draft }

export const noDrafts: Drafts = []

export function stepDrafts(state: Drafts, event: DraftEvent): Drafts {
  const { draft } = event
  switch (event.kind) {
    case 'typed':
      return [...state.filter((one) => !isSameField(one, draft)), draft]
    case 'settled': {
      const left = state.filter((one) => !isSameField(one, draft) || one.typed !== draft.typed)
      return left.length === state.length ? state : left
    }
    default:
      return unreachable(event)
  }
}

const isSameField = (one: Draft, other: Draft): boolean =>
  one.recordId === other.recordId && one.field === other.field
