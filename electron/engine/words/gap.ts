/** A character as the gap detector sees it: its middle in pixels along the line. */
export interface Standing {
  readonly text: string
  readonly x: number
}

/** Where there is ink and nothing was read. */
export interface Gap {
  /** Number of characters that stand before it. */
  readonly after: number
}

/** What share of its cell a character may fill to either side of where it was seen. */
const reach = { wide: 0.62, narrow: 0.36 } as const
/** Uncovered ink narrower than this share of a cell is a stray mark, or the edge of a frame; digits are narrow. */
const least = { wide: 0.3, narrow: 0.2 } as const
/** With fewer neighbouring pairs than this the cell cannot be measured on the line itself. */
const leastPairs = 3

/**
 * Finds ink in a line to which no character that was read can belong, such as that of a character the network does
 * not know and dropped.
 * @param ink one flag per column of pixels
 * @param usualCell width of a full character to assume where the line is too short to measure it
 */
export function findGaps(
  ink: readonly boolean[],
  characters: readonly Standing[],
  usualCell: number,
): Gap[] {
  const cell = cellOf(characters, usualCell)
  const free = ink.slice()
  for (const { text, x } of characters) {
    const half = cell * (isWide(text) ? reach.wide : reach.narrow)
    const from = Math.max(0, Math.round(x - half))
    free.fill(false, from, Math.max(from, Math.round(x + half)))
  }
  const edges = [0, ...characters.map(({ x }) => Math.round(x)), ink.length]
  return edges.slice(0, -1).flatMap((start, after) => {
    const uncovered = free.slice(start, edges[after + 1]).filter(Boolean).length
    const amongWide = [characters[after - 1], characters[after]].some(
      (neighbour) => neighbour !== undefined && isWide(neighbour.text),
    )
    return uncovered >= cell * (amongWide ? least.wide : least.narrow) ? [{ after }] : []
  })
}

/** The usual distance of neighbouring full-width characters. */
function cellOf(characters: readonly Standing[], usual: number): number {
  const distances = characters.flatMap(({ text, x }, index) => {
    const before = characters[index - 1]
    return before !== undefined && isWide(text) && isWide(before.text) ? [x - before.x] : []
  })
  if (distances.length < leastPairs) return usual
  const middle = distances.toSorted((a, b) => a - b)[distances.length >> 1] ?? usual
  return Math.min(Math.max(middle, usual * 0.6), usual * 1.2)
}

const isWide = (text: string): boolean => (text.codePointAt(0) ?? 0) > 0x2e7f
