import { describe, expect, it } from 'vitest'
import {
  birthDateOf,
  checkCharacter,
  hasMainlandForm,
  isSoundIdNumber,
  parseIdNumber,
  sexOf,
} from '../../../../core/license/parse/id-number.ts'
import { idNumberOf } from '../../../fixtures/cards/id-number.ts'
import { randomOf } from '../../../fixtures/cards/random.ts'

describe('parseIdNumber', () => {
  it.each([
    ['441900199012210519', '441900199012210519'],
    ['441900 19901221 0519', '441900199012210519'],
    ['４４１９００１９９０１２２１０５１９', '441900199012210519'],
    ['11010519491231002x', '11010519491231002X'],
    ['11010519491231002×', '11010519491231002X'],
    ['11010519491231002Ⅹ', '11010519491231002X'],
    ['证号:441900199012210519', '441900199012210519'],
    ['4419OO199O12210519', '441900199012210519'],
    ['44l900I99012210519', '441900199012210519'],
    ['', ''],
  ])('reads %j as %j', (text, value) => expect(parseIdNumber(text)).toBe(value))

  it('leaves letters where digits would not make the number sound', () => {
    expect(parseIdNumber('4419OO199O12210518')).toBe('4419OO199O12210518')
    expect(parseIdNumber('GO1234I')).toBe('GO1234I')
  })

  it('never repairs a wrong digit', () => {
    expect(parseIdNumber('441900199012210518')).toBe('441900199012210518')
  })
})

describe('the check character', () => {
  it('is that of the example in GB 11643', () => {
    expect(checkCharacter('11010519491231002')).toBe('X')
    expect(checkCharacter('44052418800101001')).toBe('4')
  })

  it('notices every single wrong digit and every two neighbours that changed places', () => {
    const random = randomOf(3)
    for (let round = 0; round < 50; round++) {
      const value = idNumberOf('441900', '1990-12-21', random.pick(['男', '女']), random)
      expect([value, isSoundIdNumber(value)]).toEqual([value, true])
      for (let at = 0; at < 17; at++) {
        const other = String((Number(value[at]) + random.integer(1, 9)) % 10)
        expect(isSoundIdNumber(value.slice(0, at) + other + value.slice(at + 1))).toBe(false)
        const [left = '', right = ''] = [value[at], value[at + 1]]
        if (left === right) continue
        const swapped = value.slice(0, at) + right + left + value.slice(at + 2)
        expect([swapped, isSoundIdNumber(swapped)]).toEqual([swapped, false])
      }
    }
  })
})

describe('a mainland number', () => {
  it.each([
    ['441900199012210519', true],
    ['11010519491231002X', true],
    ['11010519491231002x', false],
    ['X10105194912310021', false],
    ['44190019901221051', false],
    ['4419001990122105190', false],
    ['', false],
  ])('%j has its form: %s', (value, expected) => expect(hasMainlandForm(value)).toBe(expected))

  it('is not sound when its birth day does not exist', () => {
    expect(hasMainlandForm('410105199002300037')).toBe(true)
    expect(checkCharacter('41010519900230003')).toBe('7')
    expect(isSoundIdNumber('410105199002300037')).toBe(false)
  })

  it('tells birth and sex', () => {
    expect(birthDateOf('441900199012210519')).toBe('1990-12-21')
    expect(sexOf('441900199012210519')).toBe('男')
    expect(sexOf('441900199012210527')).toBe('女')
    expect(sexOf('11010519491231002X')).toBe('女')
  })
})
