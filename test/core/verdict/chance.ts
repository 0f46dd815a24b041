import { type FieldName, fieldNames, mapFields } from '../../../core/license/field.ts'
import type { Doubt, FieldReading } from '../../../core/license/reading.ts'
import type { LicenseRecord } from '../../../core/license/record.ts'
import { carClasses } from '../../../core/license/parse/car-class.ts'
import type { Purpose } from '../../../core/verdict/purpose.ts'
import type { VerdictContext } from '../../../core/verdict/verdict.ts'
import type { Random } from '../../fixtures/cards/random.ts'
import { readAs, recordWith, soundLicense } from '../license/sample.ts'

const strange = ['', ' ', '?', '张A三', '元\t二\n三\\', '某国', '2021-02-30', '12号6栋'] as const

const days = ['2019-02-28', '2020-02-29', '2021-03-14', '2021-03-15', '2021-03-16', '2030-01-01']

const values: { readonly [F in FieldName]?: readonly string[] } = {
  id_num: [
    '441900199012210519',
    '11010119900101001X',
    '441900199012210511',
    '44190019901221',
    'K1234567',
  ],
  name: ['李四', '元三', 'SMITH John', '阿依古丽·买买提', '王'],
  address: ['广东省东莞市莞城街道和平街12号', '河北省石家庄市珑村613栋', '新村之十—'],
  official_seal: ['广东省东莞市公安局交通警察支队', '河北省公安厅交通管理局'],
  sex: ['男', '女'],
  nationality: ['中国', '中国香港', '法国', ''],
  birth_date: ['2003-03-15', '1950-12-31', '1958-03-16', ...days],
  issue_date: ['2020-03-15', '2020-04-01', ...days],
  car_class: ['C1', 'C2', 'A1', 'A2', 'B2', 'C5', 'C1D', 'E', 'C1C1', 'Z9'],
  valid_from: days,
  valid_to: ['长期', '2021-04-01', '2021-05-02', ...days],
}

const doubts: readonly Doubt[] = [
  { kind: 'gap', after: 1 },
  { kind: 'near-name', read: '某', known: '', other: '' },
  { kind: 'seen-otherwise', read: '7' },
  { kind: 'masked' },
  { kind: 'readers-differ', other: '某', reader: 'wechat-upload' },
]

/** A record as chance makes it: some of its fields empty, strange, hard to read, doubted, against each other or decided. */
export function chanceRecord(random: Random, id: string): LicenseRecord {
  const valueOf = (field: FieldName): string => {
    if (random.chance(0.85)) return soundLicense[field]
    return random.chance(0.3) ? random.pick(strange) : random.pick(values[field] ?? strange)
  }
  const fieldOf = (field: FieldName): FieldReading => {
    const read = readAs(valueOf(field), random.chance(0.93) ? 0.99 : random.pick([0.5, 0.9, 0.955]))
    return {
      ...read,
      ...(random.chance(0.05) && { confidence: random.pick([null, 0.4]), characters: [] }),
      ...(random.chance(0.03) && { origin: 'derived' as const }),
      ...(random.chance(0.05) && { doubts: [random.pick(doubts)] }),
      ...(random.chance(0.05) && { readBy: ['offline', 'wechat-upload'] }),
    }
  }
  const reading = mapFields(fieldOf)
  const decisions: LicenseRecord['decisions'] = {}
  for (const field of fieldNames) {
    if (random.chance(0.9)) continue
    const value = random.chance(0.5) ? reading[field].value : valueOf(field)
    const kind = value === reading[field].value ? 'confirmed' : 'corrected'
    decisions[field] = { kind, value }
  }
  const record = recordWith(reading, decisions)
  const medium = random.pick(['print', 'print', 'print', 'copy', 'electronic'] as const)
  return { ...record, id, reading: { ...record.reading, medium } }
}

const purposeOf = (random: Random): Purpose => {
  const [pickUp = '', giveBack = ''] = [random.pick(days), random.pick(days)].toSorted()
  const wish = { vehicle: random.pick(carClasses), pickUp, giveBack }
  return random.pick<Purpose>([
    { kind: 'rental', wish },
    { kind: 'rental', wish: { ...wish, vehicle: 'C1' } },
    { kind: 'rental', wish: { vehicle: 'C1', pickUp: '2021-04-01', giveBack: '2021-04-04' } },
    { kind: 'school' },
    { kind: 'none' },
    { kind: 'rental', wish: null },
  ])
}

/** What licenses are judged by: any purpose, policy and day, and a list with one holder in ten. */
export function chanceContext(random: Random): VerdictContext {
  return {
    today: random.pick(['2021-03-15', ...days]),
    purpose: purposeOf(random),
    policy: {
      leastAge: random.integer(18, 30),
      mostAge: random.pick([0, 0, 60, 70]),
      leastMonths: random.integer(0, 60),
      marginMonths: random.integer(0, 12),
      expiring: random.pick(['ask', 'refuse']),
      firstYear: random.pick(['accept', 'ask', 'refuse']),
      foreigners: random.pick(['accept', 'ask', 'refuse']),
      copies: random.pick(['ask', 'refuse']),
      electronic: random.pick(['accept', 'ask', 'refuse']),
    },
    listed: (idNumber) => (idNumber.endsWith('1') ? { note: '', since: '' } : null),
  }
}
