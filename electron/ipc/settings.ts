import { fail, ok } from '../../core/result.ts'
import { type Note, orTell } from '../records/note.ts'
import type { SettingsStore } from '../settings/settings-store.ts'
import type { Confirm } from './confirm.ts'
import type { Answers } from './serve.ts'

export interface SettingsParts {
  readonly settings: SettingsStore
  readonly confirm: Confirm
  /** Asked again when the dialog is closed: it may have stood open longer than the desk. */
  readonly isLocked: () => boolean
  readonly note: Note
  /** Hears of a note that could not be written down: what was set stands. */
  readonly onError: (error: unknown) => void
}

/** What is set about keeping and protecting records, and about what leaves this PC, is written down. */
const noted = ['keepDays', 'lockMinutes', 'maskNumbers', 'engine', 'spend'] as const

export function settingsAnswers({
  settings,
  confirm,
  isLocked,
  onError,
  ...parts
}: SettingsParts): Pick<Answers, 'settings:read' | 'settings:change'> {
  const note = orTell(parts.note, onError)
  return {
    'settings:read': async () => ok(settings.read()),
    'settings:change': async (change) => {
      const agrees = change.agreedToSend === true && !settings.read().agreedToSend
      if (agrees && !(await confirm([{ kind: 'sending' }]))) return ok(settings.read())
      if (isLocked()) return fail({ kind: 'locked', detail: 'settings:change' })
      const before = settings.read()
      const now = settings.change(change)
      if (now.agreedToSend !== before.agreedToSend)
        note(now.agreedToSend ? 'sending-agreed' : 'sending-ended')
      if (noted.some((field) => now[field] !== before[field])) note('settings-changed')
      return ok(now)
    },
  }
}
