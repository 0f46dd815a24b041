import { expect, it } from 'vitest'
import { fieldNames, mapFields } from '../../../core/license/field.ts'
import { licenseOf } from '../../../core/license/record.ts'
import { recordWith, soundLicense } from './sample.ts'

it('builds every field from its own name, in the order of the card', () => {
  const built = mapFields((field) => field)
  expect(Object.entries(built)).toEqual(fieldNames.map((field) => [field, field]))
})

it('takes what a person decided before what was read, an emptied field too', () => {
  const record = recordWith(
    {},
    { name: { kind: 'corrected', value: '张四' }, sex: { kind: 'corrected', value: '' } },
  )
  expect(licenseOf(record)).toEqual({ ...soundLicense, name: '张四', sex: '' })
})
