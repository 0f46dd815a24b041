import { expect, it } from 'vitest'
import { changesBetween } from '../../../core/people/changes.ts'
import { licenseWith, soundLicense } from '../license/sample.ts'

it('tells of two equal licenses nothing', () => {
  expect(changesBetween(soundLicense, soundLicense)).toEqual([])
})

it('tells field by field what is different, in the order of the card', () => {
  const before = licenseWith({ address: '旧址1号', car_class: 'C1', valid_to: '2024-07-06' })
  const now = licenseWith({ address: '新址2号', car_class: 'C1D', valid_to: '2034-07-06' })
  expect(changesBetween(before, now)).toEqual([
    { kind: 'changed', field: 'address', before: '旧址1号', now: '新址2号' },
    { kind: 'classes', field: 'car_class', before: 'C1', now: 'C1D', gained: ['D'], gone: [] },
    { kind: 'renewed', field: 'valid_to', before: '2024-07-06', now: '2034-07-06' },
  ])
})

it.each([
  ['2024-07-06', '长期', 'renewed'],
  ['2024-07-06', '2020-07-06', 'changed'],
  ['长期', '2024-07-06', 'changed'],
] as const)('takes a validity from %s to %s for %s', (before, now, kind) => {
  const changes = changesBetween(licenseWith({ valid_to: before }), licenseWith({ valid_to: now }))
  expect(changes.map((change) => change.kind)).toEqual([kind])
})

it('tells of classes what is not printed any more, and of what is no class only that it differs', () => {
  const between = (before: string, now: string) =>
    changesBetween(licenseWith({ car_class: before }), licenseWith({ car_class: now }))
  expect(between('C1E', 'B2')).toMatchObject([
    { kind: 'classes', gained: ['B2'], gone: ['C1', 'E'] },
  ])
  expect(between('C1', 'Q7')).toMatchObject([{ kind: 'changed' }])
  expect(between('c1d', 'C1D')).toEqual([])
})

it('takes what one of them does not tell for no change', () => {
  expect(changesBetween(licenseWith({ address: '' }), soundLicense)).toEqual([])
  expect(changesBetween(soundLicense, licenseWith({ valid_to: '' }))).toEqual([])
})
