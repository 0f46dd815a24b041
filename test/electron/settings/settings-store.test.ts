import { expect, it } from 'vitest'
import type { Settings } from '../../../core/settings/settings.ts'
import type { Keeper } from '../../../electron/files/keeper.ts'
import { createSettingsStore } from '../../../electron/settings/settings-store.ts'

it('changes nothing, and tells nobody, when the file cannot be written', () => {
  const keeper: Keeper<Settings> = {
    load: () => ({}),
    save: () => {
      throw new Error('disk full')
    },
  }
  const store = createSettingsStore(keeper)
  let told = 0
  store.onChange(() => (told += 1))
  expect(() => store.change({ keepDays: 7 })).toThrow('disk full')
  expect([store.read().keepDays, told]).toEqual([90, 0])
})
