import type { DeskApi, Problem } from '../../core/ipc/contract.ts'
import { type Narrowing, questionOf } from './records-narrowing.ts'
import {
  matchAt,
  noRecords,
  pageSize,
  pagesWanted,
  type RecordsEvent,
  type RecordsState,
  stepRecords,
} from './records-state.ts'
import { createStore, type Store } from './store.ts'

/** Looks through the stored records, page by page as they come into sight. */
export interface RecordsFinder {
  readonly store: Store<RecordsState, RecordsEvent>
  /** Without a narrowing: as it stands. */
  readonly ask: (text: string, narrowing?: Narrowing) => Promise<void>
  /** Shows anew what is found and what is open: it was changed. */
  readonly refresh: () => Promise<void>
  /** Fetches what is in sight and not there yet. */
  readonly see: (first: number, last: number) => void
  readonly open: (id: string | null) => Promise<void>
  /** Opens the one at a place of the list, which may have to be fetched first; its id, null where there is none. */
  readonly openAt: (index: number) => Promise<string | null>
  /** The ids of all that is found, in the order of the list; none when the desk did not answer. */
  readonly ids: () => Promise<readonly string[]>
}

export function createRecordsFinder(
  desk: DeskApi,
  onProblem: (problem: Problem) => void,
): RecordsFinder {
  const store = createStore(noRecords, stepRecords)
  const underWay = new Map<string, Promise<void>>()

  const fetchPage = (page: number): Promise<void> => {
    const key = `${store.get().question} ${page}`
    const before = underWay.get(key)
    if (before !== undefined) return before
    const fetching = fetchNow(page).finally(() => underWay.delete(key))
    underWay.set(key, fetching)
    return fetching
  }
  const fetchNow = async (page: number): Promise<void> => {
    const { question, text, narrowing } = store.get()
    const wish = { ...questionOf(text, narrowing), offset: page * pageSize, limit: pageSize }
    const answer = await desk.call('records:find', wish)
    if (!answer.ok) onProblem(answer.error)
    // What a later question ended is not waited for.
    else if (answer.value !== null)
      store.send({ kind: 'found', question, page, found: answer.value })
  }

  const openNow = async (id: string): Promise<void> => {
    const answer = await desk.call('records:open', { id })
    if (answer.ok) store.send({ kind: 'opened', id, opened: answer.value })
    else onProblem(answer.error)
  }
  const open = async (id: string | null): Promise<void> => {
    store.send({ kind: 'chosen', id })
    if (id !== null) await openNow(id)
  }

  const askFor = async (text: string, narrowing?: Narrowing): Promise<void> => {
    store.send({ kind: 'asked', text, ...(narrowing && { narrowing }) })
    await fetchPage(0)
  }

  return {
    store,
    ask: askFor,
    refresh: async () => {
      const { text, openId } = store.get()
      await Promise.all([askFor(text), openId === null ? undefined : openNow(openId)])
    },
    see: (first, last) => {
      // Before the first page of a question has come the list still shows the answer to the one before.
      const { question } = store.get()
      if (underWay.has(`${question} 0`)) return
      for (const page of pagesWanted(store.get(), first, last)) void fetchPage(page)
    },
    openAt: async (index) => {
      if (matchAt(store.get(), index) === undefined) await fetchPage(Math.floor(index / pageSize))
      const match = matchAt(store.get(), index)
      if (match === undefined) return null
      await open(match.id)
      return match.id
    },
    ids: async () => {
      const { text, narrowing } = store.get()
      const answer = await desk.call('records:ids', questionOf(text, narrowing))
      if (answer.ok) return answer.value
      onProblem(answer.error)
      return []
    },
    open,
  }
}
