import { describe, expect, it } from 'vitest'
import { type FieldName, fieldNames } from '../../../core/license/field.ts'
import { nothingRead } from '../../../core/license/reading.ts'
import type { LicenseRecord } from '../../../core/license/record.ts'
import { confidences, review } from '../../../core/license/review.ts'
import type { CheckContext } from '../../../core/license/rules/context.ts'
import { readAs, recordWith, soundLicense, today } from './sample.ts'

/** The fields to look at, each with the kinds of its reasons; a finding by its rule. */
const lookAt = (
  record: LicenseRecord,
  context: Partial<CheckContext> = {},
): Partial<Record<FieldName, string[]>> =>
  Object.fromEntries(
    review(record, { today, ...context }).items.map(({ field, reasons }) => [
      field,
      reasons.map((reason) => (reason.kind === 'finding' ? reason.finding.rule : reason.kind)),
    ]),
  )

const confirmed = (value: string) => ({ kind: 'confirmed', value }) as const
const corrected = (value: string) => ({ kind: 'corrected', value }) as const

describe('review', () => {
  it('leaves nothing to look at when all is sound and clear: the record is ready', () => {
    expect(review(recordWith(), { today })).toEqual({
      license: soundLicense,
      findings: [],
      items: [],
    })
  })

  it.each(fieldNames)('asks for %s when it is missing', (field) => {
    expect(lookAt(recordWith({ [field]: nothingRead }))).toEqual({ [field]: ['missing'] })
  })

  it.each(fieldNames)('asks for %s when a character of it was hard to read', (field) => {
    const reading = readAs(soundLicense[field])
    const characters = reading.characters.map((one, at) =>
      at === 0 ? { ...one, confidence: 0.5 } : one,
    )
    const { items } = review(recordWith({ [field]: { ...reading, characters } }), { today })
    expect(items).toEqual([{ field, reasons: [{ kind: 'low-confidence', characters: [0] }] }])
  })

  it('takes a confidence of the whole where there is none of each character', () => {
    const whole = (confidence: number | null) =>
      recordWith({ address: { ...readAs(soundLicense.address), characters: [], confidence } })
    expect(review(whole(0.5), { today }).items).toEqual([
      { field: 'address', reasons: [{ kind: 'low-confidence', characters: [] }] },
    ])
    expect(lookAt(whole(0.99))).toEqual({})
    expect(lookAt(whole(null))).toEqual({})
  })

  it('is stricter with a name than with a number', () => {
    expect(lookAt(recordWith({ name: readAs('张三', 0.94) }))).toEqual({ name: ['low-confidence'] })
    expect(lookAt(recordWith({ id_num: readAs(soundLicense.id_num, 0.94) }))).toEqual({})
  })

  it('does not mind a blank that was hard to read', () => {
    const reading = readAs('中国')
    const characters = [...reading.characters, { text: ' ', confidence: 0.1 }]
    expect(lookAt(recordWith({ nationality: { ...reading, raw: '中国 ', characters } }))).toEqual(
      {},
    )
  })

  it('asks for a name of which a letter on the card was left out, not for its middle dot', () => {
    const mixed = { ...readAs('张A三'), value: '张三' }
    expect(review(recordWith({ name: mixed }), { today }).items).toEqual([
      { field: 'name', reasons: [{ kind: 'low-confidence', characters: [1] }] },
    ])
    const dotted = { ...readAs('阿卜杜•热合曼'), value: '阿卜杜·热合曼' }
    expect(lookAt(recordWith({ name: dotted }))).toEqual({})
    const wide = { ...readAs('ＡＮＮＡ'), value: 'ANNA' }
    expect(lookAt(recordWith({ name: wide }))).toEqual({})
  })

  it.each(['张—凡', '张-凡', '张_凡', '张 ― 凡', '张凡-'])(
    'asks for %s: the stroke may be a misread 一, whoever read it',
    (raw) => {
      const name = { ...readAs(raw), value: '张凡' }
      const at = [...raw].findIndex((text) => /[-_—―]/.test(text))
      const reasons = [{ kind: 'low-confidence', characters: [at] }]
      const items = [{ field: 'name', reasons }]
      expect(review(recordWith({ name }), { today }).items).toEqual(items)
      const byWeChat = { ...name, characters: [], confidence: null }
      expect(review(recordWith({ name: byWeChat }), { today }).items).toEqual(items)
    },
  )

  it.each([
    ['和平新村之十→', ['low-confidence']],
    ['和平新村之十—', ['low-confidence']],
    ['和平—街12号', ['low-confidence']],
    ['和平街12号-1-101', undefined],
    ['和平街#12号A-B座', undefined],
  ])('asks for the address %s where a mark may be a misread 一: %j', (address, reasons) => {
    expect(lookAt(recordWith({ address: readAs(address) })).address).toEqual(reasons)
  })

  it('does not mind a stroke between Latin letters, nor one beside them that was left out', () => {
    expect(lookAt(recordWith({ name: readAs('MARY-ANN') }))).toEqual({})
    expect(lookAt(recordWith({ name: { ...readAs('-ANNA'), value: 'ANNA' } }))).toEqual({})
  })

  it('asks for what was derived', () => {
    const valid_to = { ...readAs(soundLicense.valid_to), origin: 'derived' } as const
    expect(lookAt(recordWith({ valid_to }))).toEqual({ valid_to: ['derived'] })
  })

  it('asks for what the recognizer itself doubts', () => {
    const gap = { kind: 'gap', after: 2 } as const
    const other = { kind: 'readers-differ', other: '和平街72号', reader: 'wechat' } as const
    const address = { ...readAs(soundLicense.address), doubts: [gap, other] }
    expect(review(recordWith({ address }), { today }).items).toEqual([
      {
        field: 'address',
        reasons: [
          { kind: 'doubt', doubt: gap },
          { kind: 'doubt', doubt: other },
        ],
      },
    ])
  })

  it('says of a number that the card hides that it is hidden, not that it was overlooked', () => {
    const masked = { kind: 'masked' } as const
    const id_num = { ...readAs(''), raw: '640121********4107', doubts: [masked] }
    expect(
      review(recordWith({ id_num }), { today }).items.find(({ field }) => field === 'id_num'),
    ).toEqual({ field: 'id_num', reasons: [{ kind: 'doubt', doubt: masked }] })
  })

  it('asks for a name with a character that is read in place of a rare one', () => {
    const { items } = review(recordWith({ name: readAs('张元') }), { today })
    expect(items).toEqual([
      { field: 'name', reasons: [{ kind: 'look-alike', at: 1, character: '元', other: '亓' }] },
    ])
    expect(lookAt(recordWith({ address: readAs('广东省元元县') }))).toEqual({})
  })

  it('asks for a building whose number has the length of a letter and a number', () => {
    const { items } = review(recordWith({ address: readAs('邹井南路1400号616栋') }), { today })
    expect(items).toEqual([
      {
        field: 'address',
        reasons: [{ kind: 'look-alike', at: 9, character: '6', other: 'G' }],
      },
    ])
    for (const address of [
      '邹井南路1400号16栋',
      '邹井南路1616号楼',
      '邹井南路616号',
      '邹井花园16座',
    ])
      expect(lookAt(recordWith({ address: readAs(address) }))).toEqual({})
  })

  it('asks for a 座 with a digit, for what is called so mostly has a letter', () => {
    const { items } = review(recordWith({ address: readAs('定安县水淀花园6座512') }), { today })
    expect(items.flatMap(({ reasons }) => reasons)).toEqual([
      { kind: 'look-alike', at: 7, character: '6', other: 'G' },
    ])
  })

  it('asks for errors and warnings, never for notes', () => {
    expect(lookAt(recordWith(), { today: '2028-07-06' })).toEqual({})
    expect(lookAt(recordWith({ car_class: readAs('C9') }))).toEqual({
      car_class: ['unknown-class'],
    })
    expect(lookAt(recordWith({ valid_to: readAs('2026-07-06') }))).toEqual({
      valid_to: ['valid-term-unusual'],
    })
  })

  it('gives every reason of a field, and the fields in the order of the card', () => {
    const record = recordWith({
      official_seal: nothingRead,
      car_class: { ...readAs('C9', 0.2), origin: 'derived' },
      id_num: nothingRead,
    })
    expect(Object.entries(lookAt(record))).toEqual([
      ['id_num', ['missing']],
      ['car_class', ['unknown-class', 'derived', 'low-confidence']],
      ['official_seal', ['missing']],
    ])
  })
})

describe('what a person decided', () => {
  it('leaves the review; its findings stay', () => {
    const record = recordWith({ car_class: readAs('C9', 0.2) }, { car_class: confirmed('C9') })
    const { items, findings } = review(record, { today })
    expect(items).toEqual([])
    expect(findings).toMatchObject([{ field: 'car_class', rule: 'unknown-class' }])
  })

  it('counts, not what was read', () => {
    const record = recordWith({ car_class: nothingRead }, { car_class: corrected('C2') })
    expect(review(record, { today })).toMatchObject({
      license: { car_class: 'C2' },
      findings: [],
      items: [],
    })
    expect(record.reading.fields.car_class.value).toBe('')
  })

  it('can be that nothing stands there', () => {
    expect(lookAt(recordWith({ address: nothingRead }, { address: confirmed('') }))).toEqual({})
  })

  it('brings the other of two fields that disagree into the review', () => {
    const misread = { birth_date: readAs('1990-12-12') }
    expect(lookAt(recordWith(misread))).toEqual({ birth_date: ['id-birth-mismatch'] })
    expect(lookAt(recordWith(misread, { birth_date: confirmed('1990-12-12') }))).toEqual({
      id_num: ['id-birth-mismatch'],
    })
    const both = {
      birth_date: confirmed('1990-12-12'),
      id_num: confirmed(soundLicense.id_num),
    }
    const { items, findings } = review(recordWith(misread, both), { today })
    expect(items).toEqual([])
    expect(findings).toHaveLength(1)
  })

  it('settles both when the correction makes them agree', () => {
    const misread = { birth_date: readAs('1990-12-12') }
    expect(lookAt(recordWith(misread, { birth_date: corrected('1990-12-21') }))).toEqual({})
  })

  it('asks for both at once when the number itself does not fit its check character', () => {
    const misread = { id_num: readAs('441900199012120519') }
    expect(lookAt(recordWith(misread))).toEqual({
      id_num: ['id-checksum', 'id-birth-mismatch'],
      birth_date: ['id-birth-mismatch'],
    })
  })
})

describe('confidences', () => {
  it('gives the lowest of each field, null where there is none', () => {
    const found = confidences(recordWith({ name: readAs('张三', 0.4), sex: nothingRead }))
    expect(found).toMatchObject({ name: 0.4, sex: null, id_num: 0.99 })
    expect(Object.keys(found)).toEqual([...fieldNames])
  })
})
