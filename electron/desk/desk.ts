import type { DeskChange, DeskSnapshot, ExportOutcome, Input } from '../../core/ipc/contract.ts'
import type { AuditAct } from '../../core/audit/entry.ts'
import { recordIdsOf } from '../../core/jobs/job.ts'
import type { FieldName } from '../../core/license/field.ts'
import type { Failure } from '../../core/license/failure.ts'
import { withDecision, imageOf, keptIdOf, type LicenseRecord } from '../../core/license/record.ts'
import { fail, type Result } from '../../core/result.ts'
import type { Language } from '../../core/settings/settings.ts'
import { createChanges } from './changes.ts'
import { moveFile } from './move-file.ts'
import { createTakeNext } from './take-next.ts'
import { exportTable, plainTable, type TableLayout } from '../export/export-table.ts'
import { contentHash } from '../intake/content-hash.ts'
import type { DocumentReader } from '../intake/document-pages.ts'
import type { IntakeProgress } from '../intake/intake.ts'
import { createWithoutFile, type DocumentWish, type Intake } from '../intake/without-file.ts'
import { imagesOnlyOf } from '../jobs/images-only-of.ts'
import { createJoinPages } from '../jobs/join-pages.ts'
import { createOnList } from '../jobs/on-list.ts'
import { Queue } from '../jobs/queue.ts'
import { recalledBy } from '../jobs/recall.ts'
import { recordsOf } from '../jobs/records-of.ts'
import type { Back } from '../jobs/taken.ts'
import { jobIdsOf, type Named, namedBy, takeOffNamed } from '../jobs/take-off.ts'
import { withMembers } from '../records/family.ts'
import { figuresOf } from '../records/figures.ts'
import { createNote } from '../records/note.ts'
import { removeRecords } from '../records/remove-records.ts'
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
  /** Without it no PDF is taken in. */
  readonly documents?: DocumentReader
  readonly now: () => Date
  readonly newId: () => string
  /** Whether the two pages of a license become one record, also when they come as two images. */
  readonly joinsPages?: boolean
}

/** The desk: files come in, records come out; the same for the window and the command line. */
export interface Desk {
  snapshot(): DeskSnapshot
  /** Tells what changed, at most every 50 ms; returns its unsubscribe. */
  onChange(listener: (change: DeskChange) => void): () => void
  /**
   * One intake of files after the other; the first files are queued, and read, while others are looked at. Rejects with a
   * `StoreProblem` when some cannot be put on the list: what was put there before stays.
   */
  add(
    paths: readonly string[],
    onProgress?: (progress: IntakeProgress) => void,
    wish?: DocumentWish,
  ): Promise<Intake>
  /** An image that came without a file, such as a pasted one; it is kept at once, and as long as it is on the list. */
  addImage(bytes: Uint8Array, name: string): Promise<Intake>
  /** Whether all that was read of a file is there, or nothing of it is on the list any more. */
  isDone(path: string): boolean
  /** A file was moved: what was read of it is of the new place. */
  moved(from: string, to: string): void
  /** Takes up what an earlier run left on the list. */
  takeUp(): void
  /** Takes in the images without a file of which an earlier run had not put all pages on the list. */
  takeUpImages(): Promise<Intake>
  cancel(ids?: readonly string[]): void
  retry(ids?: readonly string[]): void
  /** Starts nothing more until `resume`; what runs goes on. */
  pause(): void
  resume(): void
  /** Confirms or corrects a field; nothing when there is no such record. */
  decide(recordId: string, field: FieldName, value: string): LicenseRecord | undefined
  /**
   * Decides many fields at once, all or nothing; null takes a decision back. Fields of records that are gone are left out.
   * @returns how many records changed
   */
  amend(changes: Input<'records:amend'>['changes']): number
  /** Takes a decision back. */
  revert(recordId: string, field: FieldName): LicenseRecord | undefined
  /** A person says that a second page belongs to a record; nothing where one of them is not there any more. */
  join(jobId: string, recordId: string): LicenseRecord | undefined
  takeApart(recordId: string): LicenseRecord | undefined
  /** Tells of lines that were brought back to the list. */
  showAgain(back: Pick<Back, 'jobs' | 'records'>): void
  /** Reads once more what was read, by the ids of jobs; what a person decided stays. */
  readAgain(ids: readonly string[]): void
  /** The same by the ids of stored records: those that were put away come back to the list. */
  recall(recordIds: readonly string[]): void
  /** Of the records that have a line on the list. */
  idsOnList(): ReadonlySet<string>
  /**
   * Takes lines off the list, with their records, and what was paid for images that nobody else has.
   * @param ids here and below: of records, or of jobs, which have a line for each of their records
   */
  remove(ids: readonly string[]): void
  /** The same, for whoever notes it as a part of something greater, `alongside`: that stands or falls with it. */
  drop(ids: readonly string[], alongside: () => void): void
  /** Takes lines that were read off the list; their records stay. What is done `alongside` stands or falls with it. */
  putAway(ids: readonly string[], alongside?: () => void): void
  /** Without ids: all on the list, in the order of arrival of their images; with them also others that are stored. */
  recordsOf(ids?: readonly string[]): readonly LicenseRecord[]
  /** Of such records; what the layout does not say is as in `plainTable`. */
  exportTable(
    wish: Partial<TableLayout> & {
      readonly path: string
      readonly recordIds?: readonly string[]
      readonly headings: Language
    },
  ): Promise<ExportOutcome>
  /** Notes that so many records were given out. */
  noteExport(count: number): void
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
  const onList = createOnList(stores)
  const twoPages = createJoinPages({
    stores,
    onList,
    note,
    newId: parts.newId,
    onJob: changes.job,
    onRecord(record) {
      onList.seeRecord(record)
      changes.record(record)
    },
    onRemoved: changes.removed,
  })
  const queue = new Queue({
    ...parts,
    recognizer: () => onlyUnchanged(parts.recognizer(), hashOf),
    note,
    onJob(job) {
      changes.job(job)
      onList.see(job)
      if (parts.joinsPages === true) twoPages.look(job)
    },
    onRecord: changes.record,
    onPause: changes.pause,
  })

  const takeNext = createTakeNext({ ...parts, queue, onList, onRemoved: changes.removed })
  let lastIntake: Promise<unknown> = Promise.resolve()
  const withoutFile = createWithoutFile({
    stores,
    documents: parts.documents,
    newId: parts.newId,
    kept: () =>
      new Set(
        jobs
          .all()
          .flatMap(onList.sourcesOf)
          .filter(({ path }) => keptIdOf(path) !== undefined)
          .map(imageOf),
      ),
    list: (sources, alongside) => queue.add(sources, alongside).map(({ id }) => id),
  })

  const keepRecord = (act: AuditAct, record: LicenseRecord): LicenseRecord => {
    stores.together(() => {
      records.put(record)
      note(act, { subject: record.id })
    })
    changes.record(record)
    return record
  }

  const recordsInOrder = (): LicenseRecord[] => jobs.all().flatMap((job) => recordsOf(job, records))

  const idsOnList = (): ReadonlySet<string> =>
    new Set(jobs.all().flatMap(({ state }) => recordIdsOf(state)))

  const chosenRecords = (ids?: readonly string[]): readonly LicenseRecord[] => {
    const wanted = ids && new Set(ids)
    const shown = recordsInOrder().filter(({ id }) => wanted?.delete(id) ?? true)
    return [...shown, ...[...(wanted ?? [])].flatMap((id) => records.get(id) ?? [])]
  }

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
      const members = going.filter((id) => !own.has(id) && records.has(id))
      removeRecords([...lines, ...members], stores)
      members.forEach(noteOf)
      for (const { id, state, source } of named.whole) {
        const recordIds = recordIdsOf(state)
        if (forgotten.has(imageOf(source))) paid.remove(imageOf(source))
        for (const subject of recordIds.length > 0 ? recordIds : [id]) noteOf(subject)
      }
      named.parts.flatMap(({ recordIds }) => recordIds).forEach(noteOf)
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
    add(paths, onProgress, wish = {}) {
      const intake = lastIntake.then(() =>
        wish.password === undefined
          ? takeNext(paths, onProgress, wish.pages)
          : withoutFile.takeLocked(paths, wish, onProgress),
      )
      lastIntake = intake.catch(() => undefined)
      return intake
    },
    addImage: (bytes, name) => withoutFile.takeImage(bytes, name),
    isDone: (path) =>
      jobs.all().every(({ source, state }) => source.path !== path || state.kind === 'done'),
    moved(from, to) {
      const moved = moveFile(from, to, stores)
      moved.jobs.forEach(changes.job)
      moved.records.forEach(onList.seeRecord)
      moved.records.forEach(changes.record)
    },
    takeUp: () => queue.takeUp(),
    takeUpImages: () => withoutFile.takeUp(),
    cancel: (ids) => queue.cancel(ids),
    retry: (ids) => queue.retry(ids),
    pause: () => queue.hold(),
    resume: () => queue.resume(),
    decide(recordId, field, value) {
      const record = records.get(recordId)
      if (record === undefined) return undefined
      return keepRecord('field-decided', withDecision(record, field, value))
    },
    amend(amendments) {
      const changed = [...Map.groupBy(amendments, ({ id }) => id)].flatMap(([id, own]) => {
        const record = records.get(id)
        if (record === undefined) return []
        const amended = own.reduce(
          (one, { field, value }) => withDecision(one, field, value),
          record,
        )
        return { record: amended, count: own.length }
      })
      stores.together(() => {
        for (const { record, count } of changed) {
          records.put(record)
          note('field-decided', { subject: record.id, count })
        }
      })
      for (const { record } of changed) if (onList.hasRecord(record.id)) changes.record(record)
      return changed.length
    },
    revert(recordId, field) {
      const record = records.get(recordId)
      if (record === undefined) return undefined
      return keepRecord('field-reverted', withDecision(record, field, null))
    },
    join: (jobId, recordId) => twoPages.join(jobId, recordId),
    takeApart: (recordId) => twoPages.takeApart(recordId),
    showAgain({ jobs: back, records: held }) {
      onList.forget()
      back.forEach(changes.job)
      held.forEach(changes.record)
      queue.takeUp()
    },
    readAgain: (ids) => queue.readAgain(ids),
    recall(recordIds) {
      const { jobIds, images } = recalledBy(recordIds, stores)
      queue.recall(images)
      for (const id of images.flatMap((image) => image.recordIds)) {
        const record = records.get(id)
        if (record !== undefined) changes.record(record)
      }
      queue.readAgain(jobIds)
    },
    idsOnList,
    remove(ids) {
      dropLines(ids, (subject) => note('records-removed', { subject }))
    },
    drop: (ids, alongside) => dropLines(ids, () => undefined, alongside),
    putAway(ids, alongside) {
      const done = jobs.all().filter(({ state }) => state.kind === 'done')
      takeAllOff(namedBy(ids, done), alongside)
    },
    recordsOf: chosenRecords,
    async exportTable({ recordIds, ...wish }) {
      const layout = { ...plainTable, ...wish, now: now() }
      const outcome = await exportTable({ ...layout, records: chosenRecords(recordIds) })
      if (outcome.kind === 'written') note('records-exported', { count: outcome.rows })
      return outcome
    },
    noteExport: (count) => note('records-exported', { count }),
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

/** What is kept here, sealed, has no file that could have changed. */
const hashOf: typeof contentHash = async (path, signal) =>
  keptIdOf(path) === undefined
    ? contentHash(path, signal)
    : fail({ kind: 'missing', detail: 'no file' })
