import { ok } from '../../core/result.ts'
import type { Note } from '../records/note.ts'
import type { SettingsStore } from '../settings/settings-store.ts'
import type { Answers } from './serve.ts'

export interface SettingsParts {
  readonly settings: SettingsStore
  readonly note: Note
}

/** What is set about keeping and protecting records is written down. */
const noted = ['keepDays', 'lockMinutes', 'maskNumbers'] as const

export const settingsAnswers = ({
  settings,
  note,
}: SettingsParts): Pick<Answers, 'settings:read' | 'settings:change'> => ({
  'settings:read': async () => ok(settings.read()),
  'settings:change': async (change) => {
    const before = settings.read()
    const now = settings.change(change)
    if (noted.some((field) => now[field] !== before[field])) note('settings-changed')
    return ok(now)
  },
})
