import { ok } from '../../core/result.ts'
import type { SettingsStore } from '../settings/settings-store.ts'
import type { Answers } from './serve.ts'

export const settingsAnswers = (
  settings: SettingsStore,
): Pick<Answers, 'settings:read' | 'settings:change'> => ({
  'settings:read': async () => ok(settings.read()),
  'settings:change': async (change) => ok(settings.change(change)),
})
