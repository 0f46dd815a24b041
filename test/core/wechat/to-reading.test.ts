import { describe, expect, it } from 'vitest'
import { type License, mapFields } from '../../../core/license/field.ts'
import { reading } from '../../../core/license/reading.ts'
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
    expect(name).toMatchObject({ raw: '余 明远', value: '余明远', confidence: 0 })
    expect(sex.confidence).toBeNull()
  })
})
