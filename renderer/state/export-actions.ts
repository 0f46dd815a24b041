import { presetBy } from '../../core/layout/preset.ts'
import type { WalkView } from '../../core/layout/walk-key.ts'
import type { Channel } from '../../core/ipc/channels.ts'
import type { ExportOutcome, Input, Output } from '../../core/ipc/contract.ts'
import { unreachable } from '../../core/result.ts'
import { returnDateOf } from '../../core/verdict/verdict.ts'
import type { ExportAim, ExportWish } from './export-state.ts'
import { exportableOf, rowsOf } from './rows.ts'
import type { SessionStores } from './session-stores.ts'

type NamedFolder = Input<'export:choose-folder'>['what']

/** Everything a person can do to get licenses out of the desk. */
export interface ExportActions {
  /** Exports all there is, as it was last typed, and asks first where something is still to be looked at. */
  readonly startExport: (today: string, to?: ExportAim) => Promise<void>
  /** @param path null: the system's dialog asks, or it goes to the file of the day. */
  readonly exportTo: (wish: ExportWish, path: string | null) => Promise<void>
  readonly chooseFolder: (what: NamedFolder) => Promise<void>
  readonly leaveFolder: (what: NamedFolder) => Promise<void>
  /** Puts the first field of a license on the clipboard; whether there is one. */
  readonly startWalk: (recordId: string) => Promise<boolean>
  readonly moveWalk: (to: Input<'walk:move'>['to']) => Promise<void>
}

export interface ExportActionParts {
  readonly ask: <C extends Channel>(channel: C, input: Input<C>) => Promise<Output<C> | null>
  readonly stores: Pick<SessionStores, 'desk' | 'exporting' | 'settings' | 'walk'>
  readonly saveDrafts: () => Promise<boolean>
}

export function createExportActions({ ask, stores, saveDrafts }: ExportActionParts): ExportActions {
  const send = (wish: ExportWish, path: string | null): Promise<ExportOutcome | null> => {
    const recordIds = [...wish.recordIds]
    const input = { recordIds, ...(wish.openToo ? { openToo: true } : {}) }
    switch (wish.to) {
      case 'file':
        return ask('export:table', { ...input, ...(path === null ? {} : { path }) })
      case 'clipboard':
        return ask('export:copy', input)
      case 'folder':
        return ask('export:handover', { recordIds })
      default:
        return unreachable(wish.to)
    }
  }
  const exportTo: ExportActions['exportTo'] = async (wish, path) => {
    stores.exporting.send({ kind: 'began', wish })
    stores.exporting.send({ kind: 'ended', outcome: await send(wish, path) })
  }
  const setFolder = async (
    channel: 'export:choose-folder' | 'export:leave-folder',
    what: NamedFolder,
  ): Promise<void> => {
    const now = await ask(channel, { what })
    if (now !== null) stores.settings.send(now)
  }
  const walkTo = (view: WalkView | null): boolean => {
    stores.walk.send(view)
    return view !== null
  }
  return {
    exportTo,
    startExport: async (today, to = 'file') => {
      if (!(await saveDrafts())) return
      const { returnDate } = returnDateOf(stores.settings.get().purpose)
      const rows = rowsOf(stores.desk.get(), today, returnDate)
      const { ready, look } = exportableOf(rows, today, returnDate)
      if (ready.length + look.length === 0 || stores.exporting.get().kind === 'writing') return
      const { exportPresets, exportPreset } = stores.settings.get()
      const takesAll = to !== 'folder' && presetBy(exportPresets, exportPreset).rows === 'all'
      if (look.length > 0 && takesAll) return stores.exporting.send({ kind: 'asked', to })
      await exportTo({ to, recordIds: [...ready, ...look], openToo: false }, null)
    },
    chooseFolder: (what) => setFolder('export:choose-folder', what),
    leaveFolder: (what) => setFolder('export:leave-folder', what),
    startWalk: async (recordId) => {
      if (!(await saveDrafts())) return false
      return walkTo(await ask('walk:start', { recordId }))
    },
    moveWalk: async (to) => void walkTo(await ask('walk:move', { to })),
  }
}
