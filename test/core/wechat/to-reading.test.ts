import { describe, expect, it } from 'vitest'
import { type License, mapFields } from '../../../core/license/field.ts'
import { reading } from '../../../core/license/reading.ts'
import { review } from '../../../core/license/review.ts'
import { toReading } from '../../../core/wechat/to-reading.ts'

const image = { width: 1600, height: 1000, turn: 0 } as const

const answer = (fields: Partial<License> = {}): License => ({ ...mapFields(() => ''), ...fields })

const read = (fields: Partial<License>) => toReading(answer(fields), image)

describe('a reading of WeChat', () => {
  it('is a reading without confidence and places', () => {
    const made = read({ name: '余明远', car_class: 'C1' })
    expect(reading.parse(made)).toEqual(made)
    expect(made.image).toEqual(image)
    expect(made.fields.name).toEqual({
      raw: '余明远',
      value: '余明远',
      confidence: null,
      characters: [],
      boxes: [],
      origin: 'read',
      doubts: [],
    })
  })

  it.each([
    ['birth_date', '19901221', '1990-12-21'],
    ['birth_date', '1990-12-21', '1990-12-21'],
    ['birth_date', '1990-13-45', ''],
    ['issue_date', '2012年12月21日', '2012-12-21'],
    ['car_class', 'A1A2', 'A1A2'],
    ['car_class', 'B2，D', 'B2D'],
    ['id_num', '44010619901221001x', '44010619901221001X'],
    ['official_seal', '某市公安局公安交通管理局', '某市公安局公安交通管理局'],
    ['address', '万科·城市花园3号楼，5.5号', '万科·城市花园3号楼5.5号'],
    ['valid_to', '长期', '长期'],
    ['valid_to', '20240706', '2024-07-06'],
  ] as const)('takes %s %j as %j', (field, raw, value) => {
    expect(read({ [field]: raw }).fields[field]).toMatchObject({ raw, value, origin: 'read' })
  })

  it('works the end of an old card out from its start', () => {
    const made = read({ valid_from: '20180706', valid_to: '6年' })
    expect(made.style).toBe('old')
    expect(made.fields.valid_to).toMatchObject({
      raw: '6年',
      value: '2024-07-06',
      origin: 'derived',
    })
  })

  it('does not invent an end when the start is missing', () => {
    expect(read({ valid_to: '6年' }).fields.valid_to).toMatchObject({ value: '', origin: 'read' })
  })

  it('asks for a look at what cannot stand on a card, and shows it as text (fault 46)', () => {
    const { address, name, sex } = read({
      address: '<img src=x>广东省',
      name: '余\n明远',
      sex: '男',
    }).fields
    expect(address).toMatchObject({ raw: '<img src=x>广东省', confidence: 0 })
    expect(name).toMatchObject({ raw: '余 明远', value: '余·明远', confidence: 0 })
    expect(sex.confidence).toBeNull()
    expect(read({ name: '余&#19886;远' }).fields.name.confidence).toBe(0)
  })

  it.each([
    '?',
    '？',
    '□',
    '■',
    '*',
    '＊',
    '●',
    '…',
    '〓',
    '\uFFFD',
    '\uE000',
    '\uF8FF',
    '\u{F0000}',
    '\u{10FFFD}',
    '\uD842',
    '⿰',
  ])('keeps the place of a character that was not given (fault 46): %j', (sign) => {
    const made = read({
      name: `王${sign}明`,
      address: `四川省富顺县${sign}家坝1号`,
      official_seal: `自贡市公安局${sign}通警察支队`,
      nationality: `中${sign}`,
      id_num: `5103221990${sign}5187835`,
      car_class: `C${sign}`,
      valid_from: `2018-0${sign}-01`,
      birth_date: `1990-05-18${sign}`,
    })
    expect(reading.parse(made)).toEqual(made)
    const { name, address, official_seal, nationality, id_num, car_class } = made.fields
    expect(name).toMatchObject({ raw: `王${sign}明`, doubts: [{ kind: 'unprinted', at: [1] }] })
    expect(
      [name, address, official_seal, nationality, id_num, car_class].map((one) => one.value),
    ).toEqual([
      '王□明',
      '四川省富顺县□家坝1号',
      '自贡市公安局□通警察支队',
      '中□',
      '5103221990□5187835',
      'C□',
    ])
    expect(made.fields.valid_from).toMatchObject({ value: '', raw: `2018-0${sign}-01` })
    const looked = review({ reading: made, decisions: {} }, { today: '2026-11-24' }).items
    const doubted = looked.flatMap(({ field, reasons }) =>
      reasons.some((one) => one.kind === 'doubt' && one.doubt.kind === 'unprinted') ? [field] : [],
    )
    expect(doubted).toEqual([
      'id_num',
      'name',
      'nationality',
      'address',
      'birth_date',
      'car_class',
      'official_seal',
    ])
    expect(looked.map(({ field }) => field)).toContain('valid_from')
  })

  it('finds nothing where no character was given', () => {
    expect(read({ name: '???', address: '…', id_num: '******' }).fields).toMatchObject({
      name: { value: '', raw: '???' },
      address: { value: '', raw: '…' },
      id_num: { value: '', raw: '******' },
    })
    expect(read({ sex: '男?', valid_to: '?期' }).fields).toMatchObject({
      sex: { value: '男', doubts: [{ kind: 'unprinted', at: [1] }] },
      valid_to: { value: '', raw: '?期' },
    })
    expect(read({ name: '王...明' }).fields.name).toMatchObject({
      value: '王□□□明',
      doubts: [{ kind: 'unprinted', at: [1, 2, 3] }],
    })
  })

  it('knows the private codes that GBK gave to characters, and has them looked at', () => {
    const made = read({ name: '\uE863\uE81A生' }).fields.name
    expect(made).toMatchObject({
      raw: '\uE863\uE81A生',
      value: '䶮㑳生',
      doubts: [
        { kind: 'private-code', at: 0, character: '䶮' },
        { kind: 'private-code', at: 1, character: '㑳' },
      ],
    })
  })

  it('has every private code as the national standard has it', () => {
    const gb18030 = new TextDecoder('gb18030')
    const trails = Array.from({ length: 0xa1 - 0x50 }, (_, at) => 0x50 + at).filter(
      (trail) => trail !== 0x7f,
    )
    const known = trails.flatMap((trail, at) => {
      const character = gb18030.decode(new Uint8Array([0xfe, trail]))
      return /\p{Co}/u.test(character) ? [] : [[String.fromCodePoint(0xe815 + at), character]]
    })
    expect(known.length).toBeGreaterThanOrEqual(66)
    expect(known.map(([code = '']) => [code, read({ name: code }).fields.name.value])).toEqual(
      known,
    )
  })

  it.each([
    ['买买提 艾力', 3],
    ['买买提\u3000艾力', 3],
    ['买买提－艾力', 3],
    ['买买提-艾力', 3],
    ['买买提—艾力', 3],
    ['买买提。艾力', 3],
    ['\u{20087}买提|艾力', 3],
  ])(
    'takes what stands between the parts of a name for its dot, to be confirmed: %j',
    (raw, at) => {
      const { name } = read({ name: raw }).fields
      expect(name).toMatchObject({ raw, doubts: [{ kind: 'unsure-dot', at }] })
      expect(name.value).toMatch(/^.买提·艾力$/u)
    },
  )

  it.each([
    ['买买提·艾力', '买买提·艾力'],
    ['买买提 • 艾力', '买买提·艾力'],
    ['买买提．艾力', '买买提·艾力'],
    ['JOHN SMITH', 'JOHN SMITH'],
  ])('asks for no look at a name as it should be: %j', (raw, value) => {
    expect(read({ name: raw }).fields.name).toMatchObject({ value, doubts: [] })
  })
})
