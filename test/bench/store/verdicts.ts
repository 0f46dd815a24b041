import type { RecordsQuestion } from '../../../core/ipc/held.ts'
import type { CarClass } from '../../../core/license/parse/car-class.ts'
import { usualPolicy } from '../../../core/verdict/house-policy.ts'
import { type Judging, verdictOf } from '../../../core/verdict/verdict.ts'
import { listedIn } from '../../../electron/records/do-not-rent.ts'
import { createJudgedRecords } from '../../../electron/records/judged-records.ts'
import type { Stores } from '../../../electron/store/stores.ts'
import { type Figure, told } from '../figures.ts'

/** So many are opened to tell what all would take. */
const sample = 2000

type Measure = (
  act: () => Promise<unknown>,
) => Promise<{ readonly whole: number; readonly wait: number }>

/** How long it takes to find who may rent among all records: at first, for other dates, and with each letter. */
export async function verdictFigures(stores: Stores, longestWait: Measure): Promise<Figure[]> {
  const measure = async (act: () => Promise<unknown>) => {
    const before = process.cpuUsage()
    const { whole, wait } = await longestWait(act)
    const { user, system } = process.cpuUsage(before)
    return { whole, wait, processor: (user + system) / 1000 }
  }
  let giveBack = '2026-12-05'
  let vehicle: CarClass = 'C1'
  let isSchool = false
  stores.doNotRent.put('110101199001011234', { note: '', addedAt: '' })
  const judging = (): Judging => ({
    purpose: isSchool
      ? { kind: 'school' }
      : { kind: 'rental', wish: { vehicle, pickUp: '2026-12-01', giveBack } },
    policy: usualPolicy,
    listed: listedIn(stores.doNotRent),
  })
  const judged = createJudgedRecords({
    records: stores.records,
    judging,
    now: () => new Date(2026, 10, 27),
    onProgress: () => undefined,
  })
  const found = (question: RecordsQuestion) => () =>
    judged.find({ ...question, verdict: 'green', offset: 0, limit: 100 })
  const [one] = stores.records.find({ offset: 60_000, limit: 1 }).matches
  const inMemory = (): number => {
    globalThis.gc?.()
    return process.memoryUsage().heapUsed
  }
  const ids = stores.records.ids({})
  const opened = await measure(async () => {
    for (const id of ids.slice(0, sample)) {
      const record = stores.records.get(id)
      if (record !== undefined) verdictOf(record, { ...judging(), today: '2026-11-27' })
    }
  })
  const narrowed = await measure(found({ text: one?.name.slice(0, 2) ?? '' }))
  const before = inMemory()
  const first = await measure(found({}))
  const held = inMemory() - before
  giveBack = '2026-12-09'
  const others = await measure(found({}))
  vehicle = 'B2'
  const otherCar = await measure(found({}))
  const slowestOf = async (find: (text: string) => () => Promise<unknown>) => {
    const letters: (typeof first)[] = []
    for (const text of ['1', '19', '198', '王', '王小', '']) letters.push(await measure(find(text)))
    return letters.toSorted((a, b) => b.whole - a.whole)[0] ?? first
  }
  const byVerdict = await slowestOf((text) => found({ text }))
  const byState = await slowestOf(
    (text) => async () => stores.records.find({ text, state: 'ready', limit: 100 }),
  )
  isSchool = true
  const school = await measure(found({}))
  const said = ({ whole, wait, processor }: typeof first): string =>
    `${whole.toFixed(0)} ms (processor ${processor.toFixed(0)} ms), ${wait.toFixed(0)} ms`
  return [
    told(
      'each record opened and judged, processor, as of all',
      `${((opened.processor * ids.length) / sample).toFixed(0)} ms`,
    ),
    told('by verdict, within a name: whole, and longest wait of others', said(narrowed)),
    told('by verdict, among all at first', said(first)),
    told('the same for other dates', said(others)),
    told('the same for another car', said(otherCar)),
    told('the same for a driving school', said(school)),
    told('what is held of each for it, bytes', (held / 100_000).toFixed(0)),
    told('by verdict, with each letter: the slowest', said(byVerdict)),
    told('by whether somebody has to look, with the same letters', said(byState)),
  ]
}
