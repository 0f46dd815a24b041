import type { LineScores } from '../words/line-scores.ts'
import type { Automaton } from './automaton.ts'

/** A character of a legal text as the network saw it. */
interface LegalCharacter {
  readonly text: string
  /** How likely it is where it was seen best, 0..1. */
  readonly confidence: number
  /** Where it was seen along the line: 0 = start, 1 = end. */
  readonly at: number
}

/** The likeliest text that may stand somewhere. */
export interface LegalReading {
  readonly text: string
  readonly characters: readonly LegalCharacter[]
  /** Natural logarithm of how likely the line says just this, with whatever stands around it at its price. */
  readonly score: number
}

/** What the network may have seen where a character is printed: a barred zero looks like a theta. */
const looksOf: Readonly<Record<string, readonly string[]>> = {
  '0': ['0', 'O', 'o', 'θ', 'Θ', 'Q', 'ø', 'Ø', '〇', 'D'],
  '1': ['1', 'l', 'I', '|', 'i', '丨'],
  '-': ['-', '一', '—', '–', '_', '－', '~', '―'],
  X: ['X', 'x', '×', 'Ⅹ'],
  C: ['C', 'c', '(', '（'],
}

/** Log of what a step costs beside its likeliest class that belongs to nothing legal. */
const stray = -2.2
const leastLikely = 1e-7

/** The likeliest text of an automaton on a line; an empty one with the score -Infinity where the line is too short. */
export function decodeLegal(automaton: Automaton, line: LineScores): LegalReading {
  return new Decoder(automaton, line).best()
}

/** Every way in which the characters of automata may look: what a line must tell of to be decoded by them. */
export const looksIn = (automata: readonly Automaton[]): ReadonlySet<string> =>
  new Set(
    automata.flatMap(({ arcs }) =>
      arcs.flatMap(({ character }) => looksOf[character] ?? [character]),
    ),
  )

const none: LegalReading = { text: '', characters: [], score: -Infinity }

/**
 * The best path through steps × (arcs and nodes): at an arc its character is being seen, at a node a blank after it.
 * Entering an arc is noted, so that the path can be followed back.
 */
class Decoder {
  readonly #automaton: Automaton
  readonly #line: LineScores
  readonly #symbols: readonly string[]
  readonly #symbolOf: Uint16Array
  /** Of each step, how likely each symbol is, as logs. */
  readonly #logs: readonly Float64Array[]

  constructor(automaton: Automaton, line: LineScores) {
    this.#automaton = automaton
    this.#line = line
    this.#symbols = [...new Set(automaton.arcs.map(({ character }) => character))]
    const numberOf = new Map(this.#symbols.map((symbol, index) => [symbol, index]))
    this.#symbolOf = Uint16Array.from(
      automaton.arcs,
      ({ character }) => numberOf.get(character) ?? 0,
    )
    const { columnOf, likely, steps } = line
    const columns = this.#symbols.map((symbol) =>
      (looksOf[symbol] ?? [symbol]).flatMap((look) => columnOf.get(look) ?? []),
    )
    this.#logs = Array.from({ length: steps }, (_, step) => {
      const from = step * columnOf.size
      return Float64Array.from(columns, (mine) => {
        let sum = leastLikely
        for (const one of mine) sum += likely[from + one]!
        return Math.log(Math.min(1, sum))
      })
    })
  }

  best(): LegalReading {
    const { arcs, nodes, ends } = this.#automaton
    const { steps, likely, columnOf } = this.#line
    const blankColumn = columnOf.get('') ?? 0
    const seeing = new Float64Array(arcs.length).fill(-Infinity)
    const entered = new Int32Array(arcs.length).fill(-1)
    const resting = new Float64Array(nodes).fill(-Infinity)
    const restingFrom = new Int32Array(nodes).fill(-1)
    // The best arc that leads to a node, and the best one with another character.
    const first = new Int32Array(nodes)
    const second = new Int32Array(nodes)
    const entries: Entry[] = []
    const { around, after } = this.#around()
    let bestEnd = { score: -Infinity, entry: -1 }
    resting[0] = 0
    for (let step = 0; step < steps; step++) {
      const logs = this.#logs[step]!
      const blank = Math.log(Math.max(leastLikely, likely[step * columnOf.size + blankColumn]!))
      this.#bestInto(seeing, first, second)
      const sawBefore = seeing.slice()
      const enteredBefore = entered.slice()
      const restedBefore = resting.slice()
      const restedFrom = restingFrom.slice()
      for (let arc = 0; arc < arcs.length; arc++) {
        const { from } = arcs[arc]!
        const symbol = this.#symbolOf[arc]!
        let score = restedBefore[from]!
        let previous = restedFrom[from]!
        const into = this.#other(symbol, first[from]!, second[from]!)
        if (into >= 0 && sawBefore[into]! > score) {
          score = sawBefore[into]!
          previous = enteredBefore[into]!
        }
        if (score > sawBefore[arc]!) {
          if (score === -Infinity) continue
          seeing[arc] = score + logs[symbol]!
          entered[arc] = entries.length
          entries.push({ arc, step, previous })
        } else seeing[arc] = sawBefore[arc]! + logs[symbol]!
      }
      resting[0] = around[step + 1]!
      for (let node = 1; node < nodes; node++) {
        const into = first[node]!
        let score = restedBefore[node]!
        if (into >= 0 && sawBefore[into]! > score) {
          score = sawBefore[into]!
          restingFrom[node] = enteredBefore[into]!
        }
        resting[node] = score + blank
      }
      this.#bestInto(seeing, first, second)
      for (const end of ends) {
        const into = first[end]!
        const [score, entry] =
          into >= 0 && seeing[into]! > resting[end]!
            ? [seeing[into]!, entered[into]!]
            : [resting[end]!, restingFrom[end]!]
        if (score + after[step + 1]! > bestEnd.score)
          bestEnd = { score: score + after[step + 1]!, entry }
      }
    }
    return bestEnd.entry < 0 ? none : this.#follow(entries, bestEnd.entry, bestEnd.score)
  }

  /** What it costs to pass over the first steps, and those from one on, as belonging to nothing legal. */
  #around(): { readonly around: Float64Array; readonly after: Float64Array } {
    const { candidates, steps } = this.#line
    const around = new Float64Array(steps + 1)
    const price = candidates.map(([best]) => {
      const most = Math.log(Math.max(best?.confidence ?? 0, leastLikely))
      return best?.class === 0 ? most : most + stray
    })
    for (let step = 0; step < steps; step++) around[step + 1] = around[step]! + price[step]!
    const after = new Float64Array(steps + 1)
    for (let step = steps - 1; step >= 0; step--) after[step] = after[step + 1]! + price[step]!
    return { around, after }
  }

  #bestInto(seeing: Float64Array, first: Int32Array, second: Int32Array): void {
    first.fill(-1)
    second.fill(-1)
    const { arcs } = this.#automaton
    for (let arc = 0; arc < arcs.length; arc++) {
      const { to } = arcs[arc]!
      const score = seeing[arc]!
      if (score === -Infinity) continue
      const best = first[to]!
      if (best < 0 || score > seeing[best]!) {
        if (best >= 0 && this.#symbolOf[best] !== this.#symbolOf[arc]) second[to] = best
        first[to] = arc
      } else if (this.#symbolOf[best] !== this.#symbolOf[arc]) {
        const next = second[to]!
        if (next < 0 || score > seeing[next]!) second[to] = arc
      }
    }
  }

  /** A character twice in a row needs a blank between. */
  #other(symbol: number, first: number, second: number): number {
    return first >= 0 && this.#symbolOf[first] === symbol ? second : first
  }

  #follow(entries: readonly Entry[], last: number, score: number): LegalReading {
    const path: Entry[] = []
    for (let at = last; at >= 0; at = entries[at]!.previous) path.push(entries[at]!)
    path.reverse()
    const characters = path.map(({ arc, step }, index) => {
      const symbol = this.#symbolOf[arc]!
      const until = path[index + 1]?.step ?? this.#line.steps
      let most = -Infinity
      let at = step
      for (let s = step; s < until && s < step + longestRun; s++) {
        const log = this.#logs[s]![symbol]!
        if (log > most) {
          most = log
          at = s
        }
      }
      return {
        text: this.#symbols[symbol] ?? '',
        confidence: Math.exp(most),
        at: (at + 0.5) / this.#line.steps,
      }
    })
    return { text: characters.map(({ text }) => text).join(''), characters, score }
  }
}

/** A character is seen in so many steps at most. */
const longestRun = 6

interface Entry {
  readonly arc: number
  readonly step: number
  /** The entry before it, -1 where it is the first. */
  readonly previous: number
}
