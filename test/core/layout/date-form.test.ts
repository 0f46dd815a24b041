import { expect, it } from 'vitest'
import { dateIn } from '../../../core/layout/date-form.ts'
import { maskedNumber } from '../../../core/export/masked-number.ts'

it('writes a day in four ways, and leaves what is none', () => {
  const written = (['iso', 'slash', 'chinese', 'compact'] as const).map((form) =>
    dateIn('2026-03-04', form),
  )
  expect(written).toEqual(['2026-03-04', '2026/03/04', '2026年03月04日', '20260304'])
  for (const other of ['长期', '', '2026-3-4', '2026年'])
    expect(dateIn(other, 'compact')).toBe(other)
})

it('hides the day of birth in a number', () => {
  expect(maskedNumber('44190019901221051X')).toBe('441900********051X')
  expect(maskedNumber('441900901221051')).toBe('4419*******1051')
  expect(maskedNumber('E1234567')).toBe('****4567')
  expect(maskedNumber('')).toBe('')
})
