import type { Quad } from '../../../core/license/reading.ts'
import type { SeenCharacter } from '../recognize/decode-text.ts'

/** A line of text that was read on the straightened card. */
export interface Line {
  /** In pixels of the straightened card, corners in reading direction. */
  readonly quad: Quad
  readonly characters: readonly SeenCharacter[]
  /** As `redness` gives it. */
  readonly redness: number
}

export const textOf = (characters: readonly SeenCharacter[]): string =>
  characters.map(({ text }) => text).join('')
