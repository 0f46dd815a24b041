/** One character that may stand somewhere, and where it leads. */
export interface Arc {
  readonly from: number
  readonly character: string
  readonly to: number
}

/** Which texts may stand in a field: node 0 is the start, every path to one of the ends is a text. */
export interface Automaton {
  readonly nodes: number
  readonly arcs: readonly Arc[]
  readonly ends: readonly number[]
}

/** Builds an automaton part by part; each part takes the node it begins at and gives the one it ends at. */
export class AutomatonBuilder {
  #nodes = 1
  readonly #arcs: Arc[] = []
  readonly #known = new Map<string, number>()

  node(): number {
    return this.#nodes++
  }

  /** Any of the characters. */
  arc(from: number, characters: Iterable<string>, to: number): void {
    for (const character of characters) this.#arcs.push({ from, character, to })
  }

  /** For each of the places any of its characters. */
  run(from: number, ...places: readonly string[]): number {
    return places.reduce((at, characters) => {
      const to = this.node()
      this.arc(at, characters, to)
      return to
    }, from)
  }

  /** A word; words that begin alike at the same node share their beginnings. */
  word(from: number, word: string): number {
    let at = from
    for (const character of word) {
      const key = `${at} ${character}`
      let to = this.#known.get(key)
      if (to === undefined) {
        to = this.run(at, character)
        this.#known.set(key, to)
      }
      at = to
    }
    return at
  }

  /** Goes on at `to` after a word that began at `from`. */
  wordTo(from: number, word: string, to: number): void {
    const characters = [...word]
    const before = this.word(from, characters.slice(0, -1).join(''))
    this.arc(before, characters.slice(-1), to)
  }

  build(ends: readonly number[]): Automaton {
    return { nodes: this.#nodes, arcs: this.#arcs, ends }
  }
}

/** Nothing but this text. */
export function textAlone(text: string): Automaton {
  const parts = new AutomatonBuilder()
  return parts.build([parts.word(0, text)])
}
