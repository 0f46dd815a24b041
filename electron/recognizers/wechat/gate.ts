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
  /** Waits while nothing may leave; then undefined, or the failure in which the call ends, such as that of the day. */
  pass(signal: AbortSignal): Promise<Failure | undefined>
  /** Whether what has passed may still leave: since then an answer may have been lost, or the account changed. */
  isOpen(): boolean
  /**
   * Whether the call that failed may go again, when the gate lets it.
   * @param times how often it already went again by this rule
   */
  follow(rule: RetryRule, times: number, failure: Failure): boolean
  /** An answer was lost: nothing more leaves until WeChat is seen to answer. */
  doubt(failure: Failure): void
  /**
   * The calls of this day in China are used up: waits for the next, holding back nobody who has a call; then undefined,
   * or the failure in which the call ends.
   */
  nextDay(failure: Failure, signal: AbortSignal): Promise<Failure | undefined>
  /** There is a call again for who waits for the next day. */
  freeCall(): void
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
/** So often a call fails to connect although WeChat answers before it is clear that it is not for want of a network. */
const mostReached = 5
const minute = 60_000
/** After a minute's end the calls do not all come in its first moment. */
const spread = 5_000

interface Held {
  readonly hold: Hold
  readonly end: AbortController
  isTold: boolean
  over: Promise<void>
}

export function createGate(parts: GateParts): Gate {
  const { wait, random, now, probe, whenStopped, onHold } = parts
  let held: Held | undefined
  let waiting = 0
  let spent: Held | undefined
  let waitingForDay = 0
  let told: Hold | null = null
  /** What ended all calls for good. */
  let ended: Hold | undefined
  let doubted: Failure | undefined
  let shut: Failure | undefined
  let dayEnded: { readonly day: string; readonly failure: Failure } | undefined

  /** Why no call leaves on this day in China any more. */
  const endOfDay = (): Failure | undefined =>
    dayEnded?.day === chinaDay(now()) ? dayEnded.failure : undefined

  function tell(): void {
    const standing = [held, spent].find((one) => one?.isTold === true)?.hold
    const next = ended ?? standing ?? null
    if (next === told) return
    told = next
    onHold(next)
  }

  function start(
    hold: Hold,
    lasts: (signal: AbortSignal, tellNow: () => void) => Promise<void>,
    onEnd: (mine: Held) => void,
  ): Held {
    const end = new AbortController()
    const mine: Held = { hold, end, isTold: false, over: Promise.resolve() }
    const tellNow = (): void => {
      mine.isTold = true
      tell()
    }
    // What lasts tells of itself only once the hold stands.
    mine.over = Promise.resolve()
      .then(() => lasts(end.signal, tellNow))
      .then(() => onEnd(mine))
    return mine
  }

  function keep(
    hold: Hold,
    lasts: (signal: AbortSignal, tellNow: () => void) => Promise<void>,
  ): boolean {
    if (shut !== undefined) return true
    if (held !== undefined && (hold.kind !== 'stopped' || held.hold.kind === 'stopped')) return true
    held?.end.abort()
    held = start(hold, lasts, (mine) => {
      if (held !== mine) return
      held = undefined
      tell()
    })
    return true
  }

  const pauseFor = (ms: number, failure: Failure): boolean =>
    keep({ kind: 'pause', failure }, (signal, tellNow) => {
      tellNow()
      return wait(ms, signal)
    })

  const pauseAt = (times: number, failure: Failure): boolean => {
    const pause = pauses[times]
    return pause !== undefined && pauseFor(pause * (1 + random() / 2), failure)
  }

  const untilReached = (failure: Failure, look: Probe, first: number): boolean =>
    keep({ kind: 'unreachable', failure }, async (signal, tellNow) => {
      for (let times = first; !signal.aborted; times += 1) {
        const pause = looks[Math.min(times, looks.length - 1)] ?? 0
        await wait(pause * (1 + random() / 2), signal)
        if (await look(signal)) return
        tellNow()
      }
    })

  const stop = (failure: Failure): boolean => {
    if (whenStopped === 'fail') {
      if (shut !== undefined) return false
      shut = failure
      ended = { kind: 'stopped', failure }
      tell()
      endAll()
      return false
    }
    return keep({ kind: 'stopped', failure }, (signal, tellNow) => {
      tellNow()
      return aborted(signal)
    })
  }

  const endAll = (): void => {
    held?.end.abort()
    spent?.end.abort()
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

  const untilNextDay = (failure: Failure): Held =>
    start(
      { kind: 'spent', failure },
      async (signal, tellNow) => {
        tellNow()
        const day = chinaDay(now())
        // A computer that sleeps over midnight counts no time: look again and again.
        while (!signal.aborted && chinaDay(now()) === day) await wait(minute, signal)
      },
      () => {
        spent = undefined
        tell()
      },
    )

  return {
    async pass(signal) {
      for (;;) {
        if (signal.aborted) return cancelled
        const over = shut ?? endOfDay()
        if (over !== undefined) return over
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
          if (probe === undefined) return pauseAt(times, failure)
          return times < mostReached ? untilReached(failure, probe, times + 1) : stop(failure)
        case 'stop':
          return stop(failure)
        case 'tomorrow':
          dayEnded = { day: chinaDay(now()), failure }
          return false
        case 'no':
          return false
        default:
          return unreachable(rule)
      }
    },
    doubt(failure) {
      doubted = failure
    },
    isOpen: () => [shut, endOfDay(), held, doubted].every((one) => one === undefined),
    async nextDay(failure, signal) {
      if (shut !== undefined) return shut
      if (signal.aborted) return cancelled
      spent ??= untilNextDay(failure)
      waitingForDay += 1
      await unlessAborted(spent.over, signal)
      waitingForDay -= 1
      if (waitingForDay === 0) spent?.end.abort()
      return signal.aborted ? cancelled : shut
    },
    freeCall: () => spent?.end.abort(),
    again() {
      dayEnded = undefined
      endAll()
    },
    close() {
      shut = cancelled
      endAll()
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
