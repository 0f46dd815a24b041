import { describe, expect, test } from 'vitest'
import type { Box } from '../../../../electron/engine/forms/form.ts'
import { mainPage } from '../../../../electron/engine/forms/main-page.ts'
import { drifted, measureDrift } from '../../../../electron/engine/read/drift.ts'

const { values, words } = mainPage

/** The line of a value that the printer shifted. */
function printed(value: keyof typeof values, down: number, across = 0): Box {
  const { box, height, begins = box[0] + 0.5 } = values[value]
  const row = (box[1] + box[3]) / 2 + down
  return [begins + across, row - height / 2, box[2] - 3, row + height / 2]
}

describe('how far the printer shifted the values', () => {
  test('is how far most of them are off their rows', () => {
    const lines = [
      printed('number', 1.2),
      printed('birth', 1.1),
      printed('issue', 1.3),
      printed('class', 1.2),
    ]
    expect(measureDrift(values, lines).down).toBeCloseTo(1.2, 1)
    expect(measureDrift(values, [...lines, printed('name', -2)]).down).toBeCloseTo(1.2, 1)
  })

  test('is not told by two of them, nor by what is higher or lower than a value', () => {
    const two = [printed('number', 1.2), printed('birth', 1.2)]
    expect(measureDrift(values, two).down).toBe(0)
    const high = (['issue', 'class', 'name'] as const).map((value): Box => {
      const [left, top, right, bottom] = printed(value, 1.2)
      return [left, top - 2, right, bottom + 2]
    })
    expect(measureDrift(values, [...two, ...high]).down).toBe(0)
  })

  test('is how far most of them begin from where they should', () => {
    const lines = [printed('number', 1, -1.5), printed('birth', 1, -1.4), printed('issue', 1, -1.6)]
    expect(measureDrift(values, lines).across).toBeCloseTo(-1.5, 1)
    // A label and its value that are one line tell nothing, nor does what stands in no row.
    const others: Box[] = [
      [4.4, 16.3, 30, 19.7],
      [37.9, 6, 60, 9.3],
    ]
    expect(measureDrift(values, [...lines, ...others]).across).toBeCloseTo(-1.5, 1)
    expect(measureDrift(values, []).across).toBe(0)
  })
})

describe('a place of a value that drifted', () => {
  const boxOf = (value: keyof typeof values, across: number, down = 0) =>
    drifted(values[value], { across, down }, words).box

  test('moves down', () => {
    const [left, top, right, bottom] = values.class.box
    expect(boxOf('class', -2, 1.5)).toEqual([left, top + 1.5, right, bottom + 1.5])
  })

  test('begins before the ink, however far left that is', () => {
    expect(boxOf('name', -0.5)[0]).toBeCloseTo(9.8)
    expect(boxOf('birth', -1.6)[0]).toBeCloseTo(34)
  })

  test('begins where it always did where the ink is farther right, for what was measured may be wrong', () => {
    expect(boxOf('name', 2)[0]).toBe(values.name.box[0])
  })

  test('ends behind the ink of the longest name', () => {
    expect(boxOf('name', 1.5)[2]).toBeCloseTo(42.1)
    expect(boxOf('name', -1)[2]).toBe(values.name.box[2])
    expect(boxOf('number', 2)[2]).toBe(values.number.box[2])
  })

  test('does not reach into its label', () => {
    expect(boxOf('name', -2.2)[0]).toBe(9.4)
    expect(boxOf('issue', -2.2)[0]).toBe(39.2)
  })
})
