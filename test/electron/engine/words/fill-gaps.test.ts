import { expect, test } from 'vitest'
import type { SeenCharacter } from '../../../../electron/engine/recognize/decode-text.ts'
import { fillGaps } from '../../../../electron/engine/recognize/fill-gaps.ts'
import { drawnLine } from './drawn-line.ts'

const cell = 40
const width = 5 * cell
const inkAt = (...cells: number[]) =>
  drawnLine(
    width,
    cells.map((at) => [at * cell + 5, at * cell + 35]),
  )
const seen = (text: string, column: number, confidence = 0.99): SeenCharacter => ({
  text,
  confidence,
  at: (column + 0.5) / 5,
  others: [],
})
const [first, third, fourth, fifth] = [seen('扎', 0), seen('特', 2), seen('旗', 3), seen('迎', 4)]
const dropped = [first, third, fourth, fifth]
const textOf = (characters: readonly SeenCharacter[]) => characters.map(({ text }) => text).join('')
const fill = (
  line: ReturnType<typeof inkAt>,
  characters: readonly SeenCharacter[],
  faint: readonly SeenCharacter[],
) => textOf(fillGaps(line, { characters, faint }))

test('takes the likeliest character where ink stands and nothing was read', () => {
  const faint = [seen('费', 1, 0.17), seen('赉', 1, 0.31)]
  expect(fill(inkAt(0, 1, 2, 3, 4), dropped, faint)).toBe('扎赉特旗迎')
})

test('takes none where no ink stands, nor one that is hardly likely', () => {
  expect(fill(inkAt(0, 2, 3, 4), dropped, [seen('赉', 1, 0.31)])).toBe('扎特旗迎')
  expect(fill(inkAt(0, 1, 2, 3, 4), dropped, [seen('她', 1, 0.03)])).toBe('扎特旗迎')
})

test('puts it in the place of a mark that was read from the same ink', () => {
  const marked = [first, seen('.', 1, 0.32), third, fourth, fifth]
  expect(fill(inkAt(0, 1, 2, 3, 4), marked, [seen('塬', 1, 0.29)])).toBe('扎塬特旗迎')
  expect(fill(inkAt(0, 2, 3, 4), marked, [seen('塬', 1, 0.29)])).toBe('扎.特旗迎')
})

test('is as little sure of it as the network was', () => {
  const filled = fillGaps(inkAt(0, 1, 2, 3, 4), {
    characters: dropped,
    faint: [seen('赉', 1, 0.31)],
  })
  expect(filled[1]?.confidence).toBe(0.31)
})
