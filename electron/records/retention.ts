import type { PurgeView } from '../../core/ipc/held.ts'
import type { KeepDays } from '../../core/settings/settings.ts'
import type { Purge } from './purge.ts'

/** Records older than a number of days, and their deletion; 0: they are kept until somebody deletes them. */
export interface Retention {
  /** What a purge would take now. */
  preview(days: KeepDays): PurgeView
  /** Takes it; returns what it was. */
  purge(days: KeepDays): Promise<PurgeView>
}

const day = 86_400_000
const nothing: PurgeView = { count: 0, oldest: '', newest: '' }

export function createRetention(purge: Purge, now: () => Date): Retention {
  const tooOld = (days: KeepDays): string => new Date(now().getTime() - days * day).toISOString()
  return {
    preview: (days) => (days === 0 ? nothing : purge.preview(tooOld(days))),
    purge: async (days) => (days === 0 ? nothing : purge.carryOut(tooOld(days))),
  }
}

/**
 * Takes steps now and then once a day, one after the other, also where one before failed.
 * @returns how to stop: no further step is begun; resolves when the one under way has ended
 */
export function daily(
  steps: readonly (() => Promise<unknown>)[],
  onError: (error: unknown) => void,
): () => Promise<void> {
  let isStopped = false
  const round = async (): Promise<void> => {
    for (const step of steps) {
      if (isStopped) return
      await step().catch(onError)
    }
  }
  let last = round()
  const timer = setInterval(() => {
    last = last.then(round)
  }, day)
  timer.unref()
  return () => {
    isStopped = true
    clearInterval(timer)
    return last
  }
}
