import type { WalkView } from '../../../core/layout/walk-key.ts'
import type { Handlers } from '../../../core/ipc/contract.ts'
import type { Settings } from '../../../core/settings/settings.ts'

export interface FakeExportParts {
  /** How it ends: `written`, `locked` or `failed`. */
  readonly ends: string
  readonly records: () => number
  readonly settings: () => Settings
  readonly set: (change: Partial<Settings>) => Settings
}

type ExportHandlers = Pick<Handlers, Extract<keyof Handlers, `export:${string}` | `walk:${string}`>>

const headings = ['姓名', '证号', '准驾车型', '有效期止']

/** Exports that go nowhere and end as the scene says. */
export function fakeExport({ ends, records, settings, set }: FakeExportParts): ExportHandlers {
  let walk: WalkView | null = null
  const settingOf = { daily: 'dailyFolder', handover: 'handoverFolder' } as const
  return {
    'export:table': async ({ path, recordIds }) => {
      const target = path ?? '/home/desk/文档/驾驶证 2026-11-24.xlsx'
      if (ends === 'locked' && path === undefined)
        return { kind: 'locked', path: target, offered: target.replace('.xlsx', ' (2).xlsx') }
      if (ends === 'failed') return { kind: 'failed', path: target, reason: 'disk-full' }
      return { kind: 'written', path: target, rows: recordIds?.length ?? records() }
    },
    'export:copy': async ({ recordIds }) => ({
      kind: 'copied',
      rows: recordIds?.length ?? records(),
    }),
    'export:handover': async ({ recordIds }) => ({
      kind: 'written',
      path: settings().handoverFolder,
      rows: recordIds.length,
    }),
    'export:choose-folder': async ({ what }) =>
      set({ [settingOf[what]]: '/home/desk/租车系统/收件' }),
    'export:leave-folder': async ({ what }) => set({ [settingOf[what]]: '' }),
    'export:reveal': async () => null,
    'walk:start': async ({ recordId }) => {
      walk = { recordId, headings, at: 0, key: settings().walkKey }
      return walk
    },
    'walk:move': async ({ to }) => {
      if (walk === null || to === 'end') walk = null
      else {
        const at = to === 'next' ? walk.at + 1 : Math.max(0, walk.at - 1)
        walk = at < headings.length ? { ...walk, at } : null
      }
      return walk
    },
  }
}
