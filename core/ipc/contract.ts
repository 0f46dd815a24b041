import { z } from 'zod'
import { auditEntry, auditVerdict } from '../audit/entry.ts'
import { job } from '../jobs/job.ts'
import { fileFaults } from '../license/failure.ts'
import { fieldNames } from '../license/field.ts'
import { licenseRecord } from '../license/record.ts'
import { recordsFound } from '../records/query.ts'
import { keepDays, settings, settingsChange } from '../settings/settings.ts'
import { doNotRentEntry, longestNote } from '../verdict/do-not-rent.ts'
import { hold } from '../wechat/hold.ts'
import type { Result } from '../result.ts'
import { accountChange, accountTest, accountView, quotaNow } from './account.ts'
import { id, idNumbers, ids, imageBytes, paths, pathText } from '../bounds.ts'
import type { Channel, EventName } from './channels.ts'
import {
  forgotten,
  heldOfPerson,
  openedRecord,
  personForgotten,
  purgeView,
  recordsWish,
} from './held.ts'
import { lockState, protectOutcome, protectWish, unlockOutcome, unlockWish } from './lock.ts'
import {
  callListWish,
  figuresExport,
  figuresFound,
  mergeWish,
  personSeen,
  renewalsFound,
  walked,
  withinDays,
} from './people.ts'
import { recoverOutcome, vaultState } from './vault.ts'

const field = z.enum(fieldNames)
const nothing = z.null()

/** Something that was dropped and is no image to read: refused by name, with the reason. */
const refusal = z.object({
  path: z.string(),
  name: z.string(),
  kind: z.enum([...fileFaults, 'empty-folder', 'already-here', 'address-not-taken']),
  /** What the content was told to be, such as `SVG` or `HEIC`; `''` when nothing is known. */
  found: z.string(),
})

/** What became of one intake. */
const intakeReport = z.object({
  accepted: z.number().int().nonnegative(),
  refused: z.array(refusal),
})

/** Why nothing is started at the moment; `store-failed`: what is written down would not last. */
const pause = z.enum(['none', 'person', 'disk-full', 'store-failed'])

/** The whole state of the desk that the window shows: order is the order of arrival. */
const deskSnapshot = z.object({
  /** Grows by one with every change that is told. */
  version: z.number().int().nonnegative(),
  jobs: z.array(job),
  records: z.array(licenseRecord),
  pause,
})

/** What changed since version `version - 1`; a window that missed a version asks for a snapshot. */
const deskChange = z.object({
  version: z.number().int().nonnegative(),
  /** New or changed, each as it stands now; new ones go to the end of the list. */
  jobs: z.array(job),
  records: z.array(licenseRecord),
  /** Jobs taken off the list; their records go with them, as do those that a job has no more. */
  removedJobIds: z.array(z.string()),
  pause,
})

const exportOutcome = z.discriminatedUnion('kind', [
  /** Written, read back and found equal. */
  z.object({ kind: z.literal('written'), path: z.string(), rows: z.number().int() }),
  z.object({ kind: z.literal('cancelled') }),
  /** Another program holds the file; `offered` is a free name beside it. */
  z.object({ kind: z.literal('locked'), path: z.string(), offered: z.string() }),
  z.object({
    kind: z.literal('failed'),
    path: z.string(),
    reason: z.enum([
      'disk-full',
      'read-only',
      'missing-folder',
      'in-the-way',
      'read-back-differs',
      'other',
    ]),
  }),
])

/** The person on the license of this record. */
const ofRecord = z.object({ recordId: id })

/** Every call: what goes in, what comes back. */
export const contract = {
  'desk:snapshot': { input: nothing, output: deskSnapshot },
  /** Files and folders by absolute path. */
  'intake:add': { input: z.object({ paths }), output: intakeReport },
  /** An image that has no file, such as a pasted one. */
  'intake:image': {
    input: z.object({ name: z.string().min(1).max(200), bytes: imageBytes }),
    output: intakeReport,
  },
  /** Opens the system's dialog; null when the person closed it. */
  'intake:pick': {
    input: z.object({ what: z.enum(['files', 'folder']) }),
    output: intakeReport.nullable(),
  },
  'intake:samples': { input: nothing, output: intakeReport },
  /** What was refused and nobody has seen yet, the newest last. */
  'intake:refused': { input: nothing, output: z.array(refusal) },
  'intake:seen': { input: nothing, output: nothing },
  /** Without ids: everything that is queued or running. */
  'jobs:cancel': { input: z.object({ ids: ids.optional() }), output: nothing },
  /** Without ids: everything that failed or was cancelled. */
  'jobs:retry': { input: z.object({ ids: ids.optional() }), output: nothing },
  /** Starts nothing more until it is resumed; what runs goes on. */
  'jobs:pause': { input: nothing, output: nothing },
  'jobs:resume': { input: nothing, output: nothing },
  /** Takes lines off the list, by the ids of records or jobs; their records stay. */
  'jobs:put-away': { input: z.object({ ids: ids.min(1) }), output: nothing },
  /** Confirms (`value` equal to what stands) or corrects one field. */
  'records:decide': {
    input: z.object({ id, field, value: z.string().max(400) }),
    output: licenseRecord,
  },
  /** Takes a decision back: the original reading stands again. */
  'records:revert': { input: z.object({ id, field }), output: licenseRecord },
  /** Takes lines off the list, by the ids of records or jobs, with their records; files on disk stay. */
  'records:remove': { input: z.object({ ids: ids.min(1) }), output: nothing },
  /** Among all that is stored, newest first. */
  'records:find': { input: recordsWish, output: recordsFound },
  /** Null when it is not there any more. */
  'records:open': { input: z.object({ id }), output: openedRecord.nullable() },
  /** Deletes stored records, also from the list. */
  'records:delete': { input: z.object({ ids: ids.min(1) }), output: forgotten },
  /** Tells that a masked id number was looked at; once a hold. */
  'records:revealed': { input: z.object({ id }), output: nothing },
  /** Null when the record is not there any more. */
  'person:held': { input: ofRecord, output: heldOfPerson.nullable() },
  /** The last record before this one with the same number; null where there is none. */
  'person:before': { input: ofRecord, output: licenseRecord.nullable() },
  /** Asks where, and writes all that is held. */
  'person:export': {
    input: ofRecord.extend({ format: z.enum(['json', 'csv']) }),
    output: exportOutcome,
  },
  /** Where else the person was seen; null when the record is not there any more. */
  'person:seen': { input: ofRecord, output: personSeen.nullable() },
  /** The id of the record that stands; null where one is gone or they cannot be one person's. */
  'person:merge': { input: mergeWish, output: z.string().nullable() },
  /** Takes a record that was merged out again. */
  'person:part': { input: ofRecord, output: nothing },
  /** Here and below, null where a later look through all records, or `walk:stop`, ended it. */
  'renewals:find': { input: z.object({ within: withinDays }), output: renewalsFound.nullable() },
  /** Asks where, and writes the call list. */
  'renewals:export': { input: callListWish, output: exportOutcome },
  'figures:read': { input: nothing, output: figuresFound.nullable() },
  /** Asks where, and writes the counts of every week or month. */
  'figures:export': { input: figuresExport, output: exportOutcome },
  'walk:stop': { input: nothing, output: nothing },
  /** Deletes all that is held, everywhere; the entry on the do-not-rent list only where that is wanted too. */
  'person:forget': {
    input: ofRecord.extend({ fromDoNotRent: z.boolean() }),
    output: personForgotten,
  },
  /** The last that was added first. */
  'do-not-rent:list': { input: nothing, output: z.array(doNotRentEntry) },
  /** For each number what stands about its holder, or null. */
  'do-not-rent:look-up': {
    input: z.object({ idNumbers }),
    output: z.array(doNotRentEntry.nullable()),
  },
  /** Puts the person on the license of a record on the list; a note that was there is replaced. */
  'do-not-rent:add': {
    input: ofRecord.extend({ note: z.string().trim().min(1).max(longestNote) }),
    output: doNotRentEntry,
  },
  /** Answers with what is left. */
  'do-not-rent:remove': { input: z.object({ id }), output: z.array(doNotRentEntry) },
  /** What a purge would take now. */
  'retention:preview': { input: z.object({ days: keepDays }), output: purgeView },
  'retention:purge': { input: z.object({ days: keepDays }), output: purgeView },
  /** The newest first. */
  'audit:newest': {
    input: z.object({ limit: z.number().int().min(1).max(2000) }),
    output: z.array(auditEntry),
  },
  'audit:verify': { input: nothing, output: auditVerdict },
  /** Without a path the system's dialog asks for one. Without ids: all records. */
  'export:csv': {
    input: z.object({ path: pathText.optional(), recordIds: ids.optional() }),
    output: exportOutcome,
  },
  /** Shows the exported file in the file manager. */
  'export:reveal': { input: z.object({ path: pathText }), output: nothing },
  'settings:read': { input: nothing, output: settings },
  'settings:change': { input: settingsChange, output: settings },
  'account:read': { input: nothing, output: accountView },
  'account:change': { input: accountChange, output: accountView },
  /** Gets a token; ends as `cancelled` when it is cancelled or another test begins. */
  'account:test': { input: z.object({ withQuota: z.boolean() }), output: accountTest },
  'account:cancel-test': { input: nothing, output: nothing },
  'lock:state': { input: nothing, output: lockState },
  /** Tells that somebody is at work in the window. */
  'lock:active': { input: nothing, output: nothing },
  /** Without a PIN nothing happens. */
  'lock:lock': { input: nothing, output: lockState },
  'lock:unlock': { input: unlockWish, output: unlockOutcome },
  /** Sets, changes or takes away the PIN or the recovery passphrase. */
  'lock:protect': { input: protectWish, output: protectOutcome },
  'vault:state': { input: nothing, output: vaultState },
  'vault:recover': {
    input: z.object({ passphrase: z.string().min(1).max(200) }),
    output: recoverOutcome,
  },
  /** Sets records that nothing opens any more aside, untouched, and begins with an empty store; no others. */
  'vault:begin-anew': { input: nothing, output: vaultState },
  /** Tries to open the records once more. */
  'vault:retry': { input: nothing, output: vaultState },
  /** Tells that the notices were read. */
  'vault:noted': { input: nothing, output: nothing },
  /** Tries again at once what is held back. */
  'account:again': { input: nothing, output: accountView },
  /** Ends without the answers that it waits for: what came of those calls is then not known. */
  'program:leave-now': { input: nothing, output: nothing },
} as const satisfies Record<Channel, { readonly input: z.ZodType; readonly output: z.ZodType }>

/** Every event, main process to window. */
const events = {
  /** At most every 50 ms. */
  'desk:changed': deskChange,
  /** While folders are walked and files are looked at; `total` grows until the walk ends. */
  'intake:progress': z.object({
    looked: z.number().int(),
    total: z.number().int(),
    over: z.boolean(),
  }),
  /** Of files that the window did not ask for, all that nobody has seen yet. */
  'intake:refused': z.array(refusal),
  /** Whenever a call is counted, or taken back. */
  'quota:changed': quotaNow,
  /** It is about to be locked: what is typed has a moment to be saved. */
  'lock:due': nothing,
  'lock:changed': lockState,
  /** An item of the menu bar that the page carries out. */
  'menu:chosen': z.object({
    item: z.enum(['records', 'lock', 'protection', 'renewals', 'figures']),
  }),
  /** Whenever nothing more is sent to WeChat, and null when it goes on. */
  'hold:changed': hold.nullable(),
  /** The program ends as soon as so many calls to WeChat are answered. */
  'program:leaving': z.object({ calls: z.number().int().positive() }),
  /** While all records are looked through, some times a second. */
  'walk:came': walked,
} as const satisfies Record<EventName, z.ZodType>

/** Why a call was not carried out; nothing crosses by throwing. */
export interface Problem {
  /**
   * `locked`: only until somebody unlocks; `disk-full`, `store-failed`: it could not be written down; of many images
   * some may be on the list.
   */
  readonly kind: 'bad-input' | 'refused' | 'locked' | 'disk-full' | 'store-failed' | 'failed'
  readonly detail: string
}

export type Input<C extends Channel> = z.output<(typeof contract)[C]['input']>
export type Output<C extends Channel> = z.output<(typeof contract)[C]['output']>
export type EventPayload<E extends EventName> = z.output<(typeof events)[E]>

export type Handlers = { readonly [C in Channel]: (input: Input<C>) => Promise<Output<C>> }

/** What preload puts at `window.desk`. */
export interface DeskApi {
  call<C extends Channel>(channel: C, input: Input<C>): Promise<Result<Output<C>, Problem>>
  /** Returns its unsubscribe. */
  on<E extends EventName>(event: E, listener: (payload: EventPayload<E>) => void): () => void
  /** The absolute path of a dropped or picked file, `''` when it has none. */
  pathOf(file: unknown): string
}

export type Refusal = z.output<typeof refusal>
export type IntakeReport = z.output<typeof intakeReport>
export type Pause = z.output<typeof pause>
export type DeskChange = z.output<typeof deskChange>
export type DeskSnapshot = z.output<typeof deskSnapshot>
export type ExportOutcome = z.output<typeof exportOutcome>
