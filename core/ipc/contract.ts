import { z } from 'zod'
import { auditEntry, auditVerdict } from '../audit/entry.ts'
import { walkView } from '../layout/walk-key.ts'
import { pageRanges } from '../intake/page-ranges.ts'
import { watchChange, watchView } from '../intake/watch.ts'
import { job } from '../jobs/job.ts'
import { fileFaults } from '../license/failure.ts'
import { fieldNames } from '../license/field.ts'
import { imageLines } from '../license/image-line.ts'
import { licenseRecord } from '../license/record.ts'
import { keepDays, settings, settingsChange } from '../settings/settings.ts'
import { doNotRentEntry, longestNote } from '../verdict/do-not-rent.ts'
import { hold } from '../wechat/hold.ts'
import type { Result } from '../result.ts'
import { accountChange, accountTest, accountView, quotaNow } from './account.ts'
import { id, idNumbers, ids, imageBytes, paths, pathText } from '../bounds.ts'
import type { Channel, EventName } from './channels.ts'
import { exportOutcome, exportWish, namedFolder } from './export.ts'
import {
  amendments,
  confirmed,
  forgotten,
  heldOfPerson,
  judgedFound,
  openedRecord,
  personForgotten,
  purgeView,
  readOnceMore,
  recordsQuestion,
  recordsWish,
} from './held.ts'
import { lockState, protectOutcome, protectWish, unlockOutcome, unlockWish } from './lock.ts'
import { aboutView, menuItem, reportOutcome } from './support.ts'
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
const count = z.number().int().nonnegative()

/** Something that was dropped and is no image to read: refused by name, with the reason. */
const refusal = z.object({
  path: z.string(),
  name: z.string(),
  kind: z.enum([
    ...fileFaults,
    'empty-folder',
    'already-here',
    'address-not-taken',
    'pages-left',
    'no-such-page',
  ]),
  /** What the content was told to be, such as `SVG` or `HEIC`; `''` when nothing is known. */
  found: z.string(),
  /** Of `pages-left`: what was taken in, and how many pages there are. */
  pages: z
    .object({
      first: z.number().int().positive(),
      last: z.number().int().positive(),
      of: z.number().int().positive(),
    })
    .optional(),
})

/** A document of which a person chooses pages. */
const documentPages = z.object({
  /** `<id>/<place>` has a picture, like the image of a job; places are counted from 1. */
  id,
  /** The number of each page, which sources have, by its place. */
  pages: z.array(z.number().int().positive()).min(1),
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

/** The person on the license of this record. */
const ofRecord = z.object({ recordId: id })

/** Every call: what goes in, what comes back. */
export const contract = {
  'desk:snapshot': { input: nothing, output: deskSnapshot },
  /** Files and folders by absolute path; of documents those pages, and with a password those that are locked with it. */
  'intake:add': {
    input: z.object({
      paths,
      pages: pageRanges.optional(),
      password: z.string().min(1).max(200).optional(),
    }),
    output: intakeReport,
  },
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
  /** Opens a document of `pages-left`, so that its pages can be looked at; null where that cannot be done. */
  'intake:pages': { input: z.object({ path: pathText }), output: documentPages.nullable() },
  /** Null, here and below, where no folder is watched. */
  'watch:state': { input: nothing, output: watchView.nullable() },
  /** Opens the system's dialog; the page cannot name the folder itself. */
  'watch:choose': { input: nothing, output: watchView.nullable() },
  'watch:change': { input: watchChange, output: watchView.nullable() },
  'watch:stop': { input: nothing, output: nothing },
  /** From now on the page may see through the camera, where the person agrees, who is asked outside the page. */
  'camera:open': { input: nothing, output: z.boolean() },
  'camera:close': { input: nothing, output: nothing },
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
  /** A job that is the second page of a license becomes part of its record. */
  'records:join': { input: z.object({ jobId: id, id }), output: licenseRecord },
  /** The second page is a line of its own again. */
  'records:take-apart': { input: z.object({ id }), output: licenseRecord },
  /** Takes lines off the list, by the ids of records or jobs, with their records; files on disk stay. */
  'records:remove': { input: z.object({ ids: ids.min(1) }), output: nothing },
  /** Among all that is stored, newest first; null where a later question for a verdict ended it. */
  'records:find': { input: recordsWish, output: judgedFound.nullable() },
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
  'people:stop': { input: nothing, output: nothing },
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
  /**
   * Laid out as it is set. Without a path the system's dialog asks for one, unless the file of the day is set; the end of
   * its name tells the format.
   */
  'export:table': {
    input: exportWish.extend({ path: pathText.optional() }),
    output: exportOutcome,
  },
  /** The same to the clipboard. */
  'export:copy': { input: exportWish, output: exportOutcome },
  /** Each license that nobody has to look at, as a file of its own, to where another program takes it up. */
  'export:handover': { input: z.object({ recordIds: ids }), output: exportOutcome },
  /** Asks a person which folder. */
  'export:choose-folder': { input: namedFolder, output: settings },
  'export:leave-folder': { input: namedFolder, output: settings },
  /** Puts the first field of a license on the clipboard; null when there is none or no such record. */
  'walk:start': { input: z.object({ recordId: id }), output: walkView.nullable() },
  'walk:move': {
    input: z.object({ to: z.enum(['next', 'previous', 'end']) }),
    output: walkView.nullable(),
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
  /** Reads once more what was read, by the ids of jobs; what a person decided stays. */
  'jobs:read-again': { input: z.object({ ids: ids.min(1) }), output: nothing },
  /** Decides many fields, so many records at once, each whole. */
  'records:amend': { input: z.object({ changes: amendments.min(1) }), output: z.object({ count }) },
  /** Undoes that lines were put away or removed, or records deleted; 0 when they are not held any more. */
  'records:bring-back': { input: z.object({ ids: ids.min(1) }), output: z.object({ count }) },
  /** The ids of all that is found, in its order. */
  'records:ids': { input: recordsQuestion, output: ids },
  /** Confirms in stored records what is neither empty nor impossible. */
  'records:confirm': { input: z.object({ ids: ids.min(1) }), output: confirmed },
  /** Puts stored records whose image is still there on the list, if they are not, and reads them once more. */
  'records:read-again': { input: z.object({ ids: ids.min(1) }), output: readOnceMore },
  /** Ends what is done with many records; what is done stays. */
  'records:stop': { input: nothing, output: nothing },
  /** Every line of text in the image of a job or record, read when it is asked for. */
  'image:lines': { input: z.object({ id }), output: imageLines },
  'program:about': { input: nothing, output: aboutView },
  /** What a report for support would say now. */
  'program:report': { input: nothing, output: z.string() },
  /** Asks where, and writes what was shown last. */
  'program:save-report': { input: nothing, output: reportOutcome },
  'program:reveal-report': { input: nothing, output: nothing },
  /** Opens the system's dialog for the folder that exports go to; the settings as they stand then. */
  'settings:pick-export-folder': { input: nothing, output: settings },
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
  /** Of the folder that is watched. */
  'watch:changed': watchView.nullable(),
  /** Whenever a call is counted, or taken back. */
  'quota:changed': quotaNow,
  /** It is about to be locked: what is typed has a moment to be saved. */
  'lock:due': nothing,
  'lock:changed': lockState,
  /** An item of the menu bar that the page carries out. */
  'menu:chosen': z.object({ item: menuItem }),
  /** Another field is on the clipboard; null when none is any more. */
  'walk:changed': walkView.nullable(),
  /** A confirmed license did not get to where another program takes it up. */
  'handover:failed': exportOutcome,
  /** Whenever nothing more is sent to WeChat, and null when it goes on. */
  'hold:changed': hold.nullable(),
  /** The program ends as soon as so many calls to WeChat are answered. */
  'program:leaving': z.object({ calls: z.number().int().positive() }),
  /** While all records are looked through, some times a second. */
  'people:walked': walked,
  /** How far a search for a verdict has come, or what is done with many records. */
  'records:progress': walked.extend({ of: z.enum(['search', 'act']) }),
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
export type DocumentPages = z.output<typeof documentPages>
export type IntakeReport = z.output<typeof intakeReport>
export type Pause = z.output<typeof pause>
export type DeskChange = z.output<typeof deskChange>
export type DeskSnapshot = z.output<typeof deskSnapshot>
export type ExportOutcome = z.output<typeof exportOutcome>
