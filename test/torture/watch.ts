import { watch } from 'node:fs'
import { setTimeout as pass } from 'node:timers/promises'
import type { Trigger } from './plan.ts'

/** Where the program can be seen from outside. */
export interface Sights {
  readonly dataFolder: string
  readonly tableFolder: string
  /** Hears of every image that comes to WeChat; returns its unsubscribe. */
  readonly onCall: Subscribe
}

type Subscribe = (listener: () => void) => () => void

/** What a run takes that nobody kills. */
export interface Usual {
  readonly ms: number
  /** How often something changes in the data folder. */
  readonly changes: number
}

/** Acts when the moment has come; never when what it waits for does not happen, or when the signal is aborted. */
export async function atMoment(
  trigger: Trigger,
  usual: Usual,
  sights: Sights,
  signal: AbortSignal,
  act: () => void,
): Promise<void> {
  const ms = trigger.kind === 'time' ? trigger.share * usual.ms : trigger.ms
  switch (trigger.kind) {
    case 'time':
      break
    case 'call':
      await nthTime(trigger.nth, sights.onCall, signal)
      break
    case 'store':
      await nthTime(Math.ceil(trigger.share * usual.changes), changesIn(sights.dataFolder), signal)
      break
    case 'export':
      await nthTime(trigger.nth, changesIn(sights.tableFolder), signal)
  }
  if (ms > 0) await pass(ms, undefined, { signal }).catch(() => undefined)
  if (!signal.aborted) act()
}

export const changesIn =
  (folder: string): Subscribe =>
  (listener) => {
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
