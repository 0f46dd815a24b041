import { describe, expect, it } from 'vitest'
import { normalizeTyped } from '../../../renderer/state/normalize-typed.ts'
import { suggestionFor } from '../../../renderer/state/suggestion.ts'

describe('what else a field may hold', () => {
  const alike = { kind: 'look-alike', at: 0, character: '余', other: '佘' } as const
  const read = (other: string) =>
    ({ kind: 'doubt', doubt: { kind: 'readers-differ', other, reader: 'wechat' } }) as const

  it('is the name with the other character', () => {
    expect(suggestionFor('name', '余明远', alike)).toBe('佘明远')
    expect(suggestionFor('name', '明远', alike)).toBeNull()
  })

  it('is what another reader read, in the form of the field', () => {
    expect(suggestionFor('birth_date', '1988-06-12', read('1988年06月13日'))).toBe('1988-06-13')
    expect(suggestionFor('birth_date', '1988-06-12', read('1988.06.12'))).toBeNull()
  })

  it('is the value with the known name', () => {
    const near = (known: string, other: string) =>
      ({ kind: 'doubt', doubt: { kind: 'near-name', read: '临沐县', known, other } }) as const
    expect(suggestionFor('address', '临沐县和平街', near('临沭县', '临沭县和平街'))).toBe(
      '临沭县和平街',
    )
    expect(suggestionFor('address', '临沐县和平街', near('', ''))).toBeNull()
  })

  it('is nothing for what was merely hard to read', () => {
    expect(suggestionFor('name', '余', { kind: 'low-confidence', characters: [0] })).toBeNull()
    expect(suggestionFor('name', '余', read(''))).toBeNull()
  })

  it('is nothing that lacks a character', () => {
    expect(suggestionFor('name', '王垚明', read('王□明'))).toBeNull()
    expect(suggestionFor('id_num', '1', read('51032219900518□835'))).toBeNull()
  })

  it('keeps the place of a missing character when it is confirmed', () => {
    expect(normalizeTyped('id_num', '5103221990□5187835')).toBe('5103221990□5187835')
    expect(normalizeTyped('car_class', 'C□')).toBe('C□')
  })
})
