import type { JudgedFound, JudgedMatch, OpenedRecord } from '../../core/ipc/held.ts'
import type { Walked } from '../../core/ipc/people.ts'
import { type Narrowing, notNarrowed } from './records-narrowing.ts'
import { unreachable } from '../../core/result.ts'

/** How many records are asked for at once. */
export const pageSize = 100
/** Pages kept at most: enough to scroll back and forth, and no more memory than that. */
const mostPages = 40

/** The stored records as far as the window has seen them. */
export interface RecordsState {
  readonly text: string
  readonly narrowing: Narrowing
  /** Grows with every new question; an answer to an older one is dropped. */
  readonly question: number
  /** Null until the first answer; while a new question is out the old answer stays in sight. */
  readonly total: number | null
  /** How far a search has come that takes a while; null where none does. */
  readonly searching: Walked | null
  readonly pages: ReadonlyMap<number, readonly JudgedMatch[]>
  readonly openId: string | null
  readonly opened: OpenedRecord | null
  /** The one that was chosen is not there any more. */
  readonly isGone: boolean
}

export type RecordsEvent =
  /** Asks anew: another text, or the same after something changed. */
  | { readonly kind: 'asked'; readonly text: string; readonly narrowing?: Narrowing }
  | {
      readonly kind: 'found'
      readonly question: number
      readonly page: number
      readonly found: JudgedFound
    }
  | { readonly kind: 'searching'; readonly walked: Walked }
  | { readonly kind: 'chosen'; readonly id: string | null }
  /** Null where the record is not there any more. */
  | { readonly kind: 'opened'; readonly id: string; readonly opened: OpenedRecord | null }

export const noRecords: RecordsState = {
  text: '',
  narrowing: notNarrowed,
  question: 0,
  total: null,
  searching: null,
  pages: new Map(),
  openId: null,
  opened: null,
  isGone: false,
}

export function stepRecords(state: RecordsState, event: RecordsEvent): RecordsState {
  switch (event.kind) {
    case 'asked':
      return {
        ...state,
        text: event.text,
        narrowing: event.narrowing ?? state.narrowing,
        question: state.question + 1,
        searching: null,
      }
    case 'found':
      return withPage(state, event)
    case 'searching':
      return { ...state, searching: event.walked }
    case 'chosen':
      return event.id === state.openId
        ? state
        : { ...state, openId: event.id, opened: null, isGone: false }
    case 'opened':
      if (event.id !== state.openId) return state
      return { ...state, opened: event.opened, isGone: event.opened === null }
    default:
      return unreachable(event)
  }
}

function withPage(
  state: RecordsState,
  { question, page, found }: Extract<RecordsEvent, { kind: 'found' }>,
): RecordsState {
  if (question !== state.question) return state
  // The first page answers a question: what an older one found goes.
  const pages = new Map(page === 0 ? [] : state.pages)
  pages.set(page, found.matches)
  if (pages.size > mostPages) pages.delete(farthest([...pages.keys()], page))
  return { ...state, total: found.total, searching: null, pages }
}

const farthest = (pages: readonly number[], from: number): number =>
  pages.reduce((far, page) => (Math.abs(page - from) > Math.abs(far - from) ? page : far), from)

/** The record at a place of the list; nothing where its page was not asked for yet. */
export const matchAt = ({ pages }: RecordsState, index: number): JudgedMatch | undefined =>
  pages.get(Math.floor(index / pageSize))?.[index % pageSize]

/** Where a record stands in the list, -1 where it is not in sight. */
export function placeOf({ pages }: RecordsState, id: string | null): number {
  for (const [page, matches] of pages) {
    const at = matches.findIndex((match) => match.id === id)
    if (at >= 0) return page * pageSize + at
  }
  return -1
}

/** How far from what is in sight records are asked for, so that they are there when they come into sight. */
const ahead = pageSize / 2

/** The pages of what is in sight, and of what is near it, that are not there yet. */
export function pagesWanted(state: RecordsState, first: number, last: number): readonly number[] {
  const pageOf = (index: number): number =>
    Math.floor(Math.max(0, Math.min((state.total ?? 1) - 1, index)) / pageSize)
  const wanted: number[] = []
  for (let page = pageOf(first - ahead); page <= pageOf(last + ahead); page += 1)
    if (!state.pages.has(page)) wanted.push(page)
  return wanted
}
