import { type FieldName, type License, mapFields } from '../../../core/license/field.ts'
import type { Rule, Severity } from '../../../core/license/finding.ts'
import { type FieldReading, nothingRead } from '../../../core/license/reading.ts'
import type { LicenseRecord } from '../../../core/license/record.ts'
import { check } from '../../../core/license/rules/check.ts'
import type { CheckContext } from '../../../core/license/rules/context.ts'

/** A day on which `soundLicense` gives no finding at all. */
export const today = '2021-03-15'

/** A fictitious license that obeys every rule. */
export const soundLicense: License = {
  id_num: '441900199012210519',
  name: '张三',
  sex: '男',
  nationality: '中国',
  address: '广东省东莞市莞城街道和平街12号',
  birth_date: '1990-12-21',
  issue_date: '2012-07-06',
  car_class: 'C1',
  valid_from: '2018-07-06',
  valid_to: '2028-07-06',
  official_seal: '广东省东莞市公安局交通警察支队',
}

export const licenseWith = (changes: Partial<License>): License => ({ ...soundLicense, ...changes })

/** What the rules say, in short: `severity field rule`, in the order of the rules. */
export const findingsOf = (
  changes: Partial<License>,
  context: Partial<CheckContext> = {},
): `${Severity} ${FieldName} ${Rule}`[] =>
  check(licenseWith(changes), { today, ...context }).map(
    ({ severity, field, rule }) => `${severity} ${field} ${rule}` as const,
  )

/** A value as it was read, every character with the same confidence. */
export const readAs = (value: string, confidence = 0.99): FieldReading => ({
  ...nothingRead,
  raw: value,
  value,
  confidence,
  characters: [...value].map((text) => ({ text, confidence })),
})

/** A record of `soundLicense`, with some fields read or decided otherwise. */
export const recordWith = (
  changed: Partial<Record<FieldName, FieldReading>> = {},
  decisions: LicenseRecord['decisions'] = {},
): LicenseRecord => ({
  id: 'record-1',
  source: { path: '/cards/one.jpg', name: 'one.jpg', page: 1 },
  recognizer: 'offline',
  reading: {
    style: 'current',
    image: { width: 1000, height: 700, turn: 0 },
    medium: 'print',
    hindrances: [],
    fields: mapFields((field) => changed[field] ?? readAs(soundLicense[field])),
  },
  decisions,
  readAt: '2021-03-15T01:30:00.000Z',
  ms: 500,
})
