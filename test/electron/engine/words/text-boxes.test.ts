import { expect, test } from 'vitest'
import { textBoxes } from '../../../../electron/engine/words/text-boxes.ts'

const width = 160
const height = 120

/** A map that is `probability` wherever `inside` holds. */
function mapOf(inside: (x: number, y: number) => boolean, probability = 0.9) {
  const data = new Float32Array(width * height)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) if (inside(x, y)) data[y * width + x] = probability
  }
  return { data, width, height }
}

const bar =
  (centerX: number, centerY: number, length: number, thickness: number, degrees: number) =>
  (x: number, y: number): boolean => {
    const angle = (degrees * Math.PI) / 180
    const [dx, dy] = [x + 0.5 - centerX, y + 0.5 - centerY]
    const along = dx * Math.cos(angle) + dy * Math.sin(angle)
    const across = dy * Math.cos(angle) - dx * Math.sin(angle)
    return Math.abs(along) < length / 2 && Math.abs(across) < thickness / 2
  }

test.each([0, 20, 45, 70, 90, -30, -60])('finds a bar turned by %i° and grows it back', (angle) => {
  const [box, ...others] = textBoxes(mapOf(bar(80, 60, 90, 10, angle)))
  expect(others).toEqual([])
  expect(box?.centerX).toBeCloseTo(80, 0)
  expect(box?.centerY).toBeCloseTo(60, 0)
  expect(box?.score).toBeCloseTo(0.9)
  const turned = ((((box?.angle ?? Number.NaN) * 180) / Math.PI - angle + 270) % 180) - 90
  expect(Math.abs(turned)).toBeLessThan(2)
  const reach = (90 * 10 * 1.6) / (90 + 10)
  expect(Math.abs((box?.width ?? 0) - (90 + reach))).toBeLessThan(4)
  expect(Math.abs((box?.height ?? 0) - (10 + reach))).toBeLessThan(4)
})

test('keeps neighbours apart and joins what touches at a corner', () => {
  const upper = bar(80, 40, 90, 8, 0)
  const lower = bar(80, 70, 90, 8, 0)
  expect(textBoxes(mapOf((x, y) => upper(x, y) || lower(x, y)))).toHaveLength(2)
  const steps = mapOf((x, y) => (x < 80 ? y >= 40 && y < 50 : y >= 50 && y < 60))
  expect(textBoxes(steps)).toHaveLength(1)
})

test('leaves out faint, tiny and hair-thin patches', () => {
  expect(textBoxes(mapOf(bar(80, 60, 90, 10, 0), 0.45))).toEqual([])
  expect(textBoxes(mapOf(bar(80, 60, 3, 3, 0)))).toEqual([])
  expect(textBoxes(mapOf(() => false))).toEqual([])
})

test('finds a patch that fills the whole map', () => {
  expect(textBoxes(mapOf(() => true))).toHaveLength(1)
})
