import { expect, it } from 'vitest'
import { localDay, localMinute } from '../../../renderer/state/instants.ts'

it('shows an instant as the clock on the wall does', () => {
  const at = new Date(2026, 10, 4, 6, 7).toISOString()
  expect([localMinute(at), localDay(at)]).toEqual(['2026-11-04 06:07', '2026-11-04'])
})

it('shows nothing where there is no instant', () => {
  expect([localMinute(''), localDay('')]).toEqual(['', ''])
})
