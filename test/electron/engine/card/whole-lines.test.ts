import { expect, test } from 'vitest'
import type { Quad } from '../../../../core/license/reading.ts'
import { wholeQuad } from '../../../../electron/engine/card/whole-lines.ts'
import { boxOf } from '../../../../electron/engine/geometry/quad.ts'
import { drawnLine } from '../recognize/drawn-line.ts'

const between = (left: number, right: number): Quad => [
  [left, 0],
  [right, 0],
  [right, 48],
  [left, 48],
]
const name = between(100, 190)
const written = [
  [105, 140],
  [150, 185],
] as const
const flat = { top: 22, bottom: 27 }

/** Where a name ends up that was found from 100 to 190, with more ink, and other lines, beside it. */
function reachOf(
  ink: readonly (readonly [number, number])[],
  { others = [], level = 20 }: { others?: readonly Quad[]; level?: number } = {},
): [left: number, right: number] {
  const card = drawnLine(400, written)
  const beside = drawnLine(400, ink, { ...flat, level })
  const data = card.data.map((value, at) => Math.min(value, beside.data[at] ?? value))
  const lines = [name, ...others].map((quad) => ({ quad }))
  const { left, right } = boxOf(wholeQuad({ ...card, data }, name, lines))
  return [Math.round(left), Math.round(right)]
}

test('a line goes on as far as the ink that adjoins it, on either side', () => {
  expect(reachOf([])).toEqual([100, 190])
  expect(reachOf([[195, 230]])).toEqual([100, 237])
  const twice = reachOf([
    [195, 230],
    [240, 275],
  ])
  expect(twice).toEqual([100, 282])
  expect(reachOf([[65, 95]])).toEqual([58, 190])
})

test('it leaves alone what stands apart, what is pale, and what another line holds', () => {
  expect(reachOf([[220, 260]])).toEqual([100, 190])
  expect(reachOf([[195, 230]], { level: 170 })).toEqual([100, 190])
  expect(reachOf([[195, 230]], { others: [between(192, 235)] })).toEqual([100, 190])
  expect(reachOf([[195, 198]])).toEqual([100, 190])
})
