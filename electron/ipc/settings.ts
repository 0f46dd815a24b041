import { ok } from '../../core/result.ts'
import { type Note, orTell } from '../records/note.ts'
import type { SettingsStore } from '../settings/settings-store.ts'
import type { Answers } from './serve.ts'

export interface SettingsParts {
  readonly settings: SettingsStore
  readonly note: Note
  /** Hears of a note that could not be written down: what was set stands. */
  readonly onError: (error: unknown) => void
}

/** What is set about keeping and protecting records is written down. */
const noted = ['keepDays', 'lockMinutes', 'maskNumbers'] as const

export function settingsAnswers({
  settings,
  onError,
  ...parts
}: SettingsParts): Pick<Answers, 'settings:read' | 'settings:change'> {
  const note = orTell(parts.note, onError)
  return {
    'settings:read': async () => ok(settings.read()),
    'settings:change': async (change) => {
      const before = settings.read()
      const now = settings.change(change)
      if (noted.some((field) => now[field] !== before[field])) note('settings-changed')
      return ok(now)
    },
  }
}
