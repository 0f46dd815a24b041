import type { AuditEntry, AuditVerdict } from '../../core/audit/entry.ts'
import type { Tally } from '../../core/figures/tally.ts'
import type { Job } from '../../core/jobs/job.ts'
import type { LicenseRecord } from '../../core/license/record.ts'
import type { VerdictBasis } from '../../core/verdict/basis.ts'
import type { DoNotRentEntry } from '../../core/verdict/do-not-rent.ts'
import type { RecordQuery, RecordsFound } from '../../core/records/query.ts'
import type { QuotaLedger } from '../recognizers/wechat/counted.ts'
import type { PaidCalls } from '../recognizers/wechat/paid-calls.ts'

export type { PaidCall, PaidCalls } from '../recognizers/wechat/paid-calls.ts'

/** Keeps things by their id, in the order in which they were first put. */
export interface Store<Item extends { readonly id: string }> {
  /** Adds the item, or takes the place of the one with the same id. */
  put(item: Item): void
  get(id: string): Item | undefined
  all(): readonly Item[]
  remove(id: string): void
}

/** The desk's list: every image that came in and was not put away. */
export interface JobStore extends Store<Job> {
  /** Writes down that the job which was queued first runs now, and returns it; nothing when none is queued. */
  claim(): Job | undefined
}

/** What stands outside the seal of a record. */
export interface RecordMark {
  readonly id: string
  /** UTC instant, ISO 8601. */
  readonly readAt: string
}

/** What the verdict on a record needs of it. */
export interface JudgeableRecord {
  readonly id: string
  readonly basis: VerdictBasis
  /** Where not, its holder is not on the do-not-rent list. */
  readonly mayBeListed: boolean
}

/**
 * Every license that was read, also those that are not on the list any more. Of a record that does not open any more,
 * its mark is still there, and it can be removed; nothing else of it is.
 */
export interface RecordStore {
  put(record: LicenseRecord): void
  /** Also where it does not open. */
  has(id: string): boolean
  /** Nothing also where it does not open. */
  get(id: string): LicenseRecord | undefined
  remove(id: string): void
  /**
   * Without what was merged into another record, unless it is asked for by `person`.
   * Every match opens; `total` may still count records beyond them of which it has not shown yet that they do not.
   */
  find(query: RecordQuery): RecordsFound
  /** Ids of all that `find` would find, in its order, at no more than the cost of a search; some may not open. */
  ids(query: Omit<RecordQuery, 'person' | 'offset' | 'limit'>): readonly string[]
  /**
   * By what some of them are judged, one after the other and in no order, without opening more than must be; some may not
   * open.
   */
  judgeable(ids: ReadonlySet<string>): Iterable<JudgeableRecord>
  /** Ids of those that were read from an image, as `imageOf` names it; also where they do not open. */
  ofImage(image: string): readonly string[]
  /** All, also those that do not open, the newest first. */
  marks(query: Pick<RecordQuery, 'person' | 'readBefore'>): readonly RecordMark[]
}

/** Images that came without a file, such as pasted ones, as long as they are on the list. */
export interface KeptImages {
  put(id: string, bytes: Uint8Array): void
  /** The same image by another id too: it is kept once, until the last of them is removed. */
  share(id: string, of: string): void
  /** The same for all that are one image; nothing where it is not kept. */
  contentOf(id: string): string | undefined
  /** Throws a `StoreProblem` of the kind `damaged` where it does not open any more. */
  get(id: string): Uint8Array | undefined
  remove(id: string): void
}

/** What came without a file, and is kept as an image until all of it is on the list. */
export interface KeptArrival {
  /** Of the image. */
  readonly id: string
  readonly name: string
  /** So many of its pages, the first ones, are on the list. */
  readonly listed: number
}

export interface KeptArrivals {
  /** In their order. */
  all(): readonly KeptArrival[]
  put(arrival: KeptArrival): void
  remove(id: string): void
}

export interface AuditLog {
  write(entry: AuditEntry): void
  /** The newest first. */
  newest(limit: number): readonly AuditEntry[]
  /** Whether nothing was changed, left out or cut off since it was written. */
  verify(): AuditVerdict
}

/** Which records stand as a part of another: each keeps its content, and a list shows the other alone. */
export interface MergedRecords {
  /** The record that stands for it, by the id of each that was merged; either may be gone meanwhile. */
  all(): ReadonlyMap<string, string>
  /** In place of what stood before. */
  put(merged: ReadonlyMap<string, string>): void
}

/** What people found out about readings whose records are deleted: counts, and nothing of anybody. */
export interface KeptFigures {
  all(): Tally
  add(more: Tally): void
}

/** Whom the house does not rent to: by a keyed hash of their number, from which nobody gets it back, and a note. */
export interface DoNotRentList {
  /** Adds the holder of a number, or takes the place of what stood about them. */
  put(idNumber: string, about: Omit<DoNotRentEntry, 'id'>): DoNotRentEntry
  get(idNumber: string): DoNotRentEntry | undefined
  /** The last that was added first. */
  all(): readonly DoNotRentEntry[]
  remove(id: string): void
}

/** Everything that a desk keeps. */
export interface Stores {
  readonly jobs: JobStore
  readonly records: RecordStore
  readonly paid: PaidCalls
  readonly images: KeptImages
  readonly arrivals: KeptArrivals
  readonly quota: QuotaLedger
  readonly audit: AuditLog
  readonly merged: MergedRecords
  readonly figures: KeptFigures
  readonly doNotRent: DoNotRentList
  /** Keeps all that `act` changes, or, when it throws, nothing of it. */
  readonly together: <Value>(act: () => Value) => Value
}
