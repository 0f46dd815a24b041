import { describe, expect, it } from 'vitest'
import { csvText } from '../../../core/export/csv.ts'
import { type ExportEntry, tableOf } from '../../../core/export/table.ts'
import { nothingRead } from '../../../core/license/reading.ts'
import type { LicenseRecord } from '../../../core/license/record.ts'
import { review } from '../../../core/license/review.ts'
import { recordWith, soundLicense, today } from '../license/sample.ts'

const entryOf = (record: LicenseRecord): ExportEntry => ({
  record,
  review: review(record, { today }),
  verdict: undefined,
  readAt: '2021-03-15 09:30',
})

const rowOf = (record: LicenseRecord, language: 'zh' | 'en' = 'zh'): string[] =>
  tableOf([entryOf(record)], language)[1] ?? []

describe('tableOf', () => {
  it('heads the columns in Chinese or English', () => {
    expect(tableOf([], 'zh').map((row) => row.join(' '))).toEqual([
      '证号 姓名 性别 国籍 住址 出生日期 初次领证日期 准驾车型 有效期起 有效期止 发证机关印章 来源文件 核对状态 读取时间 档案编号 记录',
    ])
    const [headings = []] = tableOf([], 'en')
    expect(headings).toHaveLength(16)
    expect(new Set(headings).size).toBe(16)
    expect(headings.join('')).toMatch(/^[\x20-\x7e]+$/)
  })

  it('gives a row for each record, in their order', () => {
    const records = [recordWith(), { ...recordWith(), id: 'record-2' }]
    expect(tableOf(records.map(entryOf), 'zh').slice(1)).toEqual([
      [...Object.values(soundLicense), 'one.jpg', '无需核对', '2021-03-15 09:30', '', ''],
      [...Object.values(soundLicense), 'one.jpg', '无需核对', '2021-03-15 09:30', '', ''],
    ])
  })

  it('names the page of a file that has several', () => {
    const record = recordWith()
    const second = { ...record, source: { ...record.source, page: 2 } }
    expect(rowOf(second)[11]).toBe('one.jpg · 第 2 页')
    expect(rowOf(second, 'en')[11]).toBe('one.jpg, page 2')
  })

  it('tells licenses of one picture apart', () => {
    const record = recordWith()
    const reading = { ...record.reading, place: { index: 2, of: 4 } }
    const paged = { ...record.source, page: 2 }
    expect(rowOf({ ...record, reading })[11]).toBe('one.jpg · 第 2 张，共 4 张')
    expect(rowOf({ ...record, reading, source: paged }, 'en')[11]).toBe(
      'one.jpg, page 2, license 2 of 4',
    )
    const alone = { ...reading, place: { index: 1, of: 1 } }
    expect(rowOf({ ...record, reading: alone })[11]).toBe('one.jpg')
  })

  it('writes what the second page says behind everything else', () => {
    const record = recordWith()
    const read = (value: string) => ({ value, confidence: 0.99 })
    const secondPage = {
      number: read(soundLicense.id_num),
      fileNumber: read('440012345678'),
      record: read('=1+1'),
    }
    const cells = rowOf({ ...record, reading: { ...record.reading, secondPage } })
    expect(cells.slice(-2)).toEqual(['440012345678', '=1+1'])
    expect(cells[12]).toBe('无需核对')
    const other = { ...secondPage, number: read('330106199207152847') }
    const doubted = { ...record, reading: { ...record.reading, secondPage: other } }
    expect(rowOf(doubted)[12]).toBe('无需核对；副页待核对')
    expect(rowOf(doubted, 'en')[12]).toBe('nothing to check; second page to be checked')
    expect(csvText([cells])).toContain("440012345678,'=1+1\r\n")
  })

  it('writes what a person decided', () => {
    const cells = rowOf(recordWith({}, { name: { kind: 'corrected', value: '张四' } }))
    expect(cells[1]).toBe('张四')
    expect(cells[12]).toBe('已核对')
  })

  it('names the fields that nobody has looked at yet, though others are decided', () => {
    const record = recordWith(
      { car_class: nothingRead, official_seal: nothingRead, name: nothingRead },
      { name: { kind: 'corrected', value: '张四' } },
    )
    expect(rowOf(record)[12]).toBe('待核对: 准驾车型 发证机关印章')
    expect(rowOf(record, 'en')[12]).toBe('to be checked: Class Seal')
    expect(rowOf(record)[7]).toBe('')
  })
})
