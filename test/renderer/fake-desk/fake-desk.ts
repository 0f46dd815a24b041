import type { EventName } from '../../../core/ipc/channels.ts'
import type {
  DeskApi,
  DeskChange,
  EventPayload,
  Handlers,
  IntakeReport,
  Pause,
  Refusal,
} from '../../../core/ipc/contract.ts'
import type { Job } from '../../../core/jobs/job.ts'
import { step } from '../../../core/jobs/step.ts'
import { fieldNames } from '../../../core/license/field.ts'
import { type LicenseRecord, licenseOf, withDecision } from '../../../core/license/record.ts'
import {
  defaultSettings,
  type Settings,
  type SettingsChange,
} from '../../../core/settings/settings.ts'
import { fail, ok } from '../../../core/result.ts'
import { namedBy } from '../../../electron/jobs/take-off.ts'
import { fakeAccount } from './fake-account.ts'
import { fakeCustomers } from './fake-customers.ts'
import { fakeDoNotRent } from './fake-do-not-rent.ts'
import { fakeExport } from './fake-export.ts'
import { fakeKeeping } from './fake-keeping.ts'
import { fakeManners } from './fake-manners.ts'
import { fakeProtection, type Protection } from './fake-protection.ts'
import { jobOf, recordOf } from './records.ts'
import { secondPageJob, sheetJob, sheetRecords } from './sheet.ts'

/** What the page shows; chosen by the address. */
export interface Scene {
  readonly count: number
  readonly language: Settings['language']
  /** A sheet of four licenses and a second page come first. */
  readonly sheet: boolean
  /** How many of them still wait. */
  readonly waiting: number
  readonly exported: string
  readonly refused: number
  readonly appearance: Settings['appearance']
  readonly masked: boolean
  readonly pause: Pause
  /** How many records are stored. */
  readonly kept: number
  readonly audit: string
  readonly protection: Protection
}

/** A desk with nothing on it, nothing stored and no lock. */
export const emptyScene: Scene = {
  count: 0,
  sheet: false,
  language: 'zh',
  waiting: 0,
  exported: 'written',
  refused: 0,
  appearance: 'light',
  masked: true,
  pause: 'none',
  kept: 0,
  audit: 'sound',
  protection: { hasPin: false, hasPassphrase: false, isLocked: false, vault: 'open' },
}

type Listeners = { readonly [E in EventName]: Set<(payload: EventPayload<E>) => void> }

export interface FakeDesk {
  readonly api: DeskApi
  /** Tells the window what a test likes. */
  readonly tell: (change: DeskChange) => void
  /** How many listen to changes. */
  readonly listening: () => number
}

/** A desk in the page, over made-up records: for looking at the screens without the program. */
export function createFakeDesk(scene: Scene, other: Partial<Handlers> = {}): FakeDesk {
  const jobs = new Map<string, Job>()
  const records = new Map<string, LicenseRecord>()
  const listeners: Listeners = {
    'desk:changed': new Set(),
    'intake:progress': new Set(),
    'intake:refused': new Set(),
    'watch:changed': new Set(),
    'quota:changed': new Set(),
    'lock:due': new Set(),
    'lock:changed': new Set(),
    'menu:chosen': new Set(),
    'walk:changed': new Set(),
    'handover:failed': new Set(),
    'hold:changed': new Set(),
    'program:leaving': new Set(),
    'people:walked': new Set(),
    'records:progress': new Set(),
  }
  const announce = (change: DeskChange) => {
    for (const listener of listeners['desk:changed']) listener(change)
  }
  let settings: Settings = {
    ...defaultSettings,
    language: scene.language,
    appearance: scene.appearance,
    maskNumbers: scene.masked,
  }
  const set = (change: SettingsChange): Settings => {
    const given = Object.entries(change).filter(([, value]) => value !== undefined)
    settings = { ...settings, ...Object.fromEntries(given) }
    return settings
  }
  let pause = scene.pause
  let version = 1

  const tell = (
    jobIds: readonly string[],
    recordIds: readonly string[],
    removedJobIds: string[] = [],
  ) => {
    version += 1
    const change = {
      version,
      jobs: jobIds.flatMap((id) => jobs.get(id) ?? []),
      records: recordIds.flatMap((id) => records.get(id) ?? []),
      removedJobIds,
      pause,
    }
    announce(change)
  }
  const put = (index: number, job: Job) => {
    jobs.set(job.id, job)
    if (job.state.kind === 'done')
      for (const id of job.state.recordIds) records.set(id, { ...recordOf(index), id })
  }
  const fill = (count: number, waiting: number) => {
    for (let index = 0; index < count; index += 1) {
      const left = count - index
      const state =
        left > waiting
          ? jobOf(index).state
          : left === waiting
            ? ({ kind: 'running' } as const)
            : ({ kind: 'queued' } as const)
      put(index, { ...jobOf(index), state })
    }
  }
  if (scene.sheet) {
    for (const job of [sheetJob, secondPageJob]) jobs.set(job.id, job)
    for (const record of sheetRecords) records.set(record.id, record)
  }
  fill(scene.count, scene.waiting)

  const report = (accepted: number): IntakeReport => ({
    accepted,
    refused: refusals(scene.refused),
  })
  const takeIn = async (): Promise<IntakeReport> => {
    fill(12, 0)
    tell([...jobs.keys()], [...records.keys()])
    return report(12)
  }
  const recordBy = (id: string): LicenseRecord => {
    const record = records.get(id)
    if (record === undefined) throw new Error(`no record ${id}`)
    return record
  }
  const store = (record: LicenseRecord): LicenseRecord => {
    records.set(record.id, record)
    tell([], [record.id])
    return record
  }
  let shelf: { readonly jobs: readonly Job[]; readonly records: readonly LicenseRecord[] } = {
    jobs: [],
    records: [],
  }
  const takeOff = (ids: readonly string[]): null => {
    shelf = { jobs: [...jobs.values()], records: [...records.values()] }
    const { whole, parts } = namedBy(ids, [...jobs.values()])
    const left = parts.map(({ job, recordIds }) => ({
      ...job,
      state: step(job.state, { kind: 'drop-records', recordIds }),
    }))
    for (const { id } of whole) jobs.delete(id)
    for (const job of left) jobs.set(job.id, job)
    tell(
      left.map(({ id }) => id),
      [],
      whole.map(({ id }) => id),
    )
    return null
  }
  const handlers: Handlers = {
    'desk:snapshot': async () => ({
      version,
      jobs: [...jobs.values()],
      records: [...records.values()],
      pause,
    }),
    'intake:add': takeIn,
    'intake:image': takeIn,
    'intake:pick': takeIn,
    'intake:samples': takeIn,
    'intake:refused': async () => [],
    'intake:seen': async () => null,
    'intake:pages': async () => null,
    'camera:open': async () => true,
    'camera:close': async () => null,
    'watch:state': async () => null,
    'watch:choose': async () => null,
    'watch:change': async () => null,
    'watch:stop': async () => null,
    'jobs:cancel': async () => {
      const waiting = [...jobs.values()].filter(
        ({ state }) => state.kind === 'queued' || state.kind === 'running',
      )
      for (const job of waiting) jobs.set(job.id, { ...job, state: { kind: 'cancelled' } })
      tell(
        waiting.map((job) => job.id),
        [],
      )
      return null
    },
    'jobs:retry': async ({ ids }) => {
      const again = [...jobs.values()].filter(
        (job) => ids?.includes(job.id) ?? job.state.kind === 'failed',
      )
      for (const job of again) jobs.set(job.id, { ...job, state: { kind: 'queued' } })
      tell(
        again.map((job) => job.id),
        [],
      )
      return null
    },
    'jobs:pause': async () => {
      pause = 'person'
      tell([], [])
      return null
    },
    'jobs:resume': async () => {
      pause = 'none'
      tell([], [])
      return null
    },
    'jobs:put-away': async ({ ids }) => takeOff(ids),
    'records:decide': async ({ id, field, value }) => {
      const record = recordBy(id)
      const kind = value === record.reading.fields[field].value ? 'confirmed' : 'corrected'
      return store({ ...record, decisions: { ...record.decisions, [field]: { kind, value } } })
    },
    'records:revert': async ({ id, field }) => {
      const record = recordBy(id)
      const { [field]: _taken, ...decisions } = record.decisions
      return store({ ...record, decisions })
    },
    'records:join': async ({ id }) => recordBy(id),
    'records:take-apart': async ({ id }) => recordBy(id),
    'records:amend': async ({ changes }) => {
      for (const { id, field, value } of changes)
        records.set(id, withDecision(recordBy(id), field, value))
      tell(
        [],
        changes.map(({ id }) => id),
      )
      return { count: changes.length }
    },
    'records:bring-back': async ({ ids }) => {
      for (const job of shelf.jobs) jobs.set(job.id, job)
      for (const record of shelf.records) records.set(record.id, record)
      tell(
        shelf.jobs.map(({ id }) => id),
        shelf.records.map(({ id }) => id),
      )
      return { count: ids.length }
    },
    'records:confirm': async ({ ids }) => ({
      changes: [],
      confirmed: 0,
      left: ids.length,
      skipped: 0,
    }),
    'records:read-again': async ({ ids }) => ({ again: ids.length, gone: 0, skipped: 0 }),
    'records:stop': async () => null,
    'jobs:read-again': async () => null,
    'image:lines': async ({ id }) => ({
      kind: 'lines',
      lines: fieldNames.flatMap((field) => {
        const reading = records.get(id)?.reading.fields[field]
        const [quad] = reading?.boxes ?? []
        return reading && quad ? [{ quad, text: reading.value, confidence: 0.9 }] : []
      }),
    }),
    'records:remove': async ({ ids }) => takeOff(ids),
    'program:leave-now': async () => null,
    'settings:read': async () => settings,
    'settings:change': async (change) => set(change),
    ...fakeExport({
      ends: scene.exported,
      records: () => records.size,
      settings: () => settings,
      set,
    }),
    ...fakeAccount(),
    ...fakeManners(() => settings),
    ...fakeKeeping(scene.kept, scene.audit === 'broken'),
    ...fakeCustomers(scene.kept),
    ...fakeDoNotRent((id) => licenseOf(recordBy(id)).id_num),
    ...fakeProtection(scene.protection, (state) => {
      for (const listener of listeners['lock:changed']) listener(state)
    }),
  }
  const all: Handlers = { ...handlers, ...other }
  const api: DeskApi = {
    call: async (channel, input) => {
      try {
        return ok(await all[channel](input))
      } catch (error) {
        return fail({ kind: 'failed', detail: String(error) })
      }
    },
    on: (event, listener) => {
      listeners[event].add(listener)
      return () => listeners[event].delete(listener)
    },
    pathOf: (file) => (file instanceof File ? `/dropped/${file.name}` : ''),
  }
  return { api, tell: announce, listening: () => listeners['desk:changed'].size }
}

function refusals(count: number): Refusal[] {
  const kinds = [
    { name: '合同.pdf', kind: 'format-not-supported', found: 'PDF' },
    { name: '说明.txt.jpg', kind: 'not-an-image', found: '' },
    { name: 'IMG_0021.jxl', kind: 'format-not-supported', found: 'JPEG XL' },
    { name: '空.png', kind: 'empty', found: '' },
    { name: '全景.png', kind: 'too-many-pixels', found: 'PNG' },
  ] as const
  return Array.from({ length: count }, (_, index) => {
    const one = kinds[index % kinds.length] ?? kinds[0]
    return { ...one, path: `/home/desk/图片/${one.name}` }
  })
}
