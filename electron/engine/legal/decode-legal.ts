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

/** An automaton as the decoder walks through it: arcs in columns, each character a number. */
interface Table {
  readonly from: Int32Array
  readonly to: Int32Array
  /** Of each arc, the number of its character. */
  readonly symbolOf: Int32Array
  readonly symbols: readonly string[]
}

const tables = new WeakMap<Automaton, Table>()

function tableOf(automaton: Automaton): Table {
  const known = tables.get(automaton)
  if (known !== undefined) return known
  const { arcs } = automaton
  const symbols = [...new Set(arcs.map(({ character }) => character))]
  const numberOf = new Map(symbols.map((symbol, index) => [symbol, index]))
  const table = {
    from: Int32Array.from(arcs, ({ from }) => from),
    to: Int32Array.from(arcs, ({ to }) => to),
    symbolOf: Int32Array.from(arcs, ({ character }) => numberOf.get(character) ?? 0),
    symbols,
  }
  tables.set(automaton, table)
  return table
}

/**
 * The best path through steps × (arcs and nodes): at an arc its character is being seen, at a node a blank after it.
 * Entering an arc is noted, so that the path can be followed back.
 */
class Decoder {
  readonly #automaton: Automaton
  readonly #table: Table
  readonly #line: LineScores
  /** Of each step, how likely each symbol is, as logs. */
  readonly #logs: Float64Array

  constructor(automaton: Automaton, line: LineScores) {
    this.#automaton = automaton
    this.#table = tableOf(automaton)
    this.#line = line
    this.#logs = logsOf(this.#table.symbols, line)
  }

  best(): LegalReading {
    const { nodes, ends } = this.#automaton
    const { from, symbolOf, symbols } = this.#table
    const { steps, likely, columnOf } = this.#line
    const arcs = from.length
    const blankColumn = columnOf.get('') ?? 0
    const logs = this.#logs
    let seeing = new Float64Array(arcs).fill(-Infinity)
    let entered = new Int32Array(arcs).fill(-1)
    let sawBefore = seeing.slice()
    let enteredBefore = entered.slice()
    let resting = new Float64Array(nodes).fill(-Infinity)
    let restingFrom = new Int32Array(nodes).fill(-1)
    let restedBefore = resting.slice()
    let restedFrom = restingFrom.slice()
    // The best arc that leads to a node, and the best one with another character.
    const first = new Int32Array(nodes).fill(-1)
    const second = new Int32Array(nodes).fill(-1)
    const entries = new Entries()
    const { around, after } = this.#around()
    let bestEnd = { score: -Infinity, entry: -1 }
    resting[0] = 0
    for (let step = 0; step < steps; step++) {
      const blank = Math.log(Math.max(leastLikely, likely[step * columnOf.size + blankColumn]!))
      ;[seeing, sawBefore] = [sawBefore, seeing]
      ;[entered, enteredBefore] = [enteredBefore, entered]
      ;[resting, restedBefore] = [restedBefore, resting]
      ;[restingFrom, restedFrom] = [restedFrom, restingFrom]
      for (let arc = 0; arc < arcs; arc++) {
        const start = from[arc]!
        const symbol = symbolOf[arc]!
        const saw = sawBefore[arc]!
        let score = restedBefore[start]!
        let previous = restedFrom[start]!
        // A character twice in a row needs a blank between.
        const best = first[start]!
        const into = best >= 0 && symbolOf[best] === symbol ? second[start]! : best
        if (into >= 0 && sawBefore[into]! > score) {
          score = sawBefore[into]!
          previous = enteredBefore[into]!
        }
        if (score > saw) {
          seeing[arc] = score + logs[step * symbols.length + symbol]!
          entered[arc] = entries.add(arc, step, previous)
        } else {
          seeing[arc] = saw + logs[step * symbols.length + symbol]!
          entered[arc] = enteredBefore[arc]!
        }
      }
      resting[0] = around[step + 1]!
      restingFrom[0] = restedFrom[0]!
      for (let node = 1; node < nodes; node++) {
        const into = first[node]!
        const isSeen = into >= 0 && sawBefore[into]! > restedBefore[node]!
        resting[node] = (isSeen ? sawBefore[into]! : restedBefore[node]!) + blank
        restingFrom[node] = isSeen ? enteredBefore[into]! : restedFrom[node]!
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
    const { to, symbolOf } = this.#table
    for (let arc = 0; arc < to.length; arc++) {
      const score = seeing[arc]!
      if (score === -Infinity) continue
      const node = to[arc]!
      const best = first[node]!
      if (best < 0 || score > seeing[best]!) {
        if (best >= 0 && symbolOf[best] !== symbolOf[arc]) second[node] = best
        first[node] = arc
      } else if (symbolOf[best] !== symbolOf[arc]) {
        const next = second[node]!
        if (next < 0 || score > seeing[next]!) second[node] = arc
      }
    }
  }

  #follow(entries: Entries, last: number, score: number): LegalReading {
    const { symbolOf, symbols } = this.#table
    const path = entries.pathTo(last)
    const characters = path.map(({ arc, step }, index) => {
      const symbol = symbolOf[arc]!
      const until = path[index + 1]?.step ?? this.#line.steps
      let most = -Infinity
      let at = step
      for (let s = step; s < until && s < step + longestRun; s++) {
        const log = this.#logs[s * symbols.length + symbol]!
        if (log > most) {
          most = log
          at = s
        }
      }
      return {
        text: symbols[symbol] ?? '',
        confidence: Math.exp(most),
        at: (at + 0.5) / this.#line.steps,
      }
    })
    return { text: characters.map(({ text }) => text).join(''), characters, score }
  }
}

/** Of each step, how likely each symbol is, however it may look. */
function logsOf(symbols: readonly string[], { columnOf, likely, steps }: LineScores): Float64Array {
  const logs = new Float64Array(steps * symbols.length)
  symbols.forEach((symbol, number) => {
    const columns = (looksOf[symbol] ?? [symbol]).flatMap((look) => columnOf.get(look) ?? [])
    for (let step = 0; step < steps; step++) {
      let sum = leastLikely
      for (const column of columns) sum += likely[step * columnOf.size + column]!
      logs[step * symbols.length + number] = Math.log(Math.min(1, sum))
    }
  })
  return logs
}

/** A character is seen in so many steps at most. */
const longestRun = 6

interface Entry {
  readonly arc: number
  readonly step: number
}

/** Which arc was entered when, and after which other entry, -1 where it is the first: hundreds of thousands for a line. */
class Entries {
  readonly #arcs: number[] = []
  readonly #steps: number[] = []
  readonly #previous: number[] = []

  add(arc: number, step: number, previous: number): number {
    this.#arcs.push(arc)
    this.#steps.push(step)
    return this.#previous.push(previous) - 1
  }

  pathTo(last: number): Entry[] {
    const path: Entry[] = []
    for (let at = last; at >= 0; at = this.#previous[at]!)
      path.push({ arc: this.#arcs[at]!, step: this.#steps[at]! })
    return path.toReversed()
  }
}
