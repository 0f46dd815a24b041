import type { Fault } from '../fakes/wechat/faults.ts'
import type { Random } from '../fixtures/cards/random.ts'

/** What the program is asked to do, as on a command line. */
export type Act =
  | { readonly kind: 'scan'; readonly engine: ReadingWay; readonly images: number }
  | { readonly kind: 'resume'; readonly engine: ReadingWay }
  | { readonly kind: 'export' }

export type ReadingWay = 'wechat-upload' | 'auto' | 'offline'

/** When to kill: `ms` after something that is seen from outside. */
export type Trigger =
  /** After this share of the time that a run usually takes. */
  | { readonly kind: 'time'; readonly share: number }
  /** The image that came to WeChat as the nth. */
  | { readonly kind: 'call'; readonly nth: number; readonly ms: number }
  /** After this share of the changes in the data folder that a run usually makes. */
  | { readonly kind: 'store'; readonly share: number; readonly ms: number }
  /** The nth change in the folder of the table. */
  | { readonly kind: 'export'; readonly nth: number; readonly ms: number }

export interface Plan {
  readonly act: Act
  readonly trigger: Trigger
  /** Whether the engine's process dies with the program, as in a power cut. */
  readonly killsAll: boolean
  /** What goes wrong with the calls, in order; a call without a fault is answered at once. */
  readonly faults: readonly Fault[]
  readonly concurrency: number
}

/** @param canScan whether the folder still takes more images */
export function planRound(random: Random, canScan: boolean): Plan {
  const act = pickAct(random, canScan)
  const faults = Array.from({ length: 8 }, () => pickFault(random))
  return {
    act,
    trigger: pickTrigger(random, act, faults),
    killsAll: random.chance(0.85),
    faults,
    concurrency: random.pick([1, 2, 2, 4]),
  }
}

function pickAct(random: Random, canScan: boolean): Act {
  const engine = random.chance(0.96) ? 'wechat-upload' : random.pick(['auto', 'offline'] as const)
  const value = random.next()
  if (value < 0.08) return { kind: 'export' }
  if (value < 0.3 || !canScan) return { kind: 'resume', engine }
  return { kind: 'scan', engine, images: engine === 'wechat-upload' ? random.integer(1, 5) : 1 }
}

function pickTrigger(random: Random, act: Act, faults: readonly Fault[]): Trigger {
  const anyTime = { kind: 'time', share: random.next() } as const
  if (act.kind === 'export') return random.chance(0.7) ? whileWriting(random) : anyTime
  const value = random.next()
  const nth = act.kind === 'scan' ? random.integer(1, act.images) : 1
  const fault = faults[nth - 1]
  if (value < 0.2) return { kind: 'call', nth, ms: soon(random, 150) }
  if (value < 0.45 && fault?.kind === 'delay')
    return { kind: 'call', nth, ms: fault.ms + soon(random, 30) }
  if (value < 0.75) return { kind: 'store', share: random.next(), ms: soon(random, 20) }
  return value < 0.85 ? whileWriting(random) : anyTime
}

/** Rather soon than late, in whole milliseconds. */
const soon = (random: Random, most: number): number => Math.floor(most * random.next() ** 2)

/** A moment at which the table is being written, or was just put in its place. */
export const whileWriting = (random: Random): Trigger => ({
  kind: 'export',
  nth: random.integer(1, 5),
  ms: soon(random, 12),
})

function pickFault(random: Random): Fault {
  const value = random.next()
  if (value < 0.7) return { kind: 'delay', ms: random.integer(1, 120) }
  return random.pick<Fault>([
    { kind: 'delay', ms: 400 },
    { kind: 'drip', bytesPerChunk: 40, ms: 10 },
    { kind: 'reset-before-read' },
    { kind: 'reset-after-upload' },
    { kind: 'truncated' },
    { kind: 'html', status: 200 },
    { kind: 'status', status: 503 },
    { kind: 'errcode', errcode: 101001, errmsg: 'not find card' },
    { kind: 'errcode', errcode: 40001, errmsg: 'invalid credential' },
    { kind: 'revoke-token' },
    { kind: 'text-plain' },
  ])
}
