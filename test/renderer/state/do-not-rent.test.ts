import { describe, expect, it } from 'vitest'
import type { DeskApi, Problem } from '../../../core/ipc/contract.ts'
import { fail, ok } from '../../../core/result.ts'
import { defaultSettings, type Settings } from '../../../core/settings/settings.ts'
import { nothingOnDesk, stepDesk } from '../../../renderer/state/desk-state.ts'
import {
  listedIn,
  nothingListed,
  stepDoNotRent,
} from '../../../renderer/state/do-not-rent-state.ts'
import { followDoNotRent } from '../../../renderer/state/do-not-rent-sync.ts'
import { noDrafts, stepDrafts } from '../../../renderer/state/drafts.ts'
import { noRecords, stepRecords } from '../../../renderer/state/records-state.ts'
import { createStore } from '../../../renderer/state/store.ts'
import { readAs, recordWith } from '../../core/license/sample.ts'

const entry = { id: 'ab', note: '没有赔', addedAt: '2026-11-20T04:00:00.000Z' }
const listed = '330106199207152847'
const wish = { vehicle: 'C1', pickUp: '2026-12-01', giveBack: '2026-12-05' } as const

describe('what the window knows of the do-not-rent list', () => {
  it('is nothing of a number until it was asked for, however it is written', () => {
    const known = stepDoNotRent(nothingListed, {
      kind: 'looked-up',
      round: 0,
      idNumbers: ['11x', '2'],
      found: [entry, null],
    })
    expect(listedIn(nothingListed, '11X')).toBeUndefined()
    expect(listedIn(known, ' 11X')).toEqual({ note: '没有赔', since: '2026-11-20' })
    expect(listedIn(known, '2')).toBeNull()
    expect(listedIn(known, '')).toBeNull()
    expect(listedIn(stepDoNotRent(known, { kind: 'changed' }), '2')).toBeUndefined()
  })

  it('takes no answer to what was asked before the list changed', () => {
    const changed = stepDoNotRent(nothingListed, { kind: 'changed' })
    const late = { kind: 'looked-up', round: 0, idNumbers: ['1'], found: [null] } as const
    expect(stepDoNotRent(changed, late)).toBe(changed)
  })
})

function following(answers: (idNumbers: readonly string[]) => 'known' | 'broken') {
  const asked: (readonly string[])[] = []
  const problems: Problem[] = []
  const stores = {
    desk: createStore(nothingOnDesk, stepDesk),
    drafts: createStore(noDrafts, stepDrafts),
    settings: createStore<Settings, Settings>(defaultSettings, (_, next) => next),
    doNotRent: createStore(nothingListed, stepDoNotRent),
    records: { store: createStore(noRecords, stepRecords) },
  }
  const call: DeskApi['call'] = async (channel, input) => {
    if (channel !== 'do-not-rent:look-up' || input === null || !('idNumbers' in input))
      throw new Error(`not expected: ${channel}`)
    asked.push(input.idNumbers)
    if (answers(input.idNumbers) === 'broken') return fail({ kind: 'store-failed', detail: '' })
    const found = input.idNumbers.map((number) => (number === listed ? entry : null))
    // eslint-disable-next-line typescript/no-unsafe-type-assertion -- the one channel that is asked
    return ok(found) as never
  }
  const api: DeskApi = { call, on: () => () => undefined, pathOf: () => '' }
  const stop = followDoNotRent(api, stores, (problem) => void problems.push(problem))
  return { ...stores, asked, problems, stop }
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
const onDesk = (...numbers: readonly string[]) => ({
  kind: 'snapshot' as const,
  snapshot: {
    version: 1,
    jobs: [],
    pause: 'none' as const,
    records: numbers.map((number, at) => ({
      ...recordWith({ id_num: readAs(number) }),
      id: `record-${at}`,
    })),
  },
})

describe('asking who is on the list', () => {
  const rental = { ...defaultSettings, purpose: { kind: 'rental', wish } } as const

  it('asks of the stored record that is open, too', async () => {
    const { asked, records, settings } = following(() => 'known')
    settings.send(rental)
    const record = recordWith({ id_num: readAs(listed) })
    records.store.send({ kind: 'chosen', id: record.id })
    records.store.send({ kind: 'opened', id: record.id, opened: { record, image: 'missing' } })
    await settled()
    expect(asked).toEqual([[listed]])
  })

  it('begins when rentals are judged, asks of each number once, and again when the list changes', async () => {
    const desk = following(() => 'known')
    desk.desk.send(onDesk(listed, '', '441900199012210519', listed))
    await settled()
    expect(desk.asked).toEqual([])
    desk.settings.send(rental)
    await settled()
    expect(desk.asked).toEqual([[listed, '441900199012210519']])
    expect(listedIn(desk.doNotRent.get(), listed)).toMatchObject({ note: '没有赔' })
    const draft = { recordId: 'record-2', field: 'id_num', typed: '4419 0019' } as const
    desk.drafts.send({ kind: 'typed', draft })
    await settled()
    expect(desk.asked.at(-1)).toEqual(['44190019'])
    desk.doNotRent.send({ kind: 'changed' })
    await settled()
    expect(desk.asked.at(-1)).toHaveLength(3)
    desk.stop()
    desk.doNotRent.send({ kind: 'changed' })
    await settled()
    expect(desk.asked).toHaveLength(3)
  })

  it('asks of many in portions', async () => {
    const desk = following(() => 'known')
    desk.settings.send(rental)
    desk.desk.send(onDesk(...Array.from({ length: 1201 }, (_, at) => `number-${at}`)))
    for (let turn = 0; turn < 10; turn += 1) await settled()
    expect(desk.asked.map(({ length }) => length)).toEqual([500, 500, 201])
  })

  it('tells once that it cannot, and tries again with the next change', async () => {
    let isBroken = true
    const desk = following(() => (isBroken ? 'broken' : 'known'))
    desk.settings.send(rental)
    desk.desk.send(onDesk('1'))
    await settled()
    desk.desk.send({ ...onDesk('1', '2'), snapshot: { ...onDesk('1', '2').snapshot, version: 2 } })
    await settled()
    expect(desk.problems).toHaveLength(1)
    isBroken = false
    desk.settings.send({ ...rental })
    await settled()
    expect(listedIn(desk.doNotRent.get(), '2')).toBeNull()
  })
})
