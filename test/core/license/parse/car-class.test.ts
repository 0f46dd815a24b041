import { describe, expect, it } from 'vitest'
import {
  carClasses,
  parseCarClass,
  splitCarClass,
} from '../../../../core/license/parse/car-class.ts'

describe('parseCarClass', () => {
  it.each([
    ['A1A2', 'A1A2'],
    ['b2d', 'B2D'],
    ['C1 D', 'C1D'],
    ['Ｃ１Ｅ', 'C1E'],
    ['A2、E', 'A2E'],
    ['C1/M', 'C1M'],
    ['Cl', 'C1'],
    ['CI D', 'C1D'],
    ['BZ', 'B2'],
    ['M', 'M'],
    ['', ''],
  ])('cleans %j to %j', (text, value) => expect(parseCarClass(text)).toBe(value))

  it('leaves what is no code as it stands', () => {
    expect(parseCarClass('C9')).toBe('C9')
    expect(parseCarClass('MI')).toBe('MI')
  })
})

describe('splitCarClass', () => {
  it('knows every code alone and all of them run together', () => {
    for (const code of carClasses) expect(splitCarClass(code)).toEqual([code])
    expect(splitCarClass(carClasses.join(''))).toEqual(carClasses)
  })

  it('gives them in the order of the law', () => {
    expect(splitCarClass('DC1A2')).toEqual(['A2', 'C1', 'D'])
  })

  it.each(['', 'C', 'C7', 'A4', 'C1X', 'c1', 'C1 D', 'C1C1', '1C'])('refuses %j', (value) =>
    expect(splitCarClass(value)).toBeUndefined(),
  )
})
