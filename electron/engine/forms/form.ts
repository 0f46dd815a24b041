/** left, top, right, bottom in millimetres from the top left corner of the paper. */
export type Box = readonly [left: number, top: number, right: number, bottom: number]

/** The smallest box that holds others, of which there is one at least. */
export const boxAround = (boxes: readonly Box[]): Box => [
  Math.min(...boxes.map(([left]) => left)),
  Math.min(...boxes.map(([, top]) => top)),
  Math.max(...boxes.map(([, , right]) => right)),
  Math.max(...boxes.map(([, , , bottom]) => bottom)),
]

/** A word of the form itself: it stands at the same place on every card. */
export interface PrintedWord {
  readonly text: string
  readonly box: Box
  /** The small English words under a label. */
  readonly isSmall?: boolean
}

/** Where a value is printed later, without the drift of the printer. */
export interface ValuePlace {
  readonly box: Box
  /** Where its ink begins, in millimetres; nothing where that differs. */
  readonly begins?: number
  /** Where the ink of the longest ends, in millimetres; nothing where the box leaves room behind it. */
  readonly ends?: number
  /** How many characters high the ink is, in millimetres; the box may be wider than any value. */
  readonly height: number
  /** What a character that is seen there is taken for; nothing where it cannot stand there. */
  readonly meaningOf?: (text: string) => string | undefined
}

/** What a printed form looks like. */
export interface Form<Value extends string = string> {
  /** In millimetres. */
  readonly width: number
  readonly height: number
  /** Its title in one line; tells the form from others. */
  readonly title: PrintedWord
  readonly words: readonly PrintedWord[]
  readonly values: Readonly<Record<Value, ValuePlace>>
}
