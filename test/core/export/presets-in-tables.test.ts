import { expect, it } from 'vitest'
import { isOurTable } from '../../../core/export/our-table.ts'
import { csvLines, csvText } from '../../../core/export/csv.ts'
import type { ExportEntry } from '../../../core/export/entry.ts'
import { chosenFor, tableOf } from '../../../core/export/table.ts'
import { builtIns, type Preset } from '../../../core/layout/preset.ts'
import { nothingRead } from '../../../core/license/reading.ts'
import type { LicenseRecord } from '../../../core/license/record.ts'
import { review } from '../../../core/license/review.ts'
import { readAs, recordWith, today } from '../license/sample.ts'

const entryOf = (record: LicenseRecord): ExportEntry => ({
  record,
  review: review(record, { today }),
  verdict: undefined,
  readAt: '2021-03-15 09:30',
})

const sound = entryOf(recordWith())
const open = entryOf({ ...recordWith({ official_seal: nothingRead }), id: 'record-2' })
const wrong = entryOf({
  ...recordWith({ id_num: readAs('441900199012210518'), name: nothingRead }),
  id: 'record-3',
})

const short: Preset = {
  id: 'own',
  name: '',
  columns: [
    { column: 'id_num', heading: '身份证' },
    { column: 'valid_to', heading: '' },
    { column: 'blank', heading: '备注' },
  ],
  dates: 'slash',
  numbers: 'masked',
  rows: 'all',
}

it('lays a table out as the preset says', () => {
  expect(tableOf([sound], 'zh', short)).toEqual([
    ['身份证', '有效期止', '备注'],
    ['441900********0519', '2028/07/06', ''],
  ])
})

it('says how each stands as soon as one is not reviewed, whatever the preset has', () => {
  expect(tableOf([sound, open, wrong], 'zh', short).map((row) => row.slice(3))).toEqual([
    ['核对状态'],
    ['无需核对'],
    ['待核对: 发证机关印章'],
    ['有错: 证号；待核对: 姓名'],
  ])
  expect(tableOf([wrong], 'en', builtIns.full)[1]?.[12]).toBe(
    'wrong: License number; to be checked: Name',
  )
})

it('takes only reviewed ones where it is to', () => {
  const reviewed = { ...short, rows: 'reviewed' } as const
  expect(chosenFor([sound, open, wrong], reviewed)).toEqual([sound])
  expect(tableOf([sound, open], 'zh', reviewed)).toHaveLength(2)
  expect(tableOf([sound, open], 'zh', reviewed)[0]).toHaveLength(3)
})

it('keeps its columns while it grows, and names each record', () => {
  const headings = ['身份证', '有效期止', '备注', '核对状态', '记录号']
  expect(tableOf([sound], 'zh', short, true)).toEqual([
    headings,
    ['441900********0519', '2028/07/06', '', '无需核对', 'record-1'],
  ])
  expect(tableOf([open], 'zh', short, true)[0]).toEqual(headings)
})

it('knows its own tables again, in both languages and without the mark of UTF-8', () => {
  for (const preset of Object.values(builtIns))
    for (const language of ['zh', 'en'] as const) {
      const table = tableOf([sound], language, preset)
      expect([isOurTable(csvText(table)), isOurTable(csvLines(table))]).toEqual([true, true])
    }
  expect(isOurTable('证号,电话\r\n1,2\r\n')).toBe(false)
})
