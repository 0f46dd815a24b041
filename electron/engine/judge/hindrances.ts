import type { Hindrance, Quad } from '../../../core/license/reading.ts'
import { type Box, boxAround } from '../forms/form.ts'
import { mainPage } from '../forms/main-page.ts'
import type { Raster } from '../geometry/raster.ts'
import { distance, quadHeight, quadWidth } from '../geometry/quad.ts'
import { warp } from '../geometry/warp.ts'
import { placeOf } from '../register/pose.ts'
import type { PlacedForm } from '../register/refine.ts'

/** Print of a license is legible from about so many pixels to the millimetre on. */
const leastScale = 4.6
/** Opposite edges of a card differ by more than this where it is seen from the side. */
const mostTurned = 1.3
/** What of the paper may lie outside of the picture, in millimetres: the rim bears no print. */
const rim = 2.5
/** With fewer than this share of the form's words found, something covers it. */
const leastFound = 0.5

/** What makes a main page hard to read, as far as its place and its pixels tell. */
export function hindrancesOf(picture: Raster, placed: PlacedForm): Hindrance[] {
  const { width, height } = mainPage
  const card = placeOf(placed.pose, [0, 0, width, height])
  const found: Hindrance[] = []
  if (Math.min(quadWidth(card) / width, quadHeight(card) / height) < leastScale)
    found.push({ kind: 'too-small' })
  if (isTurned(card)) found.push({ kind: 'turned-away' })
  if (isCutOff(picture, placed)) found.push({ kind: 'cut-off' })
  if (placed.found < leastFound * (mainPage.words.length + 1)) found.push({ kind: 'covered' })
  return [...found, ...glareOn(picture, placed)]
}

function isTurned([a, b, c, d]: Quad): boolean {
  const ratio = (one: number, other: number): number => Math.max(one / other, other / one)
  return (
    ratio(distance(a, b), distance(d, c)) > mostTurned ||
    ratio(distance(a, d), distance(b, c)) > mostTurned
  )
}

function isCutOff({ width, height }: Raster, { pose }: PlacedForm): boolean {
  const printed: Box = [rim, rim, mainPage.width - rim, mainPage.height - rim]
  return placeOf(pose, printed).some(([x, y]) => x < 0 || y < 0 || x > width || y > height)
}

/** The card is looked at in squares of so many millimetres. */
const square = 4
/** A square is glaring where it is nearly all as bright as can be, unlike green paper and the portrait's ground. */
const glaring = { level: 250, share: 0.85 } as const
/** The portrait's ground may be white. */
const portrait: Box = [64, 26, 88, 60]

function glareOn(picture: Raster, { pose }: PlacedForm): Hindrance[] {
  const { width, height } = mainPage
  const [columns, rows] = [width / square, height / square]
  const fine = 4
  const view = warp(picture, placeOf(pose, [0, 0, width, height]), columns * fine, rows * fine)
  const bright = (x: number, y: number): boolean => {
    const at = (y * view.width + x) * 3
    return [0, 1, 2].every((channel) => view.data[at + channel]! >= glaring.level)
  }
  const squares: Box[] = []
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const box: Box = [column * square, row * square, (column + 1) * square, (row + 1) * square]
      if (box[0] >= portrait[0] && box[1] >= portrait[1] - square) continue
      let count = 0
      for (let y = 0; y < fine; y++)
        for (let x = 0; x < fine; x++) if (bright(column * fine + x, row * fine + y)) count += 1
      if (count >= glaring.share * fine * fine) squares.push(box)
    }
  // A copy is white all over, and hides nothing.
  if (squares.length === 0 || squares.length > 0.4 * rows * columns) return []
  return [{ kind: 'glare', region: placeOf(pose, boxAround(squares)) }]
}
