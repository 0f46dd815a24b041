import { type DoNotRentEntry, listedNumber } from '../../core/verdict/do-not-rent.ts'
import type { Listed } from '../../core/verdict/rental.ts'
import { unreachable } from '../../core/result.ts'
import { localDay } from './instants.ts'

/** What the window knows of the do-not-rent list. */
export interface DoNotRentState {
  /** By number, for those that were asked for: who is on the list, and who is not. */
  readonly known: ReadonlyMap<string, DoNotRentEntry | null>
  /** Grows with every change of the list: an answer to what was asked before tells nothing any more. */
  readonly round: number
  /** All that is on it, once it was asked for. */
  readonly entries: readonly DoNotRentEntry[] | null
}

export type DoNotRentEvent =
  | {
      readonly kind: 'looked-up'
      readonly round: number
      readonly idNumbers: readonly string[]
      readonly found: readonly (DoNotRentEntry | null)[]
    }
  | { readonly kind: 'listed'; readonly entries: readonly DoNotRentEntry[] }
  /** Somebody was added or taken off: all is to be asked for anew. */
  | { readonly kind: 'changed' }

export const nothingListed: DoNotRentState = { known: new Map(), round: 0, entries: null }

export function stepDoNotRent(state: DoNotRentState, event: DoNotRentEvent): DoNotRentState {
  switch (event.kind) {
    case 'looked-up': {
      if (event.round !== state.round) return state
      const known = new Map(state.known)
      for (const [at, number] of event.idNumbers.entries())
        known.set(listedNumber(number), event.found[at] ?? null)
      return { ...state, known }
    }
    case 'listed':
      return { ...state, entries: event.entries }
    case 'changed':
      return { ...state, known: new Map(), round: state.round + 1 }
    default:
      return unreachable(event)
  }
}

/** Whether the holder of a number is on the list; a number that was not read is nobody’s. */
export function listedIn({ known }: DoNotRentState, idNumber: string): Listed {
  const number = listedNumber(idNumber)
  if (number === '') return null
  const entry = known.get(number)
  if (entry === undefined || entry === null) return entry
  return { note: entry.note, since: entry.addedAt === '' ? '' : localDay(entry.addedAt) }
}
