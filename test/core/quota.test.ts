import { expect, it } from 'vitest'
import { chinaDay, quotaState } from '../../core/quota/quota.ts'

it.each([
  [0, 'open'],
  [79, 'open'],
  [80, 'near'],
  [99, 'near'],
  [100, 'spent'],
  [101, 'spent'],
] as const)('%i of 100 calls: %s', (used, state) => {
  expect(quotaState({ used, isClosed: false }, 100)).toBe(state)
  expect(quotaState({ used, isClosed: true }, 100)).toBe('spent')
})

it.each([
  ['2026-11-24T15:59:59.999Z', '2026-11-24'],
  ['2026-11-24T16:00:00.000Z', '2026-11-25'],
  ['2026-12-31T20:00:00.000Z', '2027-01-01'],
])('%s is %s in China', (instant, day) => {
  expect(chinaDay(new Date(instant))).toBe(day)
})
