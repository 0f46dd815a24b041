import { describe, expect, it } from 'vitest'
import type { LicenseRecord } from '../../../core/license/record.ts'
import { usualPolicy } from '../../../core/verdict/house-policy.ts'
import type { Purpose } from '../../../core/verdict/purpose.ts'
import { verdictOf } from '../../../core/verdict/verdict.ts'
import { listedIn } from '../../../electron/records/do-not-rent.ts'
import { createJudgedRecords, tellingJudged } from '../../../electron/records/judged-records.ts'
import { createMemoryStores } from '../../../electron/store/memory-stores.ts'
import { readAs, recordWith } from '../../core/license/sample.ts'

const now = (): Date => new Date(2021, 2, 15, 12)
const rental = (giveBack: string, vehicle: 'C1' | 'A1' = 'C1'): Purpose => ({
  kind: 'rental',
  wish: { vehicle, pickUp: '2021-04-01', giveBack },
})

const people: readonly LicenseRecord[] = [
  recordWith(),
  recordWith({ name: readAs('李四', 0.5) }),
  recordWith({ name: readAs('王五'), valid_to: readAs('2021-04-03') }),
].map((record, at) => ({ ...record, id: `r${at}`, readAt: `2021-03-0${at + 1}T00:00:00.000Z` }))

/**
 * @param broken ids of records that do not open
 * @param pace milliseconds for each record, as on a PC of years ago
 */
function judging(records = people, broken: readonly string[] = [], pace = 0) {
  const kept = createMemoryStores()
  for (const record of records) kept.records.put(record)
  const opened: string[] = []
  const asked: string[] = []
  const told: string[] = []
  let purpose = rental('2021-04-02')
  const judged = createJudgedRecords({
    records: {
      ...kept.records,
      get: (id) => {
        opened.push(id)
        return broken.includes(id) ? undefined : kept.records.get(id)
      },
      *judgeable(ids) {
        for (const record of kept.records.judgeable(ids)) {
          asked.push(record.id)
          for (const until = performance.now() + pace; performance.now() < until; );
          yield record
        }
      },
    },
    judging: () => ({ purpose, policy: usualPolicy, listed: listedIn(kept.doNotRent) }),
    now,
    onProgress: (looked, total) => told.push(`${looked}/${total}`),
  })
  return {
    judged,
    stores: tellingJudged(kept, judged),
    opened,
    asked,
    told,
    lookFor: (next: Purpose) => (purpose = next),
    found: async (verdict: 'green' | 'amber' | 'red', text = '') => {
      const found = await judged.find({ text, verdict, offset: 0, limit: 9 })
      return found?.matches.map(({ id, light }) => `${id} ${light}`)
    },
  }
}

describe('stored records by their verdict', () => {
  it('are found as each is judged alone, page by page, newest first', async () => {
    const { judged, found } = judging()
    expect(await found('green')).toEqual(['r0 green'])
    expect(await found('amber')).toEqual(['r2 amber', 'r1 amber'])
    expect(await found('red')).toEqual([])
    const page = await judged.find({ verdict: 'amber', offset: 1, limit: 1 })
    expect(page).toMatchObject({ total: 2, matches: [{ id: 'r1', name: '李四', look: 1 }] })
    expect(await judged.ids({ verdict: 'amber', order: 'oldest' })).toEqual(['r1', 'r2'])
    for (const record of people) {
      const context = { today: '2021-03-15', purpose: rental('2021-04-02') } as const
      const alone = verdictOf(record, { ...context, policy: usualPolicy, listed: () => null })
      const all = await judged.find({ offset: 0, limit: 9 })
      expect(all?.matches.find(({ id }) => id === record.id)?.light).toBe(alone?.light)
    }
  })

  it('are opened to be shown alone, and no more of them are judged than are asked for', async () => {
    const { found, opened, asked, lookFor } = judging()
    expect(await found('amber', '李')).toEqual(['r1 amber'])
    expect(opened).toEqual(['r1'])
    expect(asked).toEqual(['r1'])
    expect(await found('amber')).toEqual(['r2 amber', 'r1 amber'])
    expect(asked.toSorted()).toEqual(['r0', 'r1', 'r2'])
    lookFor(rental('2021-04-05', 'A1'))
    expect(await found('red')).toEqual(['r2 red', 'r1 red', 'r0 red'])
    lookFor(rental('2021-04-05'))
    expect(await found('red')).toEqual([])
  })

  it('are not counted where they turn out not to open', async () => {
    const { judged, stores, lookFor } = judging(people, ['r1'])
    const find = async () => judged.find({ verdict: 'amber', offset: 0, limit: 9 })
    expect(await find()).toMatchObject({ total: 1, matches: [{ id: 'r2' }] })
    lookFor(rental('2021-04-05', 'A1'))
    expect(await judged.find({ verdict: 'red', offset: 2, limit: 9 })).toEqual({
      total: 2,
      matches: [],
    })
    stores.records.remove('r1')
    expect(await judged.ids({ verdict: 'red' })).toEqual(['r2', 'r0'])
  })

  it('are judged anew when they are corrected, deleted, or their holder is listed', async () => {
    const { found, stores } = judging()
    expect(await found('amber')).toEqual(['r2 amber', 'r1 amber'])
    const [, second] = people
    if (second !== undefined)
      stores.records.put({ ...second, decisions: { name: { kind: 'confirmed', value: '李四' } } })
    expect(await found('green')).toEqual(['r1 green', 'r0 green'])
    stores.records.remove('r0')
    expect(await found('green')).toEqual(['r1 green'])
    const listed = stores.doNotRent.put('441900199012210519', { note: 'x', addedAt: '' })
    expect(await found('red')).toEqual(['r2 red', 'r1 red'])
    stores.doNotRent.remove(listed.id)
    expect(await found('green')).toEqual(['r1 green'])
  })

  it('have none where licenses are looked at for nothing, and none that does not open is found', async () => {
    const { judged, found, lookFor, stores } = judging()
    lookFor({ kind: 'none' })
    const all = await judged.find({ offset: 0, limit: 9 })
    expect(all?.matches.map(({ light }) => light)).toEqual([null, null, null])
    expect(await found('green')).toEqual([])
    expect(stores.records.ids({})).toHaveLength(3)
  })

  it('are judged by what a question was asked for, whatever is set meanwhile', async () => {
    const many = Array.from({ length: 4000 }, (_, at) => ({ ...recordWith(), id: `m${at}` }))
    const { judged, found, lookFor } = judging(many)
    const first = found('green')
    lookFor(rental('2021-04-05', 'A1'))
    const page = await judged.find({ offset: 0, limit: 1 })
    expect(page?.matches.map(({ light }) => light)).toEqual(['red'])
    expect(await first).toHaveLength(9)
    expect(await found('green')).toEqual([])
    expect(await found('red')).toHaveLength(9)
  })

  it('are looked through for the latest question, and for one question once', async () => {
    const many = Array.from({ length: 4000 }, (_, at) => ({ ...recordWith(), id: `m${at}` }))
    const { judged, found, told, asked } = judging(many, [], 0.1)
    const first = found('red')
    const [second, third] = [
      found('green', '张'),
      judged.find({ text: '张', verdict: 'green', offset: 9, limit: 9 }),
    ]
    expect(await first).toBeUndefined()
    expect(await second).toHaveLength(9)
    expect((await third)?.total).toBe(4000)
    expect(asked.length).toBeLessThan(4000 + 1200)
    expect(told.length).toBeGreaterThan(0)
    judged.forgetLights()
    const last = found('green')
    judged.forgetLights()
    expect(await last).toBeUndefined()
  })
})
