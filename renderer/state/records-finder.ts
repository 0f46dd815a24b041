import type { DeskApi, Problem } from '../../core/ipc/contract.ts'
import {
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
  readonly ask: (text: string) => Promise<void>
  /** Fetches what is in sight and not there yet. */
  readonly see: (first: number, last: number) => void
  readonly open: (id: string | null) => Promise<void>
}

export function createRecordsFinder(
  desk: DeskApi,
  onProblem: (problem: Problem) => void,
): RecordsFinder {
  const store = createStore(noRecords, stepRecords)
  const underWay = new Set<string>()

  const fetchPage = async (page: number): Promise<void> => {
    const { question, text } = store.get()
    const key = `${question} ${page}`
    if (underWay.has(key)) return
    underWay.add(key)
    const wish = { text, offset: page * pageSize, limit: pageSize }
    const answer = await desk.call('records:find', wish)
    underWay.delete(key)
    if (answer.ok) store.send({ kind: 'found', question, page, found: answer.value })
    else onProblem(answer.error)
  }

  return {
    store,
    ask: async (text) => {
      store.send({ kind: 'asked', text })
      await fetchPage(0)
    },
    see: (first, last) => {
      // Before the first page of a question has come the list still shows the answer to the one before.
      const { question } = store.get()
      if (underWay.has(`${question} 0`)) return
      for (const page of pagesWanted(store.get(), first, last)) void fetchPage(page)
    },
    open: async (id) => {
      store.send({ kind: 'chosen', id })
      if (id === null) return
      const answer = await desk.call('records:open', { id })
      if (answer.ok) store.send({ kind: 'opened', id, opened: answer.value })
      else onProblem(answer.error)
    },
  }
}
