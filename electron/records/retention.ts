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

/** Purges now and then once a day, as long as it is set; returns how to stop. */
export function purgeDaily(
  purge: () => Promise<unknown>,
  onError: (error: unknown) => void,
): () => void {
  const go = (): void => void purge().catch(onError)
  go()
  const timer = setInterval(go, day)
  timer.unref()
  return () => clearInterval(timer)
}
