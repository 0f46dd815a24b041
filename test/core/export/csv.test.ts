import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { describe, expect, it } from 'vitest'
import { csvText, firstDifference } from '../../../core/export/csv.ts'
import { type Random, randomOf } from '../../fixtures/cards/random.ts'

const bom = '\ufeff'

/** Everything that has ever broken a spreadsheet, and nothing that a formula guard would change. */
const nasty = [
  '',
  ' ',
  '441900199012210519',
  '007',
  '1e5',
  '2018-07-06',
  '张三',
  '𠮷田·🚗👨‍👩‍👧',
  'a,b',
  'a;b\tc',
  '"',
  '""',
  '"quoted"',
  'a"b',
  '","',
  'one\r\ntwo',
  'one\ntwo',
  'one\rtwo',
  '\n',
  bom,
  `${bom}x`,
  "'",
  "'=1",
  ' 1=1',
  '\u0000',
  '\u2028',
  '长期',
]
const parts = [...nasty, ',', '"', '\r', '\n', '\r\n', 'x', '号', '🚙']

const nastyCell = (random: Random): string => {
  const text = Array.from({ length: random.integer(0, 4) }, () => random.pick(parts)).join('')
  return /^\s/.test(text) ? `x${text}` : text
}

const nastyTable = (random: Random): string[][] => {
  const columns = random.integer(1, 5)
  return Array.from({ length: random.integer(1, 6) }, () =>
    Array.from({ length: columns }, () => nastyCell(random)),
  )
}

const parsed = (text: string): string[][] =>
  parse(text, { bom: true, record_delimiter: '\r\n', relax_column_count: false })

describe('csvText', () => {
  it('is RFC 4180 with a byte order mark: CRLF, quotes only where needed and doubled inside', () => {
    expect(
      csvText([
        ['证号', '姓名', '住址'],
        ['441900199012210519', '张三', '和平街12号, "东"楼'],
        ['', 'a\nb', ' c '],
      ]),
    ).toBe(
      `${bom}证号,姓名,住址\r\n441900199012210519,张三,"和平街12号, ""东""楼"\r\n,"a\nb", c \r\n`,
    )
  })

  it.each([
    ['=1+1', "'=1+1"],
    ['=HYPERLINK("x")', `"'=HYPERLINK(""x"")"`],
    ['+86 10', "'+86 10"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\r=1', `"'\r=1"`],
    ["'=1", "'=1"],
    ['1=1', '1=1'],
    ['a-b', 'a-b'],
    ['\n1', '"\n1"'],
    [' 1=1', ' 1=1'],
    ['张-三', '张-三'],
  ])('writes %j as %j', (cell, written) => expect(csvText([[cell]])).toBe(`${bom}${written}\r\n`))

  const signs = [...'=+-@＝＋－＠﹦﹢﹣﹫−']
  const unseen = [
    ['nothing', ''],
    ['blanks', '  '],
    ['a tab', '\t'],
    ['line feeds', '\n\r\n'],
    ['a no-break space', '\u00a0'],
    ['a full-width blank', '\u3000'],
    ['a zero-width space', '\u200b'],
    ['joiners', '\u200c\u200d\u2060'],
    ['a byte order mark', bom],
    ['marks of direction', '\u202e\u2066\u200f\u061c'],
    ['a soft hyphen', '\u00ad'],
    ['a line separator', '\u2028\u2029'],
    ['control characters', '\u0000\u0007\u009b'],
    ['a variation selector', '\ufe0f'],
    ['Hangul fillers', '\u115f\u1160\u3164\uffa0'],
    ['an empty Braille cell', '\u2800'],
    ['a tag character', '\u{e0020}'],
    ['half a character', '\ud800'],
    ['all sorts of them', ' \u200b\t\u00a0\n\ufeff'],
  ] as const
  it.each(unseen)('guards a formula behind %s, in every column', (_, before) => {
    for (const sign of signs) {
      const cell = `${before}${sign}1+1`
      const table = [[cell, 'x', cell]]
      const written = csvText(table)
      const [row = []] = parsed(written)
      expect(row).toEqual([`'${cell}`, 'x', `'${cell}`].map((one) => one.toWellFormed()))
      expect(firstDifference(Buffer.from(written).toString(), table)).toBeUndefined()
    }
  })

  it('verifies what UTF-8 cannot hold', () => {
    const table = [['\ud800.jpg', '\udc00']]
    expect(firstDifference(Buffer.from(csvText(table)).toString(), table)).toBeUndefined()
  })

  it('is read by csv-parse as it was meant, whatever stands in the cells', () => {
    for (const cell of nasty) expect(parsed(csvText([['x', cell]]))).toEqual([['x', cell]])
    const random = randomOf(11)
    for (let round = 0; round < 400; round++) {
      const table = nastyTable(random)
      expect(parsed(csvText(table))).toEqual(table)
    }
  })

  it('says the same as csv-stringify, dangerous cells too', () => {
    const random = randomOf(12)
    for (let round = 0; round < 200; round++) {
      const table = nastyTable(random).map((row) =>
        row.map((cell) => random.pick(['', '', '', '=', '+', '-', '@', '\t', '\r']) + cell),
      )
      const theirs = stringify(table, {
        bom: true,
        record_delimiter: '\r\n',
        escape_formulas: true,
      })
      expect(parsed(csvText(table))).toEqual(parsed(theirs))
    }
  })
})

describe('firstDifference', () => {
  const table = [
    ['证号', '姓名'],
    ['441900199012210519', '张三'],
    ['007', '=1+1'],
  ]
  const text = csvText(table)

  it('finds none in what was written', () => {
    expect(firstDifference(text, table)).toBeUndefined()
    const random = randomOf(13)
    for (let round = 0; round < 400; round++) {
      const nasties = nastyTable(random)
      expect(firstDifference(csvText(nasties), nasties)).toBeUndefined()
    }
  })

  it.each([
    ['a digit that Excel rounded', text.replace('210519', '210500'), 1, 0],
    ['a number in Excel’s short form', text.replace('441900199012210519', '4.419E+17'), 1, 0],
    ['leading zeros that went', text.replace('007', '7'), 2, 0],
    ['a formula that is no longer guarded', text.replace("'=", '='), 2, 1],
    ['a heading', text.replace('姓名', '名'), 0, 1],
    ['the first of two differences', text.replace('张三', '李四').replace('007', '7'), 1, 1],
    ['a missing row', text.replace(/007.*\r\n/, ''), 2, 0],
    ['a row too many', `${text}x,y\r\n`, 3, 0],
    ['a missing cell', text.replace(',张三', ''), 1, 1],
    ['a cell too many', text.replace('张三', '张三,x'), 1, 2],
  ])('finds %s', (_, written, row, column) =>
    expect(firstDifference(written, table)).toEqual({ row, column }),
  )

  it.each([
    ['without its byte order mark', text.slice(1)],
    ['without the end of its last row', text.slice(0, -2)],
    ['with a lone line feed', text.replaceAll('\r\n', '\n')],
    ['with a lone carriage return', text.replaceAll('\r\n', '\r')],
    ['with a quote inside an unquoted cell', text.replace('张三', '张"三')],
    ['with a quote that is never closed', text.replace('张三', '"张三')],
    ['with text behind a closing quote', text.replace('张三', '"张"三')],
    ['empty', ''],
  ])('refuses a file %s', (_, written) =>
    expect(firstDifference(written, table)).toEqual({ row: 0, column: 0 }),
  )

  it('notices any one character that is changed, lost or doubled', () => {
    const random = randomOf(14)
    for (let round = 0; round < 300; round++) {
      const at = random.integer(0, text.length - 1)
      const one = text.slice(at, at + 1)
      for (const other of ['', one + one, one === '8' ? '9' : '8']) {
        const changed = text.slice(0, at) + other + text.slice(at + 1)
        expect([changed, firstDifference(changed, table)]).not.toEqual([changed, undefined])
      }
    }
  })

  it('reads a cell of a million characters', () => {
    const long = [['"'.repeat(500_000) + '号'.repeat(500_000)]]
    expect(firstDifference(csvText(long), long)).toBeUndefined()
  })
})
