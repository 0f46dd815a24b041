import {
  defaultSettings,
  type Settings,
  type SettingsChange,
  settings as settingsSchema,
} from '../../core/settings/settings.ts'

/** What a person set. */
export interface SettingsStore {
  read(): Settings
  /** Changes some fields and keeps them; returns all as they stand then. */
  change(change: SettingsChange): Settings
  /** Returns its unsubscribe. */
  onChange(listener: (settings: Settings) => void): () => void
}

/** Where settings are kept between two starts. */
export interface SettingsKeeper {
  load(): unknown
  save(settings: Settings): void
}

/** Loads once, then keeps what is checked: a field that is missing or not understood stands at its default. */
export function createSettingsStore(keeper: SettingsKeeper): SettingsStore {
  const listeners = new Set<(settings: Settings) => void>()
  let current = readSettings(keeper.load())
  return {
    read: () => current,
    change(change) {
      const given = Object.entries(change).filter(([, value]) => value !== undefined)
      current = settingsSchema.parse({ ...current, ...Object.fromEntries(given) })
      keeper.save(current)
      for (const listener of listeners) listener(current)
      return current
    },
    onChange(listener) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}

/** Fields of an older or newer program that are not understood fall back to their default, one by one. */
function readSettings(kept: unknown): Settings {
  const whole = settingsSchema.safeParse({ ...defaultSettings, ...record(kept) })
  if (whole.success) return whole.data
  const wrong = new Set(whole.error.issues.map(({ path }) => path[0]))
  const sound = Object.entries(record(kept)).filter(([field]) => !wrong.has(field))
  return settingsSchema.parse({ ...defaultSettings, ...Object.fromEntries(sound) })
}

const record = (value: unknown): object =>
  typeof value === 'object' && value !== null ? value : {}
