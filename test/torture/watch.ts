import { watch } from 'node:fs'
import { setTimeout as pass } from 'node:timers/promises'
import type { Trigger } from './plan.ts'

/** Where the program can be seen from outside. */
export interface Sights {
  readonly dataFolder: string
  readonly tableFolder: string
  /** Hears of every image that comes to WeChat; returns its unsubscribe. */
  readonly onCall: (listener: () => void) => () => void
}

/**
 * Resolves when the moment has come; never when what it waits for does not happen.
 * @param usual how many milliseconds such a run takes
 */
export async function moment(
  trigger: Trigger,
  usual: number,
  sights: Sights,
  signal: AbortSignal,
): Promise<void> {
  const ms = trigger.kind === 'time' ? trigger.share * usual : trigger.ms
  if (trigger.kind !== 'time') await nthTime(trigger.nth, subscribe(trigger.kind, sights), signal)
  if (ms > 0) await pass(ms, undefined, { signal }).catch(() => undefined)
}

type Subscribe = (listener: () => void) => () => void

const subscribe =
  (kind: Exclude<Trigger['kind'], 'time'>, sights: Sights): Subscribe =>
  (listener) => {
    if (kind === 'call') return sights.onCall(listener)
    const folder = kind === 'store' ? sights.dataFolder : sights.tableFolder
    const watcher = watch(folder, listener)
    return () => watcher.close()
  }

function nthTime(nth: number, listen: Subscribe, signal: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  let times = 0
  const stop = listen(() => {
    times += 1
    if (times === nth) resolve()
  })
  signal.addEventListener('abort', () => resolve(), { once: true })
  return promise.finally(stop)
}
