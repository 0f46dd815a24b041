import { expect, test } from 'vitest'
import type { SeenCharacter } from '../../../../electron/engine/words/decode-text.ts'
import { withBlanks } from '../../../../electron/engine/words/blanks.ts'
import { drawnLine } from './drawn-line.ts'

/** Letters of 16 pixels, with a wider gap behind the fourth. */
function nameWith(gap: number, faint: readonly SeenCharacter[], apart = 4) {
  const starts = [...'PAULROSSI'].map(
    (_, index) => 4 + index * (16 + apart) + (index > 3 ? gap - apart : 0),
  )
  const width = (starts.at(-1) ?? 0) + 20
  const line = drawnLine(
    width,
    starts.map((start) => [start, start + 16]),
  )
  const characters = [...'PAULROSSI'].map((text, index) => ({
    text,
    confidence: 0.99,
    at: ((starts[index] ?? 0) + 8) / width,
  }))
  return withBlanks(line)({ characters, faint })
    .map(({ text }) => text)
    .join('')
}

const nearly: SeenCharacter = { text: ' ', confidence: 0.48, at: 0.47 }

test('a wide gap in a name in capitals is a blank, a narrow one is none', () => {
  expect(nameWith(18, [])).toBe('PAUL ROSSI')
  expect(nameWith(11, [])).toBe('PAULROSSI')
})

test('a narrower gap is one where the network nearly read one', () => {
  expect(nameWith(11, [nearly])).toBe('PAUL ROSSI')
  expect(nameWith(4, [nearly])).toBe('PAULROSSI')
})

test('letters that are set widely have no blanks between them', () => {
  expect(nameWith(18, [], 14)).toBe('PAULROSSI')
})
