import type { Failure } from '../../../core/license/failure.ts'
import { chinaDay } from '../../../core/quota/quota.ts'
import { unreachable } from '../../../core/result.ts'
import type { RetryRule } from '../../../core/wechat/faults.ts'
import type { Hold } from '../../../core/wechat/hold.ts'
import { cancelled } from './failures.ts'
import type { Patience } from './patience.ts'
import type { Probe } from './probe.ts'

/** Through it goes every call of an account, so that what concerns the account holds all of them back. */
export interface Gate {
  /** Waits while nothing may leave; then undefined, or the failure in which the call ends. */
  pass(signal: AbortSignal): Promise<Failure | undefined>
  /**
   * Whether the call that failed may go again, when the gate lets it.
   * @param times how often it already went again by this rule
   */
  follow(rule: RetryRule, times: number, failure: Failure): boolean
  /** An answer was lost: nothing more leaves until WeChat is seen to answer. */
  doubt(failure: Failure): void
  /** The calls of this day in China are used up. */
  spend(failure: Failure): void
  /** A person wants it tried again now. */
  again(): void
  /** Everything that waits ends as cancelled, and nothing passes any more. */
  close(): void
}

export interface GateParts extends Patience {
  readonly now: () => Date
  /** Without it a call is repeated three times when WeChat is not reached, and then fails by itself. */
  readonly probe?: Probe
  /** What becomes of calls that only a person can help: they wait for one, or they fail and all others with them. */
  readonly whenStopped: 'wait' | 'fail'
  /** Null when the way is free again. */
  readonly onHold: (hold: Hold | null) => void
}

/** Before each further try, in milliseconds: as often as it is listed, and no more. */
const pauses = [1_000, 2_000, 4_000]
/** Between two looks whether WeChat answers. */
const looks = [0, 1_000, 2_000, 4_000, 8_000, 15_000, 30_000]
/** So often one image is refused for the minute's sake before it fails. */
const mostMinutes = 5
const minute = 60_000
/** After a minute's end the calls do not all come in its first moment. */
const spread = 5_000

interface Held {
  readonly hold: Hold
  readonly end: AbortController
  over: Promise<void>
}

export function createGate(parts: GateParts): Gate {
  const { wait, random, now, probe, whenStopped, onHold } = parts
  let held: Held | undefined
  let waiting = 0
  let doubted: Failure | undefined
  let shut: Failure | undefined

  function keep(
    hold: Hold,
    lasts: (signal: AbortSignal, tell: () => void) => Promise<void>,
  ): boolean {
    if (shut !== undefined) return true
    if (held !== undefined && (hold.kind !== 'stopped' || held.hold.kind === 'stopped')) return true
    held?.end.abort()
    const end = new AbortController()
    const mine: Held = { hold, end, over: Promise.resolve() }
    let isTold = false
    const tell = (): void => {
      if (held !== mine || isTold) return
      isTold = true
      onHold(hold)
    }
    held = mine
    const last = async (): Promise<void> => {
      await lasts(end.signal, tell)
      if (held !== mine) return
      held = undefined
      if (isTold) onHold(null)
    }
    mine.over = last()
    return true
  }

  const pauseFor = (ms: number, failure: Failure): boolean =>
    keep({ kind: 'pause', failure }, (signal, tell) => {
      tell()
      return wait(ms, signal)
    })

  const pauseAt = (times: number, failure: Failure): boolean => {
    const pause = pauses[times]
    return pause !== undefined && pauseFor(pause * (1 + random() / 2), failure)
  }

  const untilReached = (failure: Failure, look: Probe, first: number): boolean =>
    keep({ kind: 'unreachable', failure }, async (signal, tell) => {
      for (let times = first; !signal.aborted; times += 1) {
        const pause = looks[Math.min(times, looks.length - 1)] ?? 0
        await wait(pause * (1 + random() / 2), signal)
        if (await look(signal)) return
        tell()
      }
    })

  const stop = (failure: Failure): boolean => {
    if (whenStopped === 'fail') {
      if (shut === undefined) onHold({ kind: 'stopped', failure })
      shut ??= failure
      held?.end.abort()
      return false
    }
    return keep({ kind: 'stopped', failure }, (signal, tell) => {
      tell()
      return aborted(signal)
    })
  }

  const lookAgain = (failure: Failure): void => {
    doubted = undefined
    if (probe !== undefined) untilReached(failure, probe, 0)
  }

  /** Nobody waits any more: nothing is looked for or told that nobody wants to know. */
  const leave = (): void => {
    if (held === undefined || held.hold.kind === 'pause') return
    if (held.hold.kind === 'unreachable') doubted = held.hold.failure
    held.end.abort()
  }

  return {
    async pass(signal) {
      for (;;) {
        if (signal.aborted) return cancelled
        if (shut !== undefined) return shut
        if (held === undefined && doubted !== undefined) lookAgain(doubted)
        if (held === undefined) return undefined
        waiting += 1
        await unlessAborted(held.over, signal)
        waiting -= 1
        if (waiting === 0) leave()
      }
    },
    follow(rule, times, failure) {
      switch (rule) {
        case 'once':
          return times === 0
        case 'token':
          return times === 0 || stop(failure)
        case 'back-off':
          return pauseAt(times, failure)
        case 'next-minute':
          if (times >= mostMinutes) return false
          return pauseFor(minute - (now().getTime() % minute) + spread * random(), failure)
        case 'reachable':
          return probe === undefined
            ? pauseAt(times, failure)
            : untilReached(failure, probe, times + 1)
        case 'stop':
          return stop(failure)
        case 'tomorrow':
        case 'no':
          return false
        default:
          return unreachable(rule)
      }
    },
    doubt(failure) {
      doubted = failure
    },
    spend(failure) {
      const day = chinaDay(now())
      keep({ kind: 'spent', failure }, async (signal, tell) => {
        tell()
        // A computer that sleeps over midnight counts no time: look again and again.
        while (!signal.aborted && chinaDay(now()) === day) await wait(minute, signal)
      })
    },
    again: () => held?.end.abort(),
    close() {
      shut = cancelled
      held?.end.abort()
    },
  }
}

/** A gate of its own for what must neither wait for others nor hold them back. */
export const openGate = (patience: Patience): Gate =>
  createGate({ ...patience, now: () => new Date(), whenStopped: 'fail', onHold: () => {} })

const aborted = (signal: AbortSignal): Promise<void> => unlessAborted(new Promise(() => {}), signal)

/** Waits no longer than the signal lets it. */
async function unlessAborted(promise: Promise<void>, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return
  const { promise: left, resolve } = Promise.withResolvers<void>()
  const leave = (): void => resolve()
  signal.addEventListener('abort', leave)
  await Promise.race([promise, left]).finally(() => signal.removeEventListener('abort', leave))
}
