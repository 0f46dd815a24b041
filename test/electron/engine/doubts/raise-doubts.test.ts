import { expect, test } from 'vitest'
import type { Quad } from '../../../../core/license/reading.ts'
import { raiseDoubts } from '../../../../electron/engine/doubts/raise-doubts.ts'
import { derivedFrom, type Draft, readFrom } from '../../../../electron/engine/extract/draft.ts'
import { segmentsOf } from '../../../../electron/engine/extract/segment.ts'
import type { Raster } from '../../../../electron/engine/geometry/raster.ts'

const height = 48
const rows = 4
const cell = 40

/** Paper with black blocks at the given cells of the given rows. */
function cardWith(
  cells: readonly (readonly [row: number, column: number])[],
  width: number,
): Raster {
  const data = new Uint8Array(width * height * rows * 3).fill(230)
  for (const [row, column] of cells) {
    for (let y = row * height + 12; y < row * height + 36; y++) {
      const from = (y * width + column * cell + 5) * 3
      data.fill(20, from, from + 30 * 3)
    }
  }
  return { data, width, height: height * rows }
}

/** A value read from the first row, one character to the cell. */
function draftOf(value: string, read = readFrom): Draft {
  const width = value.length * cell
  const quad: Quad = [
    [0, 0],
    [width, 0],
    [width, height],
    [0, height],
  ]
  const characters = [...value].map((text, at) => ({
    text,
    confidence: 0.99,
    at: (at + 0.5) / value.length,
    others: [],
  }))
  return read(value, ...segmentsOf([{ quad, characters, redness: 0 }], ([, y]) => y))
}

const firstRow = (value: string) => [...value].map((_, column) => [0, column] as const)
const long = '广东省东莞市莞城街道和平街幸福里阳光小区六号楼一单元'

test('an address that fills its row is doubted where ink follows below it', () => {
  const width = long.length * cell
  const raise = (card: Raster) => raiseDoubts('address', draftOf(long), card)
  expect(raise(cardWith(firstRow(long), width))).toEqual([])
  expect(raise(cardWith([...firstRow(long), [1, 0]], width))).toEqual([
    { kind: 'gap', after: long.length },
  ])
})

test('a name in Latin letters is doubted when it is one word, or its blank was measured', () => {
  const raise = (name: string) =>
    raiseDoubts('name', draftOf(name), cardWith([], name.length * cell))
  expect(raise('KOWALSKIANNA')).toEqual([{ kind: 'unsure-blank' }])
  expect(raise('KOWALSKI ANNA')).toEqual([])
  const { segments, ...draft } = draftOf('KOWALSKI ANNA')
  const measured = segments.map((segment) => ({
    ...segment,
    characters: segment.characters.map((seen) =>
      seen.text === ' ' ? { ...seen, confidence: 0.5 } : seen,
    ),
  }))
  expect(raiseDoubts('name', { ...draft, segments: measured }, cardWith([], 520))).toEqual([
    { kind: 'unsure-blank' },
  ])
})

test('what was only concluded is not looked at', () => {
  const draft = draftOf('山东省临沂市临沐县', derivedFrom)
  expect(raiseDoubts('address', draft, cardWith([], 400))).toEqual([])
})
