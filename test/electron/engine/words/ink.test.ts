import { expect, test } from 'vitest'
import { inkColumns, inkDepth } from '../../../../electron/engine/words/ink.ts'
import { drawnLine } from './drawn-line.ts'

const inked = (columns: readonly boolean[]) =>
  columns.flatMap((isInk, column) => (isInk ? [column] : []))

test('ink is where strokes stand, not where a frame runs from edge to edge', () => {
  const stroke = drawnLine(60, [[10, 14]])
  expect(inked(inkColumns(stroke))).toEqual([10, 11, 12, 13])
  const frame = drawnLine(60, [[50, 54]], { top: 0, bottom: 48 })
  expect(inked(inkColumns(frame))).toEqual([])
})

test('what is paler than the ink that is looked for does not count', () => {
  const pattern = drawnLine(60, [[10, 40]], { level: 190 })
  expect(inked(inkColumns(pattern))).toHaveLength(30)
  const written = inkDepth(drawnLine(60, [[10, 40]]))
  expect(written).toBeGreaterThan(90)
  expect(inked(inkColumns(pattern, written))).toEqual([])
})
