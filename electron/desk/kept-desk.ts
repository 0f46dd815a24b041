import { randomUUID } from 'node:crypto'
import type { EventPayload } from '../../core/ipc/contract.ts'
import type { LicenseRecord } from '../../core/license/record.ts'
import type { Judging } from '../../core/verdict/verdict.ts'
import { createDesk, type Desk } from './desk.ts'
import { entriesOf } from '../export/entries-of.ts'
import { handOver } from '../export/handover.ts'
import { setTimeout } from 'node:timers/promises'
import type { WatchView } from '../../core/intake/watch.ts'
import type { Failure } from '../../core/license/failure.ts'
import { fail } from '../../core/result.ts'
import type { InFlight } from '../export/in-flight.ts'
import { writeTable } from '../export/plain-table.ts'
import { sweepLeftovers } from '../files/sweep-leftovers.ts'
import { createShownDocument } from '../intake/shown-document.ts'
import { createTurnedAway } from '../intake/turned-away.ts'
import { createWatchedFolder } from '../intake/watch/watched-folder.ts'
import type { Intake } from '../intake/without-file.ts'
import { createReadingChoice, type ReadingChoiceParts } from './reading-choice.ts'
import { createDeletion, type DeletionParts } from '../records/deletion.ts'
import { createDoNotRent, listedIn } from '../records/do-not-rent.ts'
import { exportPerson, type PersonExport } from '../records/export-person.ts'
import { finishedEarlier } from '../records/finished-earlier.ts'
import { previewOfEither, stateOfImageAmong } from '../records/image-of-record.ts'
import { createMerging } from '../records/merging.ts'
import { createJudgedRecords, tellingJudged } from '../records/judged-records.ts'
import { createNote } from '../records/note.ts'
import type { OpenRecords } from '../records/open-records.ts'
import { createPeople } from '../records/people.ts'
import { createPurge, type PurgeParts } from '../records/purge.ts'
import { createRetention, daily } from '../records/retention.ts'
import { createShelf } from '../jobs/shelf.ts'
import { createScrub } from '../records/scrub.ts'
import { type Asker, withKeptImages } from '../recognizers/offline/kept-images.ts'
import {
  createDocumentReader,
  createLinesIn,
  createOfflineRecognizer,
  createPrepare,
  createPreview,
} from '../recognizers/offline/offline.ts'
import type { StoreProblemKind } from '../store/store-problem.ts'
import { rememberPreviews } from '../records/preview-cache.ts'
import { createPinLock } from '../vault/pin.ts'
import { createTries } from '../vault/tries.ts'

export interface KeptDeskParts {
  readonly opened: OpenRecords
  /** The operating system's user. */
  readonly who: string
  readonly engine: Asker
  readonly reading: Omit<ReadingChoiceParts, 'offline' | 'prepare' | 'ledger' | 'paid' | 'now'>
  /** Files being written, which must not be cut off. */
  readonly exports: Pick<InFlight, 'track'>
  readonly now: () => Date
  readonly onWatch: (view: WatchView | null) => void
  /** What the watched folder was given and could not be taken in. */
  readonly onRefused: () => void
  /** How far a search for a verdict has come. */
  readonly onRecordsProgress: (progress: EventPayload<'records:progress'>) => void
  /** Hears of what fails while nobody waits for it. */
  readonly onError: (error: unknown) => void
  /** The backup of the day could not be made. */
  readonly onNoBackup: (reason: StoreProblemKind) => void
}

export type KeptDesk = ReturnType<typeof openKeptDesk>

/** The desk over records that are kept, and all that is done to those; nothing of it begins before `start`. */
export function openKeptDesk({ opened, who, exports, now, onError, ...parts }: KeptDeskParts) {
  const { upkeep, ring } = opened
  const { settings } = parts.reading
  const listed = listedIn(opened.stores.doNotRent)
  /** What licenses are looked at for now, as it is set. */
  const judging = (): Judging => {
    const { purpose, housePolicy: policy } = settings.read()
    return { purpose, policy, listed }
  }
  const judgedRecords = createJudgedRecords({
    records: opened.stores.records,
    judging,
    now,
    onProgress: (looked, total) => parts.onRecordsProgress({ of: 'search', looked, total }),
  })
  const stores = tellingJudged(opened.stores, judgedRecords)
  const note = createNote(stores.audit, who, now)
  const engine = withKeptImages(parts.engine, (id) => stores.images.get(id))
  const preview = createPreview(engine)
  const reading = createReadingChoice({
    ...parts.reading,
    offline: createOfflineRecognizer(engine),
    prepare: createPrepare(engine),
    ledger: stores.quota,
    paid: stores.paid,
    now,
  })
  const desk = createDesk({
    stores,
    who,
    recognizer: () => reading.recognizer(),
    takesAddresses: () => reading.takesAddresses(),
    concurrency: () => reading.atOnce(),
    preview,
    documents: createDocumentReader(engine),
    now,
    newId: randomUUID,
    joinsPages: true,
  })
  const stateOfImage = stateOfImageAmong(stores.images)
  const turnedAway = createTurnedAway()
  const shownDocument = createShownDocument({
    asked: () => turnedAway.all(),
    preview,
    newId: randomUUID,
  })
  const previewOf = previewOfEither({
    records: stores.records,
    ofJob: (...asked) => desk.preview(...asked),
    preview,
    stateOfImage,
  })
  const previews = rememberPreviews(
    (...asked) => shownDocument.page(...asked) ?? previewOf(...asked),
  )
  const remove: DeletionParts['remove'] = (...asked) => {
    desk.drop(...asked)
    previews.forget()
  }
  const shelf = createShelf(stores)
  const telling = async (intake: Promise<Intake>): Promise<Intake> => {
    const told = await intake
    turnedAway.add(told.refused)
    return told
  }
  const takeUpImages = async (): Promise<void> => {
    const { refused } = await telling(desk.takeUpImages())
    if (refused.length > 0) parts.onRefused()
  }
  const watch = createWatchedFolder({
    keeper: opened.watched,
    add: (paths) => desk.add(paths),
    onRefused(refused) {
      turnedAway.add(refused)
      parts.onRefused()
    },
    isDone: (path) => desk.isDone(path),
    onMoved(from, to) {
      desk.moved(from, to)
      previews.forget()
    },
    leftOut: [],
    now,
    onChange: parts.onWatch,
    onError,
    wait: (milliseconds, signal) =>
      setTimeout(milliseconds, undefined, { signal, ref: false }).catch(() => undefined),
    clock: () => performance.now(),
  })
  const scrub = createScrub(upkeep)
  const deletion = createDeletion({ stores, note, remove, scrub })
  const putAway: PurgeParts['putAway'] = (...asked) => {
    desk.putAway(...asked)
    previews.forget()
  }
  const purge = createPurge({ stores, note, putAway, scrub: () => upkeep.compact() })
  const retention = createRetention(purge, now)
  const people = createPeople({ stores, deletion, note })
  const linesIn = createLinesIn(engine)

  const warm = (): void => void upkeep.warm().catch(onError)
  const orTell = (act: () => void): void => {
    try {
      act()
    } catch (error) {
      onError(error)
    }
  }
  const backUp = async (): Promise<void> => {
    const outcome = await upkeep.backUp()
    if (outcome.kind === 'failed') parts.onNoBackup(outcome.reason)
  }
  const tries = createTries(ring.kept.load()?.passphraseTries, (passphraseTries) =>
    ring.kept.save({ ...ring.kept.load(), passphraseTries }),
  )
  let stopDaily = (): Promise<void> => Promise.resolve()

  return {
    /** Takes up what the last run left; what cannot be written down or read then is told, and stops nothing else. */
    start(): void {
      orTell(() => {
        if (opened.found.kind === 'restored') note('store-restored')
      })
      orTell(() => {
        const finished = finishedEarlier(desk.snapshot(), now())
        if (finished.length > 0) desk.putAway(finished)
      })
      // What an export that was killed had begun there.
      void sweepLeftovers(settings.read().exportFolder)
      desk.takeUp()
      void takeUpImages().catch(onError)
      orTell(() => watch.begin())
      stopDaily = daily(
        [
          () => retention.purge(settings.read().keepDays),
          // What a deletion that was cut off left in the backups.
          () => upkeep.compact(),
          backUp,
        ],
        onError,
      )
      warm()
    },
    desk: {
      ...desk,
      add: (...asked: Parameters<Desk['add']>) => {
        const [paths, , wish] = asked
        // Whoever gives a password, or other pages, answers to what was said before.
        if (wish?.password !== undefined || wish?.pages !== undefined) turnedAway.answered(paths)
        return telling(desk.add(...asked))
      },
      addImage: (...asked: Parameters<Desk['addImage']>) => telling(desk.addImage(...asked)),
      exportTable: (wish: Parameters<Desk['exportTable']>[0]) =>
        exports.track(desk.exportTable(wish)),
      putAway(ids: readonly string[]): void {
        shelf.hold(ids)
        desk.putAway(ids)
      },
      remove(ids: readonly string[]): void {
        shelf.hold(ids)
        desk.remove(ids)
        previews.forget()
      },
    },
    turnedAway,
    shownDocument,
    watch,
    reading,
    note,
    deletion,
    scrub,
    retention: {
      ...retention,
      purge: (...asked: Parameters<typeof retention.purge>) => {
        shelf.clear()
        return retention.purge(...asked)
      },
    },
    people: {
      ...people,
      async forget(...asked: Parameters<typeof people.forget>) {
        // A document is kept whole until its pages are on the list, and this person may stand on one of them.
        await takeUpImages().catch(onError)
        shelf.clear()
        return people.forget(...asked)
      },
    },
    hold: shelf.hold,
    bringBack(ids: readonly string[]): number {
      const back = shelf.bringBack(ids)
      if (back === undefined) return 0
      note('records-brought-back', { count: back.count })
      desk.showAgain(back)
      return back.count
    },
    linesOf: (id: string) => {
      const source = stores.records.get(id)?.source ?? stores.jobs.get(id)?.source
      if (source !== undefined) return linesIn(source, new AbortController().signal)
      return Promise.resolve(fail<Failure>({ kind: 'missing', message: 'no such image' }))
    },
    judging,
    judgedRecords,
    doNotRent: createDoNotRent({ stores, note, scrub, now }),
    merging: createMerging({ stores, note, putAway }),
    writeTable: (...asked: Parameters<typeof writeTable>) => exports.track(writeTable(...asked)),
    stores,
    records: stores.records,
    audit: stores.audit,
    stateOfImage,
    image: previews.of,
    exportPerson: (wish: Omit<PersonExport, 'headings' | 'now'>) =>
      exports.track(exportPerson({ ...wish, headings: settings.read().headings, now: now() })),
    handOver: (folder: string, records: readonly LicenseRecord[]) =>
      exports.track(handOver(folder, entriesOf(records, now(), judging()), now())),
    pin: createPinLock(opened.pin),
    passphrase: {
      isSet: () => ring.ways().passphrase,
      tryPassphrase: (text: string) => tries.look(() => ring.isPassphrase(text)),
      set: (text: string) => ring.setPassphrase(text),
      remove: () => ring.removePassphrase(),
    },
    /** Forgets what searches and previews hold in memory while it is locked. */
    onLock(isLocked: boolean): void {
      if (!isLocked) return warm()
      upkeep.anchorLog()
      upkeep.cool()
      judgedRecords.forgetLights()
      shelf.clear()
      previews.forget()
    },
    async close(hurry: AbortSignal): Promise<void> {
      const stopped = stopDaily()
      await watch.close()
      await desk.close(hurry)
      await stopped
    },
  }
}
