import { describe, expect, it } from 'vitest'
import {
  caretInGroups,
  groupIdNumber,
  maskInGroups,
  maskIdNumber,
  maskValue,
  withoutGaps,
} from '../../../renderer/state/id-number.ts'

describe('an id number for the eye', () => {
  it('is grouped 6 8 3 1', () => {
    expect(groupIdNumber('33010619920715284X')).toBe('330106 19920715 284 X')
  })

  it('is grouped while it is typed, and not before the date begins', () => {
    expect(groupIdNumber('330106')).toBe('330106')
    expect(groupIdNumber('3301061992')).toBe('330106 1992')
  })

  it('leaves other numbers as they are', () => {
    for (const other of ['H1234567890', '3301061992071528471', '', '33010619920715'.concat('28XX')])
      expect(groupIdNumber(other)).toBe(other)
  })

  it('loses its gaps and nothing else when it is copied', () => {
    expect(withoutGaps(groupIdNumber('330106199207152847'))).toBe('330106199207152847')
  })

  it.each([
    [0, 0],
    [6, 6],
    [7, 8],
    [14, 15],
    [18, 21],
  ])('keeps the caret behind %i characters at %i', (count, place) => {
    expect(caretInGroups('330106 19920715 284 7', count)).toBe(place)
  })
})

describe('a masked id number', () => {
  it('shows the first and last four', () => {
    expect(maskIdNumber('330106199207152847')).toBe('3301●●●●●●●●●●2847')
  })

  it('hides the birth and nothing else where the license is open, as wide as the whole', () => {
    for (const number of ['330106199207152847', '33010619920715284X']) {
      const masked = maskInGroups(number)
      expect(masked).toBe(groupIdNumber(number).replace('19920715', '●●●●●●●●'))
      expect(masked).toHaveLength(groupIdNumber(number).length)
    }
    expect(maskInGroups('H1234567')).toBe('●●●●●●67')
    expect(maskInGroups('')).toBe('')
  })

  it('never shows a short number whole', () => {
    expect(maskIdNumber('H1234567')).toBe('●●●●●●67')
    expect(maskIdNumber('A1')).toBe('●1')
    expect(maskIdNumber('A')).toBe('●')
    expect(maskIdNumber('')).toBe('')
  })

  it('hides the date of birth like the digits that say it', () => {
    expect(maskValue('birth_date', '1992-07-15')).toBe('●●●●-●●-●●')
    expect(maskValue('id_num', '330106199207152847')).toBe(maskInGroups('330106199207152847'))
  })
})
