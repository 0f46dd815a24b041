import { expect, it } from 'vitest'
import { defaultSettings } from '../../../core/settings/settings.ts'
import { type PlainTable, customerAnswers } from '../../../electron/ipc/customers.ts'
import { createMerging } from '../../../electron/records/merging.ts'
import { held, heldRecord, now } from '../records/held-records.ts'

function asked(target: string | undefined, isLocked = false) {
  const kept = held([heldRecord('first', 'a', 40), heldRecord('second', 'b', 2)])
  const { stores, note } = kept
  const tables: string[][][] = []
  const where: PlainTable[] = []
  const written = new Set<string>()
  const answers = customerAnswers({
    stores,
    note,
    merging: createMerging({ stores, note, putAway: (_ids, alongside) => alongside() }),
    settings: { read: () => defaultSettings },
    askWhereTable: async (what) => {
      where.push(what)
      return target
    },
    writeTable: async (path, table) => {
      tables.push(table)
      return { kind: 'written', path, rows: table.length - 1 }
    },
    onWalked: () => {},
    isLocked: () => isLocked,
    written,
    now,
  })
  return { ...kept, answers, tables, where, written }
}

it('writes those to call in the order that is shown, and writes that down', async () => {
  const { answers, tables, written, noted } = asked('/out/list.csv')
  await answers['renewals:export']({ recordIds: ['second', 'gone', 'first'] })
  expect(tables[0]?.[0]).toEqual(['姓名', '证号', '准驾车型', '有效期止', '还有几天', '读取时间'])
  expect(tables[0]?.slice(1).map((row) => row.slice(1, 4))).toEqual([
    ['441900199012210519', 'C1', '2028-07-06'],
    ['441900199012210519', 'C1', '2028-07-06'],
  ])
  expect([...written]).toEqual(['/out/list.csv'])
  expect(noted()).toEqual(['records-exported  2'])
})

it('writes nothing where the dialog was closed, or the window was locked meanwhile', async () => {
  for (const kept of [asked(undefined), asked('/out/list.csv', true)]) {
    await kept.answers['figures:export']({ span: 'week' })
    await kept.answers['renewals:export']({ recordIds: ['first'] })
    expect([kept.where, kept.tables]).toEqual([['figures', 'call-list'], []])
    expect(kept.noted()).toEqual([])
  }
})

it('gives up a look through all records when another begins', async () => {
  const { answers } = asked('/out/figures.csv')
  const first = answers['renewals:find']({ within: 90 })
  const second = answers['figures:read'](null)
  const stopped = answers['figures:read'](null)
  await answers['people:stop'](null)
  expect((await Promise.all([second, stopped])).map((each) => each.ok)).toEqual([true, true])
  expect(await first).toMatchObject({ ok: true })
})

it('merges and takes apart', async () => {
  const { answers, ids } = asked(undefined)
  expect(await answers['person:merge']({ recordIds: ['first', 'second'] })).toMatchObject({
    value: 'second',
  })
  expect(ids()).toEqual(['second'])
  await answers['person:part']({ recordId: 'first' })
  expect(ids()).toEqual(['second', 'first'])
  expect(await answers['person:merge']({ recordIds: ['first', 'gone'] })).toMatchObject({
    value: null,
  })
})
