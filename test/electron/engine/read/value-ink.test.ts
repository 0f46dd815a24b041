import { expect, test } from 'vitest'
import { inkExtent } from '../../../../electron/engine/read/value-ink.ts'
import { drawnLine } from '../words/drawn-line.ts'

test('ink reaches from the first character to the last, however thin', () => {
  const [start, end] =
    inkExtent(
      drawnLine(480, [
        [60, 90],
        [100, 130],
        [140, 144],
      ]),
    ) ?? []
  expect(start).toBeGreaterThan(45)
  expect(start).toBeLessThanOrEqual(60)
  expect(end).toBeGreaterThanOrEqual(144)
  expect(end).toBeLessThan(160)
})

test('on bare paper there is none, nor where a rule runs along the row', () => {
  expect(inkExtent(drawnLine(480, []))).toBeUndefined()
  expect(inkExtent(drawnLine(480, [[0, 480]], { top: 28, bottom: 32 }))).toBeUndefined()
})
