import { readFileSync } from 'node:fs'
import path from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { ExportEntry } from '../../../core/export/entry.ts'
import {
  licenseFile,
  licenseFileOf,
  licensesFile,
  licensesFileOf,
} from '../../../core/export/license-file.ts'
import { nothingRead } from '../../../core/license/reading.ts'
import type { LicenseRecord } from '../../../core/license/record.ts'
import { lawAsOf } from '../../../core/license/law.ts'
import { review } from '../../../core/license/review.ts'
import { usualPolicy } from '../../../core/verdict/house-policy.ts'
import { judged } from '../../../core/verdict/verdict.ts'
import { readAs, recordWith, soundLicense, today } from '../license/sample.ts'

const published: unknown = JSON.parse(
  readFileSync(path.join(import.meta.dirname, '../../../docs/license-file.schema.json'), 'utf8'),
)

const entryOf = (record: LicenseRecord): ExportEntry => ({
  record,
  review: review(record, { today }),
  verdict: undefined,
  readAt: '',
})

const at = '2021-03-15T04:00:00.000Z'

const read = (value: string) => ({ value, confidence: 0.99 })
const record = recordWith(
  { official_seal: nothingRead, id_num: readAs('441900199012210518') },
  { name: { kind: 'corrected', value: '张四' } },
)
const withSecondPage: LicenseRecord = {
  ...record,
  reading: {
    ...record.reading,
    place: { index: 2, of: 4 },
    secondPage: { number: read(''), fileNumber: read('440012345678'), record: read('') },
  },
}

describe('the file that other programs get', () => {
  it('is as the published schema says, by another reader of schemas', () => {
    expect(z.toJSONSchema(licenseFile, { io: 'input' })).toEqual(published)
    const validate = new Ajv2020({ validateFormats: false, strict: true }).compile(
      Object(published),
    )
    for (const one of [recordWith(), record, withSecondPage]) {
      const file: unknown = JSON.parse(JSON.stringify(licenseFileOf(entryOf(one), at)))
      expect([validate(file), validate.errors]).toEqual([true, null])
      expect(licenseFile.parse(file)).toEqual(file)
    }
    expect(validate({ ...licenseFileOf(entryOf(record), at), version: 2 })).toBe(false)
    expect(validate({ ...licenseFileOf(entryOf(record), at), license: {} })).toBe(false)
  })

  it('tells the verdict where licenses are looked at for something, without what colleagues wrote', () => {
    const wish = { vehicle: 'A1', pickUp: '2021-03-20', giveBack: '2021-03-25' } as const
    const listed = () => ({ note: '没有赔', since: '2021-01-02' })
    const context = {
      today,
      purpose: { kind: 'rental', wish },
      policy: usualPolicy,
      listed,
    } as const
    const judgedEntry = { ...entryOf(recordWith()), ...judged(recordWith(), context) }
    const file = licenseFileOf(judgedEntry, at)
    expect(file.verdict).toEqual({
      for: 'rental',
      rental: { vehicle: 'A1', pickUp: '2021-03-20', return: '2021-03-25' },
      light: 'red',
      reasons: [
        { kind: 'do-not-rent', light: 'red' },
        { kind: 'not-covered', light: 'red' },
      ],
      asOf: lawAsOf,
    })
    expect(JSON.stringify(file)).not.toContain('没有赔')
    const validate = new Ajv2020({ validateFormats: false, strict: true }).compile(
      Object(published),
    )
    expect([validate(file), validate.errors]).toEqual([true, null])
    expect(licenseFile.parse(file)).toEqual(file)
    const { verdict: _verdict, ...older } = file
    expect(licenseFile.safeParse(older).success).toBe(true)
    expect(licenseFileOf(entryOf(recordWith()), at)).not.toHaveProperty('verdict')
  })

  it('tells the values as they stand, and what nobody has looked at', () => {
    expect(licenseFileOf(entryOf(withSecondPage), at)).toMatchObject({
      format: 'license-desk/license',
      version: 1,
      recordId: 'record-1',
      license: { ...soundLicense, id_num: '441900199012210518', name: '张四', official_seal: '' },
      secondPage: { fileNumber: '440012345678', doubted: false },
      review: {
        state: 'open',
        fields: ['id_num', 'official_seal'],
        errors: ['id_num'],
        decided: ['name'],
      },
      source: { name: 'one.jpg', page: 1, card: 2 },
    })
    expect(licenseFileOf(entryOf(recordWith()), at).review.state).toBe('ready')
  })

  it('may hold several, with the day of birth hidden', () => {
    const file = licensesFileOf([entryOf(recordWith())], at, 'masked')
    expect(licensesFile.parse(file)).toEqual(file)
    expect(file.licenses[0]?.license.id_num).toBe('441900********0519')
    expect(licensesFileOf([entryOf(recordWith())], at, 'full').licenses[0]?.license).toEqual(
      soundLicense,
    )
  })
})
