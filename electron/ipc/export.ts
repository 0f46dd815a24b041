import path from 'node:path'
import { formatNamed, type TableFormat } from '../../core/layout/file-form.ts'
import { presetBy } from '../../core/layout/preset.ts'
import { chosenFor, tableOf } from '../../core/export/table.ts'
import type { ExportOutcome, Input } from '../../core/ipc/contract.ts'
import type { LicenseRecord } from '../../core/license/record.ts'
import { fail, ok } from '../../core/result.ts'
import type { Settings } from '../../core/settings/settings.ts'
import type { Judging } from '../../core/verdict/verdict.ts'
import type { Desk } from '../desk/desk.ts'
import { type ClipboardPort, copyTable } from '../export/clipboard.ts'
import { entriesOf } from '../export/entries-of.ts'
import { leftOutOf, refusalOf, type TableLayout } from '../export/export-table.ts'
import type { SettingsStore } from '../settings/settings-store.ts'
import type { Confirm } from './confirm.ts'
import type { Answers } from './serve.ts'

export interface ExportParts {
  readonly desk: Pick<Desk, 'exportTable' | 'recordsOf' | 'noteExport'>
  readonly settings: SettingsStore
  readonly judging: () => Judging
  /** Opens the system's dialog in a folder (`''`: wherever it likes); nothing when the person closed it. */
  readonly askWhere: (folder: string, format: TableFormat) => Promise<string | undefined>
  readonly askFolder: (what: NamedFolder) => Promise<string | undefined>
  /** Path of today's file in a folder. */
  readonly fileOfDay: (folder: string, format: TableFormat) => string
  readonly handOver: (folder: string, records: readonly LicenseRecord[]) => Promise<ExportOutcome>
  readonly clipboard: ClipboardPort
  readonly confirm: Confirm
  readonly reveal: (path: string) => void
  /** Asked again when the dialog is closed: it may have stood open longer than the desk. */
  readonly isLocked: () => boolean
  /** Files written in this run, which may be shown. */
  readonly written: Set<string>
  readonly now: () => Date
}

type NamedFolder = Input<'export:choose-folder'>['what']

const settingOf = { daily: 'dailyFolder', handover: 'handoverFolder' } as const satisfies Record<
  NamedFolder,
  keyof Settings
>

/** How tables are laid out, as it is set. */
export const layoutOf = (settings: Settings): Pick<TableLayout, 'preset' | 'encoding'> => ({
  preset: presetBy(settings.exportPresets, settings.exportPreset),
  encoding: settings.csvEncoding,
})

type ExportAnswers = Pick<Answers, Extract<keyof Answers, `export:${string}`>>

/** The window may only write where the person said, or beside it, and only show what was written in this run. */
export function exportAnswers(parts: ExportParts): ExportAnswers {
  const { desk, settings, isLocked, written, now } = parts
  const writable = new Set<string>()

  const remember = (outcome: ExportOutcome, isChosen: boolean): void => {
    if (outcome.kind === 'locked' && outcome.offered !== '') writable.add(outcome.offered)
    if (outcome.kind !== 'written') return
    written.add(outcome.path)
    if (isChosen) settings.change({ exportFolder: path.dirname(outcome.path) })
  }
  /** The file of the day asks nobody, once a person has chosen its folder. */
  const dailyFile = (set: Settings): string | undefined =>
    set.exportDaily && set.dailyFolder !== ''
      ? parts.fileOfDay(set.dailyFolder, growing(set.exportFormat))
      : undefined

  return {
    'export:table': async ({ path: asked, recordIds, openToo = false }) => {
      if (asked !== undefined && !writable.has(asked))
        return fail({ kind: 'refused', detail: 'not a path that was chosen or offered' })
      const set = settings.read()
      const { headings } = set
      const judging = parts.judging()
      const layout = { ...layoutOf(set), openToo, judging }
      const entries = entriesOf(desk.recordsOf(recordIds), now(), judging)
      const refused = refusalOf(entries, chosenFor(entries, layout.preset), layout)
      if (refused !== undefined) return ok(refused)
      const daily = dailyFile(set)
      const target = asked ?? daily ?? (await parts.askWhere(set.exportFolder, set.exportFormat))
      if (target === undefined) return ok({ kind: 'cancelled' })
      if (isLocked()) return fail({ kind: 'locked', detail: 'export:table' })
      const grows = target === daily
      if (!grows) writable.add(target)
      const outcome = await desk.exportTable({
        ...layout,
        path: target,
        headings,
        format: formatNamed(target) ?? set.exportFormat,
        grows,
        ...(recordIds === undefined ? {} : { recordIds }),
      })
      remember(outcome, !grows)
      return ok(outcome)
    },
    'export:copy': async ({ recordIds, openToo = false }) => {
      const set = settings.read()
      const { preset } = layoutOf(set)
      const entries = entriesOf(desk.recordsOf(recordIds), now(), parts.judging())
      const chosen = chosenFor(entries, preset)
      const refused = refusalOf(entries, chosen, { openToo })
      if (refused !== undefined) return ok(refused)
      if (!(await copyTable(parts.clipboard, tableOf(entries, set.headings, preset))))
        return ok({ kind: 'failed', path: '', reason: 'clipboard' })
      desk.noteExport(chosen.length)
      return ok({ kind: 'copied', rows: chosen.length, ...leftOutOf(entries, chosen) })
    },
    'export:handover': async ({ recordIds }) => {
      const { handoverFolder } = settings.read()
      if (handoverFolder === '') return fail({ kind: 'refused', detail: 'no folder was chosen' })
      const outcome = await parts.handOver(handoverFolder, desk.recordsOf(recordIds))
      if (outcome.kind === 'written') {
        desk.noteExport(outcome.rows)
        written.add(outcome.path)
      }
      return ok(outcome)
    },
    'export:choose-folder': async ({ what }) => {
      const folder = await parts.askFolder(what)
      if (folder === undefined) return ok(settings.read())
      const isMeant =
        what === 'daily' || (await parts.confirm([{ kind: 'handover-folder', folder }]))
      if (isLocked()) return fail({ kind: 'locked', detail: 'export:choose-folder' })
      return ok(isMeant ? settings.change({ [settingOf[what]]: folder }) : settings.read())
    },
    'export:leave-folder': async ({ what }) => ok(settings.change({ [settingOf[what]]: '' })),
    'export:reveal': async ({ path: asked }) => {
      if (!written.has(asked)) return fail({ kind: 'refused', detail: 'not exported in this run' })
      parts.reveal(asked)
      return ok(null)
    },
  }
}

/** To the end of a JSON file nothing can be added. */
const growing = (format: TableFormat): TableFormat => (format === 'json' ? 'xlsx' : format)
