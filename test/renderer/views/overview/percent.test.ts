import { expect, it } from 'vitest'
import { percent } from '../../../../renderer/views/overview/percent.ts'

it.each([
  [10, 11, '90.9%'],
  [1, 11, '9.0%'],
  [1, 2, '50.0%'],
  [11, 11, '100%'],
  [1999, 2000, '99.9%'],
  [0, 11, '0%'],
  [1, 5000, '<0.1%'],
  [0, 0, '–'],
])('tells %i of %i as %s', (part, total, told) => {
  expect(percent(part, total)).toBe(told)
})
