import {
  defaultSettings,
  type Settings,
  type SettingsChange,
  settings as settingsSchema,
} from '../../core/settings/settings.ts'
import type { Keeper } from '../files/keeper.ts'
import { soundFields } from './sound-fields.ts'

/** What a person set. */
export interface SettingsStore {
  read(): Settings
  /** Changes some fields and keeps them; returns all as they stand then. */
  change(change: SettingsChange): Settings
  /** Returns its unsubscribe. */
  onChange(listener: (settings: Settings) => void): () => void
}

/** Loads once, then keeps what is checked: a field that is missing or not understood stands at its default. */
export function createSettingsStore(keeper: Keeper<Settings>): SettingsStore {
  const listeners = new Set<(settings: Settings) => void>()
  const kept = keeper.load()
  const isFirst = isEmpty(kept)
  let current = soundFields(settingsSchema, { ...defaultSettings, firstStart: isFirst }, kept)
  return {
    read: () => current,
    change(change) {
      const given = Object.entries(change).filter(([, value]) => value !== undefined)
      const next = settingsSchema.parse({ ...current, ...Object.fromEntries(given) })
      keeper.save(next)
      current = next
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

/** Nothing was ever kept. */
const isEmpty = (kept: unknown): boolean =>
  typeof kept === 'object' && kept !== null && Object.keys(kept).length === 0
