import type { SeenCharacter } from '../words/decode-text.ts'

/** A character of a title and where along the line it was seen, 0..1. */
interface TitleMatch {
  readonly index: number
  readonly at: number
}

/** How a text says a title. */
export interface Alignment {
  /** Characters that must be put in, left out or changed, as a share of the title's length. */
  readonly off: number
  readonly matches: readonly TitleMatch[]
}

/** The cheapest way to find the whole of `title` somewhere in a text; what stands around it costs nothing. */
export function alignTitle(seen: readonly SeenCharacter[], title: string): Alignment {
  const wanted = [...title]
  const columns = seen.length + 1
  const costs = [new Float64Array(columns)]
  for (let i = 1; i <= wanted.length; i++) {
    const row = new Float64Array(columns)
    const above = costs[i - 1]!
    row[0] = i
    for (let j = 1; j < columns; j++) {
      const change = above[j - 1]! + (seen[j - 1]?.text === wanted[i - 1] ? 0 : 1)
      row[j] = Math.min(above[j]! + 1, row[j - 1]! + 1, change)
    }
    costs.push(row)
  }
  const last = costs[wanted.length]!
  let column = last.indexOf(Math.min(...last))
  const off = last[column]! / wanted.length
  const matches: TitleMatch[] = []
  for (let i = wanted.length; i > 0 && column > 0; ) {
    const isSame = seen[column - 1]?.text === wanted[i - 1]
    const here = costs[i]![column]!
    if (here === costs[i - 1]![column - 1]! + (isSame ? 0 : 1)) {
      if (isSame) matches.push({ index: i - 1, at: seen[column - 1]!.at })
      i -= 1
      column -= 1
    } else if (here === costs[i - 1]![column]! + 1) i -= 1
    else column -= 1
  }
  return { off, matches: matches.toReversed() }
}
