import type { DeskChange, DeskSnapshot, ExportOutcome, Refusal } from '../core/ipc/contract.ts'
import { type Job, recordIdOf } from '../core/jobs/job.ts'
import type { FieldName } from '../core/license/field.ts'
import type { Failure } from '../core/license/failure.ts'
import type { Decision, LicenseRecord, Source } from '../core/license/record.ts'
import { fail, type Result } from '../core/result.ts'
import type { Language } from '../core/settings/settings.ts'
import { createChanges } from './changes.ts'
import { exportCsv } from './export/export-csv.ts'
import { type Arrival, type IntakeProgress, takeIn } from './intake/intake.ts'
import { Queue } from './jobs/queue.ts'
import type { Preview } from './recognizers/offline/offline.ts'
import type { Recognizer } from './recognizers/recognizer.ts'
import type { JobStore, RecordStore } from './store/stores.ts'

export interface DeskParts {
  readonly jobs: JobStore
  readonly records: RecordStore
  /** Asked for each image as its turn comes. */
  readonly recognizer: () => Recognizer
  /** Whether addresses on the web can be read now. */
  readonly takesAddresses: () => boolean
  /** How many images are read at once, at most; asked again whenever one could start. */
  readonly concurrency: () => number
  readonly preview: Preview
  readonly now: () => Date
  readonly newId: () => string
}

/** What became of one intake. */
export interface Intake {
  readonly accepted: number
  readonly refused: Refusal[]
  /** The ids of the accepted and the refused, in order of arrival. */
  readonly inOrder: readonly (string | Refusal)[]
}

/** The desk: files come in, records come out; the same for the window and the command line. */
export interface Desk {
  snapshot(): DeskSnapshot
  /** Tells what changed, at most every 50 ms; returns its unsubscribe. */
  onChange(listener: (change: DeskChange) => void): () => void
  /** One intake after the other; files that can be read are queued when all were looked at. */
  add(paths: readonly string[], onProgress?: (progress: IntakeProgress) => void): Promise<Intake>
  cancel(ids?: readonly string[]): void
  retry(ids?: readonly string[]): void
  /** Confirms or corrects a field; nothing when there is no such record. */
  decide(recordId: string, field: FieldName, value: string): LicenseRecord | undefined
  /** Takes a decision back. */
  revert(recordId: string, field: FieldName): LicenseRecord | undefined
  remove(jobIds: readonly string[]): void
  /** Without ids: all records, in the order of arrival of their images. */
  exportCsv(wish: {
    path: string
    recordIds?: readonly string[]
    headings: Language
  }): Promise<ExportOutcome>
  preview(
    jobId: string,
    longSide: number,
    signal: AbortSignal,
  ): Promise<Result<Uint8Array, Failure>>
  /** Resolves when nothing waits and nothing runs. */
  idle(): Promise<void>
  /** Starts nothing more and waits for what is being read; to be quick, cancel first. */
  close(): Promise<void>
}

export function createDesk(parts: DeskParts): Desk {
  const { jobs, records, now } = parts
  const changes = createChanges()
  const queue = new Queue({
    ...parts,
    onJob: changes.job,
    onRecord: changes.record,
  })

  let lastIntake: Promise<unknown> = Promise.resolve()
  const takeNext = async (
    paths: readonly string[],
    onProgress?: (progress: IntakeProgress) => void,
  ): Promise<Intake> => {
    const known = new Set(jobs.all().map(({ source }) => source.path))
    const isKnown = (path: string): boolean => known.has(path)
    const options = { isKnown, takesAddresses: parts.takesAddresses() }
    const arrivals = await takeIn(paths, onProgress ? { ...options, onProgress } : options)
    return intakeOf(arrivals, queue.add(arrivals.flatMap(sourceOf)))
  }

  const keepRecord = (record: LicenseRecord): LicenseRecord => {
    records.put(record)
    changes.record(record)
    return record
  }

  const recordsInOrder = (): LicenseRecord[] =>
    jobs.all().flatMap((job) => recordOf(job, records) ?? [])

  return {
    snapshot: () => ({
      version: changes.version(),
      jobs: [...jobs.all()],
      records: [...records.all()],
    }),
    onChange: changes.listen,
    add(paths, onProgress) {
      const intake = lastIntake.then(() => takeNext(paths, onProgress))
      lastIntake = intake.catch(() => undefined)
      return intake
    },
    cancel: (ids) => queue.cancel(ids),
    retry: (ids) => queue.retry(ids),
    decide(recordId, field, value) {
      const record = records.get(recordId)
      if (record === undefined) return undefined
      const asRead = record.reading.fields[field].value === value
      const decision: Decision = { kind: asRead ? 'confirmed' : 'corrected', value }
      return keepRecord({ ...record, decisions: { ...record.decisions, [field]: decision } })
    },
    revert(recordId, field) {
      const record = records.get(recordId)
      if (record === undefined) return undefined
      const { [field]: _taken, ...decisions } = record.decisions
      return keepRecord({ ...record, decisions })
    },
    remove(jobIds) {
      queue.cancel(jobIds)
      for (const id of jobIds) {
        const job = jobs.get(id)
        if (job === undefined) continue
        const recordId = recordIdOf(job.state)
        if (recordId !== undefined) records.remove(recordId)
        jobs.remove(id)
        changes.removed(job)
      }
    },
    exportCsv({ path, recordIds, headings }) {
      const wanted = recordIds && new Set(recordIds)
      const chosen = recordsInOrder().filter(({ id }) => wanted?.has(id) ?? true)
      return exportCsv({ path, records: chosen, headings, now: now() })
    },
    preview(jobId, longSide, signal) {
      const source = jobs.get(jobId)?.source
      if (source !== undefined) return parts.preview(source, longSide, signal)
      return Promise.resolve(fail({ kind: 'missing', message: 'no such image on the list' }))
    },
    idle: () => queue.idle(),
    async close() {
      await queue.drain()
      changes.flush()
    },
  }
}

const recordOf = ({ state }: Job, records: RecordStore): LicenseRecord | undefined => {
  const recordId = recordIdOf(state)
  return recordId === undefined ? undefined : records.get(recordId)
}

const sourceOf = (arrival: Arrival): readonly Source[] =>
  arrival.kind === 'accepted' ? [arrival.source] : []

/** @param queued the jobs of the accepted ones, in the same order */
function intakeOf(arrivals: readonly Arrival[], queued: readonly Job[]): Intake {
  const refused: Refusal[] = []
  const inOrder: (string | Refusal)[] = []
  const jobs = queued.values()
  for (const arrival of arrivals) {
    if (arrival.kind === 'refused') {
      refused.push(arrival.refusal)
      inOrder.push(arrival.refusal)
    } else {
      const { value: job } = jobs.next()
      if (job !== undefined) inOrder.push(job.id)
    }
  }
  return { accepted: queued.length, refused, inOrder }
}
