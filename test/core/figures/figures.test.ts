import { parse } from 'csv-parse/sync'
import { expect, it } from 'vitest'
import { csvText } from '../../../core/export/csv.ts'
import { figuresTable } from '../../../core/export/figures-table.ts'
import { countRecord, mondayOf, startOf } from '../../../core/figures/count-record.ts'
import {
  licensesIn,
  onlyWay,
  overTime,
  sharesByField,
  sharesOfAll,
  waysIn,
} from '../../../core/figures/shares.ts'
import { addTallies, type Tally, tally } from '../../../core/figures/tally.ts'
import type { LicenseRecord } from '../../../core/license/record.ts'
import { readAs, recordWith, soundLicense, today } from '../license/sample.ts'

const doubted = { name: readAs('张三', 0.2) }
const decided = (kind: 'confirmed' | 'corrected'): LicenseRecord['decisions'] => ({
  name: { kind, value: kind === 'confirmed' ? '张三' : '张王' },
})
const nameOf = (record: LicenseRecord) => countRecord(record, today).fields.name

it.each([
  ['nobody was asked about', recordWith(), { quiet: 1 }],
  ['somebody looked at in vain', recordWith(doubted, decided('confirmed')), { inVain: 1 }],
  [
    'somebody was asked about and corrected',
    recordWith(doubted, decided('corrected')),
    { caught: 1 },
  ],
  ['somebody corrected without being asked', recordWith({}, decided('corrected')), { slipped: 1 }],
  ['somebody confirmed without being asked', recordWith({}, decided('confirmed')), { quiet: 1 }],
])('counts a value that %s', (_case, record, expected) => {
  expect(nameOf(record)).toEqual({ quiet: 0, inVain: 0, caught: 0, slipped: 0, ...expected })
})

it('counts nothing that is still to be looked at', () => {
  const { fields, licenses } = countRecord(recordWith(doubted), today)
  expect([Object.keys(fields).length, fields.name, licenses]).toEqual([10, undefined, 1])
})

it('takes a license that has expired, or is new, for well read', () => {
  const record = recordWith(
    { valid_to: readAs('2020-07-06'), valid_from: readAs('2014-07-06') },
    { valid_to: { kind: 'confirmed', value: '2020-07-06' } },
  )
  expect(countRecord(record, today).fields.valid_to).toMatchObject({ quiet: 1, inVain: 0 })
})

it('tells by what it was read, and that two looked', () => {
  const by = (record: LicenseRecord) => countRecord(record, today).way
  const record = recordWith()
  expect(by(record)).toBe('offline')
  expect(by({ ...record, reading: { ...record.reading, recognizer: 'wechat-upload' } })).toBe(
    'wechat-upload',
  )
  const twice = { ...readAs('张三'), readBy: ['offline', 'wechat-upload'] }
  expect(by(recordWith({ name: twice }))).toBe('both')
})

it('begins a week on Monday, and anew with a month', () => {
  expect(mondayOf('2026-11-24')).toBe('2026-11-23')
  expect(mondayOf('2026-11-22')).toBe('2026-11-16')
  expect(['2026-12-02', '2026-11-30', '2026-12-06'].map(startOf)).toEqual([
    '2026-12-01',
    '2026-11-30',
    '2026-12-01',
  ])
})

const rowOf = (from: string, way: string, inVain: number, caught = 0): Tally => [
  {
    from,
    way,
    licenses: 1,
    fields: { name: { quiet: 7, inVain, caught, slipped: 0 } },
  },
]
const rows = addTallies(
  rowOf('2026-11-30', 'offline', 1),
  rowOf('2026-12-01', 'offline', 2, 1),
  rowOf('2026-12-01', 'wechat-upload', 0),
  rowOf('2026-12-01', 'wechat-cloud', 0),
)

it('adds up what belongs together, and stays what it is when it is kept', () => {
  expect(addTallies(rows, rows).map(({ licenses }) => licenses)).toEqual([2, 2, 2, 2])
  expect(tally.parse(JSON.parse(JSON.stringify(rows)))).toEqual(rows)
})

it('gives weeks and months exactly, though a week lies in two months', () => {
  const told = (span: 'week' | 'month') =>
    overTime(rows, span).map(({ period, licenses, shares }) => [period, licenses, shares.total])
  expect(told('week')).toEqual([['2026-11-30', 4, 32]])
  expect(told('month')).toEqual([
    ['2026-11', 1, 8],
    ['2026-12', 3, 24],
  ])
})

it('tells shares of all, by field and by way of reading', () => {
  expect(sharesOfAll(rows)).toMatchObject({ total: 32, right: 31, corrected: 1 })
  expect(sharesByField(rows).find(({ field }) => field === 'name')?.shares.total).toBe(32)
  expect(waysIn(rows)).toEqual(['offline', 'wechat'])
  expect(licensesIn(onlyWay(rows, 'wechat'))).toBe(2)
})

it('exports counts, and nothing of anybody', () => {
  const counted = countRecord(recordWith(doubted, decided('corrected')), today)
  const text = csvText(figuresTable([counted, ...rows], 'month', 'zh'))
  for (const value of Object.values(soundLicense).filter((one) => one.length > 2))
    expect(text).not.toContain(value)
  const table: unknown = parse(text, { bom: true, columns: true })
  expect(table).toContainEqual({
    月: '2026-12',
    读取方式: '微信',
    项目: '姓名',
    已知对错: '14',
    读对: '14',
    白看: '0',
    提示后改正: '0',
    '没提示、人改正': '0',
  })
})
