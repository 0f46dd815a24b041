import type { Quad, Reading, Readings } from '../../core/license/reading.ts'
import { type LicenseRecord, licenseOf } from '../../core/license/record.ts'

/** What a further reading of an image makes of the records that were read in it before. */
export interface Matched {
  /** Each reading with the record of the same card, where there is one. */
  readonly pairs: readonly [Pair, ...Pair[]]
  /** Records of which no card was found this time. */
  readonly left: readonly LicenseRecord[]
}

interface Pair {
  readonly reading: Reading
  readonly record: LicenseRecord | undefined
}

/**
 * Finds the records of the cards that were read once more: by their number, as it was read or corrected, then by their
 * place. What is left over is in the same order where it is as many, as it is the same image; but never one card for
 * another that lies elsewhere.
 */
export function matchCards(readings: Readings, before: readonly LicenseRecord[]): Matched {
  const found = new Map<Reading, LicenseRecord>()
  const left = new Set(before)
  for (const isSame of [hasSameNumber, hasSamePlace])
    for (const reading of readings) {
      if (found.has(reading)) continue
      const same = [...left].filter((record) => isSame(reading, record))
      const [only] = same
      if (only === undefined || same.length > 1) continue
      found.set(reading, only)
      left.delete(only)
    }
  const open = readings.filter((reading) => !found.has(reading))
  if (open.length === left.size)
    for (const [at, record] of [...left].entries()) {
      const reading = open[at]
      if (reading === undefined || isElsewhere(reading, record)) continue
      found.set(reading, record)
      left.delete(record)
    }
  const pairOf = (one: Reading): Pair => ({ reading: one, record: found.get(one) })
  const [first, ...others] = readings
  return { pairs: [pairOf(first), ...others.map(pairOf)], left: [...left] }
}

function hasSameNumber({ fields }: Reading, record: LicenseRecord): boolean {
  const number = fields.id_num.value.toUpperCase()
  const known = [record.reading.fields.id_num.value, licenseOf(record).id_num]
  return number !== '' && known.some((one) => one.toUpperCase() === number)
}

function hasSamePlace({ image }: Reading, { reading }: LicenseRecord): boolean {
  if (image.card === undefined || reading.image.card === undefined) return false
  return (
    holds(image.card, middleOf(reading.image.card)) &&
    holds(reading.image.card, middleOf(image.card))
  )
}

const isElsewhere = (reading: Reading, record: LicenseRecord): boolean =>
  reading.image.card !== undefined &&
  record.reading.image.card !== undefined &&
  !hasSamePlace(reading, record)

type Point = readonly [number, number]

const middleOf = (card: Quad): Point => [
  card.reduce((sum, [x]) => sum + x, 0) / card.length,
  card.reduce((sum, [, y]) => sum + y, 0) / card.length,
]

/** Whether a point lies within a card, whichever way round its corners go. */
function holds(card: Quad, [x, y]: Point): boolean {
  const sides = card.map(([fromX, fromY], corner) => {
    const [toX, toY] = card[(corner + 1) % card.length] ?? card[0]
    return (toX - fromX) * (y - fromY) - (toY - fromY) * (x - fromX)
  })
  return sides.every((side) => side >= 0) || sides.every((side) => side <= 0)
}
