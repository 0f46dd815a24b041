import type { DeskChange, Pause } from '../../core/ipc/contract.ts'
import { isOver } from '../../core/jobs/step.ts'
import { isSecondPage, recordIdsOf } from '../../core/jobs/job.ts'
import type { LicenseRecord } from '../../core/license/record.ts'

/** What became of the images of a batch. */
export interface BatchEnd {
  /** Licenses that can be exported, and that somebody has to look at. */
  readonly ready: number
  readonly look: number
  /** Images of which nothing was read; those that were cancelled do not count, nor do second pages. */
  readonly failed: number
  readonly milliseconds: number
}

export interface BatchWatchParts {
  /** Part of the batch that is over, 0..1; null when nothing waits or runs. */
  readonly onProgress: (over: number | null, pause: Pause) => void
  readonly onEnd: (end: BatchEnd) => void
  /** Whether nobody has to look at the record. */
  readonly isReady: (record: LicenseRecord) => boolean
  /** Milliseconds from any beginning. */
  readonly now: () => number
}

type Heard = Pick<DeskChange, 'jobs' | 'records' | 'removedJobIds' | 'pause'>

/** Follows what is on the list: a batch begins with the first image that waits, and ends when none does. */
export function createBatchWatch(parts: BatchWatchParts): (change: Heard) => void {
  const waiting = new Set<string>()
  const records = new Map<string, boolean>()
  let began = 0
  let over = 0
  let failed = 0
  let secondPages = 0

  const begin = (): void => {
    began = parts.now()
    over = 0
    failed = 0
    secondPages = 0
    records.clear()
  }
  const end = (): void => {
    const ready = [...records.values()].filter(Boolean).length
    const look = records.size - ready
    if (records.size + failed + secondPages > 0)
      parts.onEnd({ ready, look, failed, milliseconds: parts.now() - began })
  }

  return ({ jobs, records: changed, removedJobIds, pause }) => {
    const wasIdle = waiting.size === 0
    const known = new Map(changed.map((record) => [record.id, record]))
    for (const { id, state } of jobs) {
      if (!isOver(state)) {
        if (waiting.size === 0) begin()
        waiting.add(id)
        continue
      }
      if (!waiting.delete(id)) continue
      over += 1
      if (isSecondPage(state)) secondPages += 1
      else if (state.kind === 'failed' || state.kind === 'unknown') failed += 1
      for (const recordId of recordIdsOf(state)) {
        const record = known.get(recordId)
        if (record !== undefined) records.set(recordId, parts.isReady(record))
      }
    }
    for (const id of removedJobIds) waiting.delete(id)
    if (waiting.size > 0) parts.onProgress(over / (over + waiting.size), pause)
    else if (!wasIdle) {
      parts.onProgress(null, pause)
      end()
    }
  }
}
