import type { Quad } from '../../../core/license/reading.ts'
import type { SeenCharacter } from '../recognize/decode-text.ts'

/** A line of text that was read on the straightened card. */
export interface Line {
  /** In pixels of the straightened card, corners in reading direction. */
  readonly quad: Quad
  readonly characters: readonly SeenCharacter[]
  /** How much redder the ink is than the paper, in 8-bit levels: above about 25 it is the seal's. */
  readonly redness: number
}

export const textOf = (characters: readonly SeenCharacter[]): string =>
  characters.map(({ text }) => text).join('')
