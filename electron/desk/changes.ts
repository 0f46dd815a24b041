import type { DeskChange, Pause } from '../../core/ipc/contract.ts'
import { type Job, recordIdsOf } from '../../core/jobs/job.ts'
import type { LicenseRecord } from '../../core/license/record.ts'

/** Gathers what changed on the desk and tells it in one piece. */
export interface Changes {
  readonly version: () => number
  readonly job: (job: Job) => void
  readonly record: (record: LicenseRecord) => void
  readonly removed: (job: Job) => void
  /** Some of a job's records are on the list no more: the job is told as it stands now. */
  readonly parted: (job: Job, recordIds: readonly string[]) => void
  readonly pause: (pause: Pause) => void
  /** Returns its unsubscribe. */
  readonly listen: (listener: (change: DeskChange) => void) => () => void
  /** Tells at once what has gathered. */
  readonly flush: () => void
}

/** Milliseconds between two changes that are told; after a calm one is told at once. */
const gap = 50

export function createChanges(): Changes {
  const listeners = new Set<(change: DeskChange) => void>()
  const jobs = new Map<string, Job>()
  const records = new Map<string, LicenseRecord>()
  const removed = new Set<string>()
  let pause: Pause = 'none'
  let version = 0
  let timer: NodeJS.Timeout | undefined
  let lastTold = -gap

  const tell = (): void => {
    timer = undefined
    lastTold = performance.now()
    version += 1
    const change: DeskChange = {
      version,
      jobs: [...jobs.values()],
      records: [...records.values()],
      removedJobIds: [...removed],
      pause,
    }
    jobs.clear()
    records.clear()
    removed.clear()
    for (const listener of listeners) listener(change)
  }
  const soon = (): void => {
    timer ??= setTimeout(tell, Math.max(0, lastTold + gap - performance.now()))
  }

  return {
    version: () => version,
    job: (job) => {
      jobs.set(job.id, job)
      soon()
    },
    record: (record) => {
      records.set(record.id, record)
      soon()
    },
    removed: ({ id, state }) => {
      jobs.delete(id)
      for (const recordId of recordIdsOf(state)) records.delete(recordId)
      removed.add(id)
      soon()
    },
    parted: (job, recordIds) => {
      for (const recordId of recordIds) records.delete(recordId)
      jobs.set(job.id, job)
      soon()
    },
    pause: (now) => {
      pause = now
      soon()
    },
    listen: (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    flush: () => {
      if (timer === undefined) return
      clearTimeout(timer)
      tell()
    },
  }
}
