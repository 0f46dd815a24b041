import { hash } from 'node:crypto'
import type { DeskChange, DeskSnapshot, ExportOutcome, Refusal } from '../../core/ipc/contract.ts'
import type { AuditAct } from '../../core/audit/entry.ts'
import { type Job, recordIdsOf } from '../../core/jobs/job.ts'
import type { FieldName } from '../../core/license/field.ts'
import {
  type Failure,
  type FailureKind,
  fileFaults,
  pictureFaults,
} from '../../core/license/failure.ts'
import {
  type Decision,
  imageOf,
  keptIdOf,
  keptPath,
  type LicenseRecord,
  type Source,
} from '../../core/license/record.ts'
import { fail, type Result } from '../../core/result.ts'
import type { Language } from '../../core/settings/settings.ts'
import { createChanges } from './changes.ts'
import { exportCsv } from '../export/export-csv.ts'
import { inGrowingGroups } from '../intake/groups.ts'
import {
  type Arrival,
  type IntakeProgress,
  lookAtBytes,
  placeOf,
  takeIn,
} from '../intake/intake.ts'
import { contentHash } from '../intake/content-hash.ts'
import { refuse } from '../intake/refuse.ts'
import { imagesOnlyOf } from '../jobs/images-only-of.ts'
import { Queue } from '../jobs/queue.ts'
import { recordsOf } from '../jobs/records-of.ts'
import { jobIdsOf, type Named, namedBy, takeOff, takeOffNamed } from '../jobs/take-off.ts'
import { withMembers } from '../records/family.ts'
import { figuresOf } from '../records/figures.ts'
import { createNote } from '../records/note.ts'
import { onlyUnchanged } from '../recognizers/only-unchanged.ts'
import type { Preview } from '../recognizers/offline/offline.ts'
import type { Recognizer } from '../recognizers/recognizer.ts'
import type { Stores } from '../store/stores.ts'

export interface DeskParts {
  readonly stores: Stores
  /** The operating system's user. */
  readonly who: string
  /** Asked for each image as its turn comes. */
  readonly recognizer: () => Recognizer
  /** Whether addresses on the web can be read now. */
  readonly takesAddresses: () => boolean
  /** Files and folders that are never taken in, by their absolute paths. */
  readonly leftOut?: readonly string[]
  /** How many images are read at once, at most; asked again whenever one could start. */
  readonly concurrency: () => number
  readonly preview: Preview
  readonly now: () => Date
  readonly newId: () => string
}

/** What became of one intake. */
export interface Intake {
  readonly accepted: number
  /** Also files that are here already. */
  readonly refused: Refusal[]
  /** In order of arrival: ids, also of what stands on the list already, and what was refused for another reason. */
  readonly inOrder: readonly (string | Refusal)[]
}

/** The desk: files come in, records come out; the same for the window and the command line. */
export interface Desk {
  snapshot(): DeskSnapshot
  /** Tells what changed, at most every 50 ms; returns its unsubscribe. */
  onChange(listener: (change: DeskChange) => void): () => void
  /**
   * One intake after the other; the first files are queued, and read, while others are looked at. Rejects with a
   * `StoreProblem` when some cannot be put on the list: what was put there before stays.
   */
  add(paths: readonly string[], onProgress?: (progress: IntakeProgress) => void): Promise<Intake>
  /** An image that came without a file, such as a pasted one; it is kept as long as it is on the list. */
  addImage(bytes: Uint8Array, name: string): Promise<Intake>
  /** Takes up what an earlier run left on the list. */
  takeUp(): void
  cancel(ids?: readonly string[]): void
  retry(ids?: readonly string[]): void
  /** Starts nothing more until `resume`; what runs goes on. */
  pause(): void
  resume(): void
  /** Confirms or corrects a field; nothing when there is no such record. */
  decide(recordId: string, field: FieldName, value: string): LicenseRecord | undefined
  /** Takes a decision back. */
  revert(recordId: string, field: FieldName): LicenseRecord | undefined
  /**
   * Takes lines off the list, with their records, and what was paid for images that nobody else has.
   * @param ids here and below: of records, or of jobs, which have a line for each of their records
   */
  remove(ids: readonly string[]): void
  /** The same, for whoever notes it as a part of something greater, `alongside`: that stands or falls with it. */
  drop(ids: readonly string[], alongside: () => void): void
  /** Takes lines that were read off the list; their records stay. What is done `alongside` stands or falls with it. */
  putAway(ids: readonly string[], alongside?: () => void): void
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
  /** Resolves when nothing runs and nothing that could run waits. */
  idle(): Promise<void>
  /** How many calls are out, whose answers are waited for. */
  callsOut(): number
  /**
   * Starts nothing more and waits for the calls that are out; the rest stays queued.
   * @param hurry what is still out then ends at once, and its outcome is not known
   */
  close(hurry?: AbortSignal): Promise<void>
}

export function createDesk(parts: DeskParts): Desk {
  const { stores, now } = parts
  const { jobs, records, paid } = stores
  const note = createNote(stores.audit, parts.who, now)
  const changes = createChanges()
  const queue = new Queue({
    ...parts,
    recognizer: () => onlyUnchanged(parts.recognizer(), hashOf),
    note,
    onJob: changes.job,
    onRecord: changes.record,
    onPause: changes.pause,
  })

  let lastIntake: Promise<unknown> = Promise.resolve()
  const takeNext = async (
    paths: readonly string[],
    onProgress?: (progress: IntakeProgress) => void,
  ): Promise<Intake> => {
    const before = jobs.all()
    const byPath = Map.groupBy(before, ({ source }) => source.path)
    const known = new Map(before.map(({ id, source }) => [placeOf(source), id]))
    const isKnown = (source: Source): boolean => known.has(placeOf(source))
    const { leftOut = [] } = parts
    const options = { isKnown, leftOut, takesAddresses: parts.takesAddresses() }
    const arrivals = takeIn(paths, onProgress ? { ...options, onProgress } : options)
    let accepted = 0
    const refused: Refusal[] = []
    const inOrder: (string | Refusal)[] = []
    for await (const some of inGrowingGroups(arrivals)) {
      const sources = some.flatMap(sourceOf)
      const images = new Map(sources.map(({ path, image }) => [path, image]))
      const replaced = [...images].flatMap(([path, image]) =>
        (byPath.get(path) ?? []).filter(
          (job) => job.source.image !== image && isForABetterOne(job),
        ),
      )
      const queued = queue.add(sources, () => replaced.forEach((job) => takeOff(job, stores)))
      replaced.forEach(changes.removed)
      accepted += queued.length
      for (const { id, source } of queued) known.set(placeOf(source), id)
      for (const arrival of some) {
        if (arrival.kind === 'refused') {
          refused.push(arrival.refusal)
          inOrder.push(arrival.refusal)
          continue
        }
        const { path, page } = arrival.source
        if (arrival.kind === 'known' && page === 1) refused.push(refuse(path, 'already-here'))
        const id = known.get(placeOf(arrival.source))
        if (id !== undefined) inOrder.push(id)
      }
    }
    return { accepted, refused, inOrder }
  }

  /** What is saved under the same path takes the place of a file that could not be read as it was. */
  const isForABetterOne = ({ id }: Job): boolean => {
    const state = jobs.get(id)?.state
    return state?.kind === 'failed' && faultsOfImages.has(state.failure.kind)
  }

  const takeImage = (bytes: Uint8Array, name: string): Intake => {
    const looked = lookAtBytes(bytes, name)
    if (!looked.ok) return { accepted: 0, refused: [looked.error], inOrder: [looked.error] }
    const id = parts.newId()
    const image = hash('sha256', bytes, 'hex')
    const source = { path: keptPath(id), name, page: 1, image }
    const added = queue.add([source], () => stores.images.put(id, bytes))
    return { accepted: 1, refused: [], inOrder: added.map((job) => job.id) }
  }

  const keepRecord = (act: AuditAct, record: LicenseRecord): LicenseRecord => {
    stores.together(() => {
      records.put(record)
      note(act, { subject: record.id })
    })
    changes.record(record)
    return record
  }

  const recordsInOrder = (): LicenseRecord[] => jobs.all().flatMap((job) => recordsOf(job, records))

  const takeAllOff = (named: Named, alongside?: () => void): void => {
    const left = stores.together(() => {
      alongside?.()
      return takeOffNamed(named, stores)
    })
    named.whole.forEach(changes.removed)
    for (const [at, job] of left.entries()) changes.parted(job, named.parts[at]?.recordIds ?? [])
  }

  const dropLines = (
    ids: readonly string[],
    noteOf: (subject: string) => void,
    alongside?: () => void,
  ): void => {
    // What is read once more meanwhile would bring back what is dropped.
    queue.cancel(jobIdsOf(namedBy(ids, jobs.all())))
    const named = namedBy(ids, jobs.all())
    const forgotten = imagesOnlyOf(named.whole, stores)
    takeAllOff(named, () => {
      alongside?.()
      const lines = [
        ...named.whole.flatMap(({ state }) => recordIdsOf(state)),
        ...named.parts.flatMap(({ recordIds }) => recordIds),
      ]
      const going = withMembers(lines, stores.merged.all())
      // What was removed alongside is counted there.
      const there = going.flatMap((recordId) => records.get(recordId) ?? [])
      if (there.length > 0) stores.figures.add(figuresOf(there))
      const own = new Set(lines)
      for (const member of going.filter((id) => !own.has(id) && records.has(id))) {
        records.remove(member)
        noteOf(member)
      }
      for (const { id, state, source } of named.whole) {
        const recordIds = recordIdsOf(state)
        for (const recordId of recordIds) records.remove(recordId)
        if (forgotten.has(imageOf(source))) paid.remove(imageOf(source))
        for (const subject of recordIds.length > 0 ? recordIds : [id]) noteOf(subject)
      }
      for (const recordId of named.parts.flatMap(({ recordIds }) => recordIds)) {
        records.remove(recordId)
        noteOf(recordId)
      }
    })
  }

  return {
    snapshot: () => ({
      version: changes.version(),
      jobs: [...jobs.all()],
      records: recordsInOrder(),
      pause: queue.pause,
    }),
    onChange: changes.listen,
    add(paths, onProgress) {
      const intake = lastIntake.then(() => takeNext(paths, onProgress))
      lastIntake = intake.catch(() => undefined)
      return intake
    },
    addImage(bytes, name) {
      const intake = lastIntake.then(() => takeImage(bytes, name))
      lastIntake = intake.catch(() => undefined)
      return intake
    },
    takeUp: () => queue.takeUp(),
    cancel: (ids) => queue.cancel(ids),
    retry: (ids) => queue.retry(ids),
    pause: () => queue.hold(),
    resume: () => queue.resume(),
    decide(recordId, field, value) {
      const record = records.get(recordId)
      if (record === undefined) return undefined
      const asRead = record.reading.fields[field].value === value
      const decision: Decision = { kind: asRead ? 'confirmed' : 'corrected', value }
      return keepRecord('field-decided', {
        ...record,
        decisions: { ...record.decisions, [field]: decision },
      })
    },
    revert(recordId, field) {
      const record = records.get(recordId)
      if (record === undefined) return undefined
      const { [field]: _taken, ...decisions } = record.decisions
      return keepRecord('field-reverted', { ...record, decisions })
    },
    remove(ids) {
      dropLines(ids, (subject) => note('records-removed', { subject }))
    },
    drop: (ids, alongside) => dropLines(ids, () => undefined, alongside),
    putAway(ids, alongside) {
      const done = jobs.all().filter(({ state }) => state.kind === 'done')
      takeAllOff(namedBy(ids, done), alongside)
    },
    async exportCsv({ path, recordIds, headings }) {
      const wanted = recordIds && new Set(recordIds)
      const chosen = recordsInOrder().filter(({ id }) => wanted?.has(id) ?? true)
      const outcome = await exportCsv({ path, records: chosen, headings, now: now() })
      if (outcome.kind === 'written') note('records-exported', { count: chosen.length })
      return outcome
    },
    preview(jobId, longSide, signal) {
      const source = jobs.get(jobId)?.source
      if (source !== undefined) return parts.preview(source, longSide, signal)
      return Promise.resolve(fail({ kind: 'missing', message: 'no such image on the list' }))
    },
    idle: () => queue.idle(),
    callsOut: () => queue.out,
    async close(hurry) {
      await queue.drain(hurry)
      changes.flush()
    },
  }
}

const faultsOfImages: ReadonlySet<FailureKind> = new Set([...fileFaults, ...pictureFaults])

/** What is kept here, sealed, has no file that could have changed. */
const hashOf: typeof contentHash = async (path, signal) =>
  keptIdOf(path) === undefined
    ? contentHash(path, signal)
    : fail({ kind: 'missing', detail: 'no file' })

const sourceOf = (arrival: Arrival): readonly Source[] =>
  arrival.kind === 'accepted' ? [arrival.source] : []
