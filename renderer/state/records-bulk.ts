import type { Walked } from '../../core/ipc/people.ts'
import { unreachable } from '../../core/result.ts'

/** What is done with all records that are marked, and takes a while. */
export type RecordsAct = 'confirm' | 'read-again' | 'delete'

export interface RecordsBulk {
  /** What is asked before it is done; null: nothing is. */
  readonly question: RecordsAct | null
  /** What is being done, and how far it has come; `walked` is null before that is told. */
  readonly work: { readonly act: RecordsAct; readonly walked: Walked | null } | null
}

export type RecordsBulkEvent =
  | { readonly kind: 'asked'; readonly question: RecordsAct | null }
  | { readonly kind: 'began'; readonly act: RecordsAct }
  | { readonly kind: 'progress'; readonly walked: Walked }
  | { readonly kind: 'ended' }

export const noRecordsBulk: RecordsBulk = { question: null, work: null }

export function stepRecordsBulk(state: RecordsBulk, event: RecordsBulkEvent): RecordsBulk {
  switch (event.kind) {
    case 'asked':
      return state.work === null ? { ...state, question: event.question } : state
    case 'began':
      return { question: null, work: { act: event.act, walked: null } }
    case 'progress':
      return state.work === null
        ? state
        : { ...state, work: { ...state.work, walked: event.walked } }
    case 'ended':
      return { ...state, work: null }
    default:
      return unreachable(event)
  }
}
