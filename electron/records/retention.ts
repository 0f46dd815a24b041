import type { PurgeView } from '../../core/ipc/held.ts'
import type { KeepDays } from '../../core/settings/settings.ts'
import type { RecordStore } from '../store/stores.ts'
import type { Deletion } from './deletion.ts'

export interface RetentionParts {
  readonly records: Pick<RecordStore, 'find'>
  readonly deletion: Deletion
  readonly now: () => Date
}

/** Records older than a number of days: what they are, and their deletion. */
export interface Retention {
  /** What a purge would take now. */
  preview(days: KeepDays): PurgeView
  /** Takes it; returns what it was. */
  purge(days: KeepDays): Promise<PurgeView>
}

const day = 86_400_000
const nothing: PurgeView = { count: 0, oldest: '', newest: '' }

export function createRetention({ records, deletion, now }: RetentionParts): Retention {
  const tooOld = (days: KeepDays): string => new Date(now().getTime() - days * day).toISOString()
  const preview = (days: KeepDays): PurgeView => {
    if (days === 0) return nothing
    const readBefore = tooOld(days)
    const { total, matches } = records.find({ readBefore, limit: 1 })
    if (total === 0) return nothing
    const last = records.find({ readBefore, offset: total - 1, limit: 1 }).matches
    return { count: total, newest: matches[0]?.readAt ?? '', oldest: last[0]?.readAt ?? '' }
  }
  return {
    preview,
    async purge(days) {
      const going = preview(days)
      if (going.count === 0) return nothing
      const { matches } = records.find({ readBefore: tooOld(days) })
      const ids = matches.map(({ id }) => id)
      await deletion(ids, { act: 'records-purged' })
      return going
    },
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
