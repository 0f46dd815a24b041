import { editDistance } from './edit-distance.ts'
import { type Division, provinces } from './divisions.ts'

/** How far the beginning of a text could be followed from province to district. */
export interface PlaceCheck {
  /** What follows the last place that is known. */
  readonly rest: string
  /** How many places were known. */
  readonly known: number
  /** A place that is not known, but nearly one that lies there. */
  readonly near: NearName | undefined
}

export interface NearName {
  readonly read: string
  /** `''` where nothing that is known comes near. */
  readonly known: string
}

const cities = provinces.flatMap(({ below }) => below)

/** Follows province, city and district at the beginning of an address or a seal; higher ones may be left out. */
export function checkPlace(text: string): PlaceCheck {
  const start = longest(text, provinces) ?? longest(text, cities)
  if (start === undefined) {
    const near = nearest(text, provinces) ?? nearest(text, cities)
    return { rest: text, known: 0, near }
  }
  let place = start.division
  let rest = text.slice(start.length)
  for (let known = 1; ; known++) {
    const inside = [...place.below, ...place.below.flatMap(({ below }) => below)]
    const next = longest(rest, inside)
    if (next === undefined) return { rest, known, near: nearest(rest, inside) }
    place = next.division
    rest = rest.slice(next.length)
  }
}

interface Found {
  readonly division: Division
  /** Characters of the text that name it. */
  readonly length: number
}

/** The division whose name the text begins with; counties that became cities keep their old cards. */
function longest(text: string, divisions: readonly Division[]): Found | undefined {
  return divisions
    .filter(({ name }) => {
      if (text.startsWith(name)) return true
      const stem = name.replace(/[市县区旗]$/, '')
      return stem.length > 1 && text.startsWith(stem) && /[市县区旗]/.test(text[stem.length] ?? '')
    })
    .map((division) => ({ division, length: division.name.length }))
    .toSorted((a, b) => b.length - a.length)[0]
}

/** The one division whose name differs by one character from what the text begins with. */
function nearest(text: string, divisions: readonly Division[]): NearName | undefined {
  const candidates = divisions.flatMap((division) => {
    const { name, below } = division
    if (name.length < 3) return []
    return [name.length - 1, name.length, name.length + 1].flatMap((length) => {
      const read = text.slice(0, length)
      if (read.length < length || editDistance(read, name) !== 1 || !sameEnd(read, name)) return []
      const goesOn = longest(text.slice(length), below) !== undefined
      return [{ read, known: name, goesOn }]
    })
  })
  const fitting = candidates.filter(({ goesOn }) => goesOn)
  const best = fitting.length > 0 ? fitting : candidates
  const names = new Set(best.map(({ known }) => known))
  const [first] = best
  return first === undefined || names.size > 1
    ? undefined
    : { read: first.read, known: first.known }
}

/** Names of places end in their kind, such as 市: a text that ends otherwise there goes on as something else. */
const sameEnd = (a: string, b: string): boolean => a.at(-1) === b.at(-1)
