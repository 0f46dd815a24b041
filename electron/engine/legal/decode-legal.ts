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

/** How likely the best paths up to a step are, as logs, and by which entry each of them came there, -1 where by none. */
interface Front {
  /** Of those on which the character of an arc is being seen. */
  readonly seeing: Float64Array
  readonly entered: Int32Array
  /** Of those on which a blank is being seen at a node. */
  readonly resting: Float64Array
  readonly restingFrom: Int32Array
}

const frontOf = (arcs: number, nodes: number): Front => ({
  seeing: new Float64Array(arcs).fill(-Infinity),
  entered: new Int32Array(arcs).fill(-1),
  resting: new Float64Array(nodes).fill(-Infinity),
  restingFrom: new Int32Array(nodes).fill(-1),
})

/** Of every node the best arc that leads to it, and the best one with another character; -1 where there is none. */
interface Into {
  readonly first: Int32Array
  readonly second: Int32Array
}

/**
 * After which other entry each one came, -1 where it is the first: arc `a` is entered at step `s` by entry
 * `s` × arcs + `a`. Only what was entered is noted.
 */
let entries = new Int32Array(0)

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
    const { steps, likely, columnOf } = this.#line
    const arcs = this.#table.from.length
    const blankColumn = columnOf.get('') ?? 0
    if (entries.length < steps * arcs) entries = new Int32Array(steps * arcs)
    let front = frontOf(arcs, nodes)
    let before = frontOf(arcs, nodes)
    const into = { first: new Int32Array(nodes).fill(-1), second: new Int32Array(nodes).fill(-1) }
    const { around, after } = this.#around()
    let bestEnd: End = { score: -Infinity, entry: -1 }
    front.resting[0] = 0
    for (let step = 0; step < steps; step++) {
      const blank = Math.log(Math.max(leastLikely, likely[step * columnOf.size + blankColumn]!))
      ;[front, before] = [before, front]
      this.#see(step, before, into, front)
      rest(before, into, front, blank)
      front.resting[0] = around[step + 1]!
      front.restingFrom[0] = before.restingFrom[0]!
      this.#bestInto(front.seeing, into)
      bestEnd = likelierEnd(bestEnd, ends, front, into, after[step + 1]!)
    }
    return bestEnd.entry < 0 ? none : this.#follow(bestEnd.entry, bestEnd.score)
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

  /** Goes on to a step at which characters are seen: those that were seen before, or ones that begin. */
  #see(step: number, before: Front, { first, second }: Into, { seeing, entered }: Front): void {
    const { from, symbolOf, symbols } = this.#table
    const logs = this.#logs
    const [ownLogs, ownEntries] = [step * symbols.length, step * from.length]
    for (let arc = 0; arc < from.length; arc++) {
      const start = from[arc]!
      const symbol = symbolOf[arc]!
      const saw = before.seeing[arc]!
      let score = before.resting[start]!
      let previous = before.restingFrom[start]!
      // A character twice in a row needs a blank between.
      const best = first[start]!
      const into = best >= 0 && symbolOf[best] === symbol ? second[start]! : best
      if (into >= 0 && before.seeing[into]! > score) {
        score = before.seeing[into]!
        previous = before.entered[into]!
      }
      if (score > saw) {
        seeing[arc] = score + logs[ownLogs + symbol]!
        entered[arc] = ownEntries + arc
        entries[ownEntries + arc] = previous
      } else {
        seeing[arc] = saw + logs[ownLogs + symbol]!
        entered[arc] = before.entered[arc]!
      }
    }
  }

  #bestInto(seeing: Float64Array, { first, second }: Into): void {
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

  #follow(last: number, score: number): LegalReading {
    const { from, symbolOf, symbols } = this.#table
    const path: { readonly arc: number; readonly step: number }[] = []
    for (let entry = last; entry >= 0; entry = entries[entry]!)
      path.unshift({ arc: entry % from.length, step: Math.floor(entry / from.length) })
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

/** Goes on to a step at which a blank is seen. */
function rest(
  before: Front,
  { first }: Into,
  { resting, restingFrom }: Front,
  blank: number,
): void {
  for (let node = 1; node < resting.length; node++) {
    const into = first[node]!
    const isSeen = into >= 0 && before.seeing[into]! > before.resting[node]!
    resting[node] = (isSeen ? before.seeing[into]! : before.resting[node]!) + blank
    restingFrom[node] = isSeen ? before.entered[into]! : before.restingFrom[node]!
  }
}

interface End {
  readonly score: number
  readonly entry: number
}

/** The likeliest of a known end and those at which a text may end now, at the price of what is behind. */
function likelierEnd(
  known: End,
  ends: readonly number[],
  { seeing, entered, resting, restingFrom }: Front,
  { first }: Into,
  price: number,
): End {
  let { score, entry } = known
  for (const end of ends) {
    const into = first[end]!
    const isSeen = into >= 0 && seeing[into]! > resting[end]!
    const own = (isSeen ? seeing[into]! : resting[end]!) + price
    if (own > score) {
      score = own
      entry = isSeen ? entered[into]! : restingFrom[end]!
    }
  }
  return { score, entry }
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
