import { describe, expect, it } from 'vitest'
import { ok } from '../../../core/result.ts'
import { keptRecordsAnswers } from '../../../electron/ipc/kept-records.ts'
import { notJudging } from '../../../core/verdict/verdict.ts'
import { createJudgedRecords } from '../../../electron/records/judged-records.ts'
import { readyRecognizer } from '../../fakes/fake-recognizer.ts'
import { deskWith } from '../desk/desk-parts.ts'
import { readAs, recordWith } from '../../core/license/sample.ts'
import { held, heldRecord } from '../records/held-records.ts'

const records = [heldRecord('old', 'a', 3), heldRecord('new', 'b', 1, '330106199207152847')]

const pickReading = (name: string) => {
  const { reading } = recordWith({ name: readAs(name, 0.5) })
  return { reading }
}

function asked() {
  const kept = held(records)
  let time = Date.parse('2021-06-15T08:00:00.000Z')
  const answers = keptRecordsAnswers({
    ...kept,
    records: kept.stores.records,
    hold: () => undefined,
    stateOfImage: async () => 'changed',
    judgedRecords: createJudgedRecords({
      records: kept.stores.records,
      judging: () => notJudging,
      now: () => new Date(time),
      onProgress: () => undefined,
    }),
    desk: deskWith(readyRecognizer(), kept.stores),
    judging: () => notJudging,
    onDecided: () => undefined,
    onRecordsProgress: () => undefined,
    now: () => new Date(time),
  })
  return { ...kept, answers, pass: (milliseconds: number) => (time += milliseconds) }
}

describe('stored records for the window', () => {
  it('are found by a part of the name or number, newest first, page by page', async () => {
    const { answers } = asked()
    const found = await answers['records:find']({ text: '', offset: 0, limit: 1 })
    expect(found).toMatchObject(ok({ total: 2, matches: [{ id: 'new' }] }))
    const rest = await answers['records:find']({ text: '199012', offset: 0, limit: 9 })
    expect(rest).toMatchObject(ok({ total: 1, matches: [{ id: 'old' }] }))
  })

  it('are searched once for the log while somebody types, and again later', async () => {
    const { answers, noted, pass } = asked()
    for (const text of ['', '张', '张三']) {
      await answers['records:find']({ text, offset: 0, limit: 9 })
      pass(2_000)
    }
    expect(noted()).toEqual(['records-searched  1'])
    pass(120_000)
    await answers['records:find']({ text: '李', offset: 0, limit: 9 })
    expect(noted()).toEqual(['records-searched  1', 'records-searched  1'])
  })

  it('are opened with what became of their image, and that is written down', async () => {
    const { answers, noted } = asked()
    expect(await answers['records:open']({ id: 'old' })).toMatchObject(
      ok({ record: { id: 'old' }, image: 'changed' }),
    )
    expect(await answers['records:open']({ id: 'gone' })).toEqual(ok(null))
    expect(noted()).toEqual(['record-opened old 1'])
  })

  it('are deleted for good', async () => {
    const { answers, ids, noted, scrubbed } = asked()
    expect(await answers['records:delete']({ ids: ['old'] })).toEqual(
      ok({ records: 1, images: 0, backups: 7 }),
    )
    expect([ids(), scrubbed]).toEqual([['new'], [['new']]])
    expect(noted()).toEqual(['records-removed old 1'])
  })

  it('are confirmed, taken back, and read again only where their image is there', async () => {
    const { answers, stores, noted } = asked()
    const unsure = { ...heldRecord('unsure', 'c', 2), ...pickReading('李四') }
    stores.records.put(unsure)
    const done = await answers['records:confirm']({ ids: ['old', 'unsure'] })
    expect(done).toMatchObject(
      ok({ changes: [{ id: 'unsure', field: 'name', value: '李四' }], confirmed: 1, left: 0 }),
    )
    expect(stores.records.get('unsure')?.decisions.name?.kind).toBe('confirmed')
    const back = { changes: [{ id: 'unsure', field: 'name', value: null } as const] }
    expect(await answers['records:amend'](back)).toEqual(ok({ count: 1 }))
    expect(stores.records.get('unsure')?.decisions).toEqual({})
    expect(await answers['records:read-again']({ ids: ['old', 'unsure'] })).toEqual(
      ok({ again: 0, gone: 2, skipped: 0 }),
    )
    expect(stores.jobs.all()).toEqual([])
    expect(noted()).toEqual(['field-decided unsure 1', 'field-decided unsure 1'])
  })

  it('tell the log when a number was looked at, and only of records that are there', async () => {
    const { answers, noted } = asked()
    await answers['records:revealed']({ id: 'old' })
    await answers['records:revealed']({ id: '441900199012210519' })
    expect(noted()).toEqual(['number-revealed old 1'])
  })
})
