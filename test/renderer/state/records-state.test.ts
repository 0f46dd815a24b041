import { describe, expect, it } from 'vitest'
import type { Input } from '../../../core/ipc/contract.ts'
import type { JudgedMatch } from '../../../core/ipc/held.ts'
import { createRecordsFinder } from '../../../renderer/state/records-finder.ts'
import {
  countNarrowed,
  notNarrowed,
  questionOf,
} from '../../../renderer/state/records-narrowing.ts'
import {
  matchAt,
  noRecords,
  pageSize,
  pagesWanted,
  placeOf,
  type RecordsState,
  stepRecords,
} from '../../../renderer/state/records-state.ts'
import { createFakeDesk, emptyScene } from '../fake-desk/fake-desk.ts'

const match = (index: number): JudgedMatch => ({
  id: `record-${index}`,
  name: '张三',
  idNumber: '441900199012210519',
  readAt: '2021-03-15T01:30:00.000Z',
  address: '',
  seal: '',
  validTo: '',
  look: 0,
  readers: 'offline',
  light: null,
})
const pageOf = (page: number): JudgedMatch[] =>
  Array.from({ length: pageSize }, (_, at) => match(page * pageSize + at))

const asked = stepRecords(noRecords, { kind: 'asked', text: '' })
const withPage = (state: RecordsState, page: number, total = 100_000): RecordsState =>
  stepRecords(state, {
    kind: 'found',
    question: state.question,
    page,
    found: { total, matches: pageOf(page) },
  })

describe('the stored records in the window', () => {
  it('are known page by page, as they come into sight', () => {
    const state = withPage(withPage(asked, 0), 7)
    expect(state.total).toBe(100_000)
    expect(matchAt(state, 7 * pageSize + 3)?.id).toBe(`record-${7 * pageSize + 3}`)
    expect(matchAt(state, 3 * pageSize)).toBeUndefined()
    expect(pagesWanted(state, 6 * pageSize + 50, 8 * pageSize)).toEqual([6, 8])
    expect(placeOf(state, `record-${7 * pageSize + 3}`)).toBe(7 * pageSize + 3)
    expect(placeOf(state, 'record-1000000')).toBe(-1)
  })

  it('stay in sight until a new question is answered, and an old answer is dropped', () => {
    const before = withPage(withPage(asked, 0), 1)
    const next = stepRecords(before, { kind: 'asked', text: '张' })
    expect([next.total, next.pages.size]).toEqual([100_000, 2])
    const late = stepRecords(next, {
      kind: 'found',
      question: before.question,
      page: 0,
      found: { total: 3, matches: [] },
    })
    expect(late).toBe(next)
    const answered = withPage(next, 0, 2)
    expect([answered.total, answered.pages.size]).toEqual([2, 1])
  })

  it('take no more memory however far somebody scrolls', () => {
    let state = withPage(asked, 0)
    for (let page = 1; page < 300; page += 1) state = withPage(state, page)
    expect(state.pages.size).toBeLessThanOrEqual(40)
    expect(state.pages.has(299)).toBe(true)
  })

  it('tell how far a search has come, until it has its answer or another is asked', () => {
    const state = stepRecords(asked, { kind: 'searching', walked: { looked: 5, total: 9 } })
    expect(state.searching).toEqual({ looked: 5, total: 9 })
    expect(withPage(state, 0).searching).toBeNull()
    expect(stepRecords(state, { kind: 'asked', text: '王' }).searching).toBeNull()
  })

  it('drop what was opened meanwhile', () => {
    const chosen = stepRecords(asked, { kind: 'chosen', id: 'record-2' })
    const late = stepRecords(chosen, { kind: 'opened', id: 'record-1', opened: null })
    expect(late).toBe(chosen)
    const gone = stepRecords(chosen, { kind: 'opened', id: 'record-2', opened: null })
    expect([gone.opened, gone.isGone]).toEqual([null, true])
  })
})

describe('looking through the records', () => {
  it('asks for each page once, before it comes into sight, and for nothing further away', async () => {
    const wishes: Input<'records:find'>[] = []
    const { api } = createFakeDesk(emptyScene, {
      'records:find': async (wish) => {
        wishes.push(wish)
        return { total: 100_000, matches: pageOf(wish.offset / pageSize) }
      },
    })
    const finder = createRecordsFinder(api, () => {})
    await finder.ask('张')
    finder.see(0, 40)
    expect(wishes).toHaveLength(1)
    finder.see(40, 60)
    finder.see(90, 110)
    await new Promise<void>((resolve) => void setImmediate(resolve))
    finder.see(95, 115)
    finder.see(99_900, 99_999)
    expect(wishes).toEqual([
      { text: '张', offset: 0, limit: pageSize },
      { text: '张', offset: pageSize, limit: pageSize },
      // Nothing is beyond the last page.
      { text: '张', offset: 998 * pageSize, limit: pageSize },
      { text: '张', offset: 999 * pageSize, limit: pageSize },
    ])
  })

  it('keeps the old answer in sight where a later question ended the search for another', async () => {
    const { api } = createFakeDesk(emptyScene, {
      'records:find': async ({ verdict, offset }) =>
        verdict === 'red' ? null : { total: 100_000, matches: pageOf(offset / pageSize) },
    })
    const finder = createRecordsFinder(api, () => {})
    await finder.ask('')
    await finder.ask('', { ...notNarrowed, verdict: 'red' })
    expect([finder.store.get().total, matchAt(finder.store.get(), 3)?.id]).toEqual([
      100_000,
      'record-3',
    ])
    expect(questionOf('', { ...notNarrowed, verdict: 'red' })).toEqual({ text: '', verdict: 'red' })
    expect(countNarrowed({ ...notNarrowed, verdict: 'amber', readers: 'both' })).toBe(2)
  })

  it('shows the answer to the last question, whichever comes first', async () => {
    const answers = new Map<string, PromiseWithResolvers<void>>()
    const { api } = createFakeDesk(emptyScene, {
      'records:find': async ({ text = '' }) => {
        const answer = Promise.withResolvers<void>()
        answers.set(text, answer)
        await answer.promise
        return { total: text.length, matches: [] }
      },
    })
    const finder = createRecordsFinder(api, () => {})
    const asking = [finder.ask('张'), finder.ask('张三')]
    answers.get('张三')?.resolve()
    answers.get('张')?.resolve()
    await Promise.all(asking)
    expect(finder.store.get()).toMatchObject({ text: '张三', total: 2 })
  })
})
