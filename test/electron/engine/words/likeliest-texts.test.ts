import { describe, expect, test } from 'vitest'
import { alignTo, likeliestTexts } from '../../../../electron/engine/words/likeliest-texts.ts'

/** What each step may show. */
const stepsOf = (...steps: readonly Readonly<Record<string, number>>[]) =>
  steps.map((step) => Object.entries(step).map(([text, confidence]) => ({ text, confidence })))

describe('the likeliest texts of a line', () => {
  test('are all that it may say, likeliest first', () => {
    const steps = stepsOf({ 张: 0.9, 弓: 0.1 }, { '': 1 }, { 三: 0.6, 二: 0.4 })
    expect(likeliestTexts(steps, 8).slice(0, 4)).toEqual(['张三', '张二', '弓三', '弓二'])
    expect(likeliestTexts(steps, 2)).toEqual(['张三', '张二'])
  })

  test('count what may be seen in several ways together', () => {
    // Nothing at all is the likeliest single way, a 1 at either step together are likelier.
    const steps = stepsOf({ '': 0.6, '1': 0.4 }, { '': 0.6, '1': 0.4 })
    expect(likeliestTexts(steps, 8)).toEqual(['1', ''])
  })

  test('say a character twice only where nothing is seen between', () => {
    expect(likeliestTexts(stepsOf({ '1': 0.9 }, { '1': 0.9 }), 1)).toEqual(['1'])
    expect(likeliestTexts(stepsOf({ '1': 0.9 }, { '': 0.9 }, { '1': 0.9 }), 1)).toEqual(['11'])
  })

  test('of no line is one, the empty one', () => {
    expect(likeliestTexts([], 8)).toEqual([''])
  })
})

describe('a text along a line', () => {
  const steps = stepsOf(
    { '': 1 },
    { 张: 0.7, 弓: 0.3 },
    { 张: 0.9 },
    { '': 1 },
    { 三: 0.8, '': 0.2 },
  )

  test('stands where its characters are seen best', () => {
    const { characters, score } = alignTo(steps, '张三')
    expect(characters).toEqual([
      { text: '张', confidence: 0.9, at: 0.45 },
      { text: '三', confidence: 0.8, at: 0.95 },
    ])
    expect(score).toBeCloseTo(Math.log(0.7 * 0.9 * 0.8))
  })

  test('is the less likely the less its characters are seen', () => {
    const scores = ['张三', '弓张三', '张', '弓三'].map((text) => alignTo(steps, text).score)
    expect(scores).toEqual(scores.toSorted((a, b) => b - a))
  })

  test('is impossible where the line is too short for it', () => {
    expect(alignTo(steps.slice(0, 2), '张张').score).toBe(-Infinity)
    expect(alignTo([], '张').score).toBe(-Infinity)
    expect(alignTo([], '')).toEqual({ characters: [], score: 0 })
  })
})
