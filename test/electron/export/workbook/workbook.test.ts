import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import {
  columnLetters,
  columnOf,
  escapeCell,
  unescapeCell,
} from '../../../../electron/export/workbook/cell-text.ts'
import { withRows } from '../../../../electron/export/workbook/append-rows.ts'
import { openWorkbook } from '../../../../electron/export/workbook/open-workbook.ts'
import { workbookOf } from '../../../../electron/export/workbook/write-workbook.ts'

const table = [
  ['证号', '住址', '备注'],
  ['441900199012210519', '和平街"12"号 <3> & 楼\n二行', ''],
  ['007', '', '=1+1'],
  ['1E5', '_x0041_ \u0007\r', '  两边空格  '],
]

const bytes = workbookOf(table, { sheetName: '驾驶证 & <1>', widths: [22, 40, 10] })
const opened = (of: Uint8Array = bytes) => openWorkbook(of)
const texts = (of: Uint8Array): string[][] =>
  (opened(of)?.rows ?? []).map((row) => row.map(({ text }) => text))
const partOf = (of: Uint8Array, name: string): string =>
  strFromU8(unzipSync(of)[name] ?? new Uint8Array())

/** The same workbook with one part written otherwise. */
const changed = (name: string, change: (text: string) => string): Uint8Array =>
  zipSync({ ...unzipSync(bytes), [name]: strToU8(change(partOf(bytes, name))) })

const sheet = 'xl/worksheets/sheet1.xml'

describe('a workbook', () => {
  it('is read back cell by cell, every one of them text', () => {
    expect(texts(bytes)).toEqual([
      ['证号', '住址', '备注'],
      ['441900199012210519', '和平街"12"号 <3> & 楼\n二行'],
      ['007', '', '=1+1'],
      ['1E5', '_x0041_ \u0007\r', '  两边空格  '],
    ])
    expect(
      opened()
        ?.rows.flat()
        .every(({ isText }) => isText),
    ).toBe(true)
  })

  it('has no formula, its headings stand still, and every column is text and as wide as it is to be', () => {
    const text = partOf(bytes, sheet)
    expect(text).not.toContain('<f>')
    expect(text).toContain(
      '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>',
    )
    expect(text).toContain('<col min="1" max="1" width="22" style="1" customWidth="1"/>')
    expect(partOf(bytes, 'xl/styles.xml')).toContain('<xf numFmtId="49" fontId="0"')
    expect(bytes).toEqual(workbookOf(table, { sheetName: '驾驶证 & <1>', widths: [22, 40, 10] }))
  })

  it('tells a number and a formula from text', () => {
    const asNumber = changed(sheet, (text) =>
      text.replace(/<c r="A3"[^>]*>.*?<\/c>/, '<c r="A3"><v>7</v></c>'),
    )
    expect(opened(asNumber)?.rows[2]?.[0]).toEqual({ text: '7', isText: false })
    const asFormula = changed(sheet, (text) =>
      text.replace(/<c r="C3"[^>]*>.*?<\/c>/, '<c r="C3" t="str"><f>1+1</f><v>2</v></c>'),
    )
    expect(opened(asFormula)?.rows[2]?.[2]).toEqual({ text: '2', isText: false })
  })

  it.each([
    ['no zip', strToU8('证号,姓名')],
    ['an empty zip', zipSync({})],
    ['a workbook without its sheet', zipSync({ ...unzipSync(bytes), [sheet]: strToU8('') })],
    ['broken XML', changed(sheet, (text) => text.slice(0, -40))],
    [
      'a document type',
      changed(sheet, (text) =>
        text
          .replace('<worksheet', '<!DOCTYPE a [<!ENTITY b "c">]><worksheet')
          .replace('007', '&b;'),
      ),
    ],
    ['rows out of order', changed(sheet, (text) => text.replace('<row r="4">', '<row r="1">'))],
    [
      'a column beyond all columns',
      changed(sheet, (text) => text.replace('r="A4"', 'r="ZZZZZZ4"')),
    ],
    ['cut off', bytes.subarray(0, bytes.length - 30)],
  ])('is not taken for one: %s', (_, other) => {
    expect(opened(other)).toBeUndefined()
  })

  it('takes rows behind its last, and keeps all that others put there', () => {
    const theirs = zipSync({
      ...unzipSync(
        changed(sheet, (text) =>
          text
            .replaceAll(/<(\/?)(?=[a-z])/g, '<$1x:')
            .replace('xmlns=', 'xmlns:x=')
            .replace(
              '</x:row></x:sheetData>',
              '<x:c r="E4" s="1"><x:v>12.5</x:v></x:c></x:row></x:sheetData>',
            ),
        ),
      ),
      'xl/theirs.bin': new Uint8Array([1, 2, 3]),
    })
    const before = opened(theirs)
    if (before === undefined) throw new Error('it cannot be opened')
    const after = withRows(before, [['110105194912310029', '<新>', '']])
    expect(texts(after).slice(0, 4)).toEqual(texts(theirs))
    expect(texts(after)[4]).toEqual(['110105194912310029', '<新>'])
    expect(opened(after)?.rows[3]?.[4]).toEqual({ text: '12.5', isText: false })
    expect(unzipSync(after)['xl/theirs.bin']).toEqual(new Uint8Array([1, 2, 3]))
    expect(partOf(after, sheet)).toContain('ref="A1:C5"')
  })
})

describe('a cell', () => {
  it.each(['', 'x', '_x0041_', '_x005F_x0041_', 'a\u0000b', '\r\n', '_xzz_', '_x00411_', '\ufffe'])(
    'keeps %j',
    (text) => expect(unescapeCell(escapeCell(text))).toBe(text),
  )

  it('stands in a column by its letters', () => {
    for (const at of [0, 25, 26, 51, 52, 701, 702, 16_383])
      expect(columnOf(`${columnLetters(at)}12`)).toBe(at)
    expect([columnLetters(0), columnLetters(26), columnLetters(701), columnLetters(702)]).toEqual([
      'A',
      'AA',
      'ZZ',
      'AAA',
    ])
    expect(columnOf('12')).toBe(-1)
  })
})
