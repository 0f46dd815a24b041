import { expect, test } from 'vitest'
import type { Point } from '../../../../core/license/reading.ts'
import { inReadingOrder } from '../../../../electron/engine/register/in-reading-order.ts'
import { similarity } from '../../../../electron/engine/register/pose.ts'

/** A card of ten pixels to the millimetre around a middle, turned by quarters. */
function card(name: number, [x, y]: Point, quarters = 0) {
  const angle = (quarters * Math.PI) / 2
  const [cosine, sine] = [Math.cos(angle) * 10, Math.sin(angle) * 10]
  const at = ([u, v]: Point): Point => [x + u * cosine - v * sine, y + u * sine + v * cosine]
  const pose = similarity([0, 0], [88, 0], at([-44, -30]), at([44, -30]))
  return { pose, unrefined: { pose, lines: [] }, found: name, offBy: 0, lines: [] }
}

const order = (cards: readonly ReturnType<typeof card>[]) =>
  inReadingOrder(cards).map(({ found }) => found)

test('row by row, from the left, though a row is not quite level', () => {
  const cards = [
    card(4, [1500, 1230]),
    card(2, [1510, 380]),
    card(3, [500, 1200]),
    card(1, [500, 420]),
  ]
  expect(order(cards)).toEqual([1, 2, 3, 4])
})

test('as one reads with the picture turned so that most cards stand upright', () => {
  const upsideDown = [
    card(4, [500, 400], 2),
    card(3, [1500, 420], 2),
    card(2, [500, 1200], 2),
    card(1, [1500, 1200], 2),
  ]
  expect(order(upsideDown)).toEqual([1, 2, 3, 4])
  const onTheirSide = [card(2, [500, 1400], 1), card(1, [500, 400], 1), card(3, [1300, 400], 3)]
  expect(order(onTheirSide)).toEqual([3, 1, 2])
})

test('one that lies the other way among others stays in its row', () => {
  expect(order([card(2, [1500, 400], 2), card(1, [500, 400]), card(3, [500, 1200])])).toEqual([
    1, 2, 3,
  ])
})
