import { describe, expect, test } from 'vitest'
import { isSoundIdNumber } from '../../../../core/license/parse/id-number.ts'
import { authority } from '../../../../electron/engine/legal/authority.ts'
import { AutomatonBuilder } from '../../../../electron/engine/legal/automaton.ts'
import { decodeLegal } from '../../../../electron/engine/legal/decode-legal.ts'
import {
  birthDate,
  carClass,
  currentPeriod,
  issueDate,
  mainlandNumber,
  nationality,
  oldPeriod,
  sex,
  soundNumber,
} from '../../../../electron/engine/legal/grammars.ts'
import { joinScores, type LineScores } from '../../../../electron/engine/words/line-scores.ts'
import { lineOf, said, type Step, steps } from '../said-line.ts'

const read = (automaton: typeof birthDate, line: LineScores) => decodeLegal(automaton, line)

const textIn = (automaton: typeof birthDate, text: string, but?: Readonly<Record<number, Step>>) =>
  read(automaton, said(text, but)).text

describe('a line is decoded as CTC says it', () => {
  const parts = new AutomatonBuilder()
  const either = parts.build([parts.word(0, '112'), parts.word(0, '12')])

  test('a character of several steps is one', () => {
    expect(read(either, lineOf([{ 1: 0.9 }, { 1: 0.9 }, { 1: 0.9 }, { 2: 0.9 }])).text).toBe('12')
  })

  test('and stands twice where a blank comes between', () => {
    const line = lineOf([{ 1: 0.9 }, { '': 0.9 }, { 1: 0.9 }, { 2: 0.9 }])
    expect(read(either, line).text).toBe('112')
  })

  test('every character has its place and how sure it is', () => {
    const { characters, score } = read(either, said('12', { 1: { 2: 0.6, 7: 0.3 } }))
    expect(characters.map(({ text }) => text)).toEqual(['1', '2'])
    expect(characters[0]?.confidence).toBeGreaterThan(0.9)
    expect(characters[1]?.confidence).toBeCloseTo(0.6, 1)
    expect(characters.map(({ at }) => at)).toEqual([1.5 / 5, 3.5 / 5])
    expect(score).toBeLessThan(0)
  })

  test('what stands around is passed over, and the less of it the better', () => {
    const clean = read(issueDate, said('2018-07-06'))
    const dirty = read(issueDate, said('日期2018-07-06有效'))
    expect(dirty.text).toBe('2018-07-06')
    expect(dirty.score).toBeLessThan(clean.score - 4)
  })

  test('of a line that is too short nothing is read', () => {
    expect(read(birthDate, said('1980'))).toEqual({ text: '', characters: [], score: -Infinity })
    expect(read(sex, lineOf([])).text).toBe('')
  })
})

describe('what a character looks like counts for it', () => {
  test('a barred zero seen as a theta', () => {
    expect(textIn(birthDate, '198θ-θ7-Ø6')).toBe('1980-07-06')
  })

  test('a zero that is a little of each, though an eight is likelier than any of them', () => {
    const torn = { 0: 0.05, θ: 0.3, O: 0.2, 8: 0.4 }
    expect(textIn(birthDate, '1988-12-20', { 9: torn })).toBe('1988-12-20')
    expect(textIn(birthDate, '1988-12-28', { 9: torn })).toBe('1988-12-20')
  })

  test('a long dash, a bare stroke, a small x', () => {
    expect(textIn(birthDate, '1980—l2—Il')).toBe('1980-12-11')
    expect(textIn(mainlandNumber, '11010519491231002x')).toBe('11010519491231002X')
  })
})

describe('only what is legal is read', () => {
  test.each([
    ['2018-02-30', '2018-02-3'],
    ['2018-04-31', '2018-04-3'],
    ['2018-13-01', '2018-13'],
    ['2018-00-10', '-00-'],
    ['2018-06-36', '-36'],
    ['3018-06-06', '3018'],
  ])('never %s', (illegal, trace) => {
    const { text } = read(issueDate, said(illegal))
    expect(text).toMatch(/^(19|20)\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)
    expect(text).not.toContain(trace)
  })

  test('a day 36 is the day that the second choice makes of it', () => {
    expect(textIn(issueDate, '2018-06-36', { 8: { 3: 0.55, 0: 0.4 } })).toBe('2018-06-06')
  })

  test('a sound number is found where the check character betrays a digit', () => {
    const wrong = { 5: { 6: 0.6, 5: 0.3 } }
    const line = said('110105194912310021', { ...wrong, 17: { X: 0.95 } })
    expect(read(mainlandNumber, line).text).toBe('11010619491231002X')
    expect(isSoundIdNumber(read(mainlandNumber, line).text)).toBe(false)
    expect(read(soundNumber, line).text).toBe('11010519491231002X')
    expect(read(soundNumber, line).score).toBeLessThan(read(mainlandNumber, line).score)
  })

  test('a number holds a day that can be', () => {
    const { text } = read(mainlandNumber, said('110105194913310020'))
    expect(text.slice(10, 12)).not.toBe('13')
  })

  test.each([
    ['C1', 'C1'],
    ['Vc1', 'C1'],
    ['A1A2D', 'A1A2D'],
    ['C1C1', 'C1'],
    ['B1', 'B1'],
  ])('the class %s is %s', (seen, legal) => {
    expect(textIn(carClass, seen)).toBe(legal)
  })

  test('both kinds of the last row', () => {
    expect(textIn(currentPeriod, '2018-07-06至2024-07-06')).toBe('2018-07-06至2024-07-06')
    expect(textIn(currentPeriod, '2018-07-06至长期')).toBe('2018-07-06至长期')
    expect(textIn(oldPeriod, '日期2010-12-14有效期限6年')).toBe('日期2010-12-14有效期限6年')
    const [old, current] = [oldPeriod, currentPeriod].map(
      (automaton) => read(automaton, said('日期2010-12-14有效期限10年')).score,
    )
    expect(old).toBeGreaterThan((current ?? 0) + 20)
  })

  test('a sex is one of two, a nationality a country', () => {
    expect(textIn(sex, '男', { 0: { 号: 0.6, 男: 0.3 } })).toBe('男')
    expect(textIn(nationality, '中国/CHN')).toBe('中国/CHN')
    expect(textIn(nationality, '中国', { 1: { 号: 0.6, 国: 0.3 } })).toBe('中国')
  })

  test('an authority is a city that there is with an office, over the rows of the seal', () => {
    const rows = ['广东省深圳', '市公安局交', '通警察支队'].map((row, index) =>
      lineOf(steps(row, index === 0 ? { 3: { 湖: 0.7, 深: 0.2 } } : {})),
    )
    expect(read(authority, joinScores(rows)).text).toBe('广东省深圳市公安局交通警察支队')
    expect(textIn(authority, '吉林省延边朝鲜族自治州公安局交通警察支队')).toBe(
      '吉林省延边朝鲜族自治州公安局交通警察支队',
    )
    const nowhere = read(authority, said('广东省武汉市公安局交通警察支队'))
    expect(nowhere.text).not.toContain('广东省武汉')
  })
})
