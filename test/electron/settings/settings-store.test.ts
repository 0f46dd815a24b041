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

it('is at its first start where nothing was ever kept, and not where an older version kept its own', () => {
  const kept = (load: () => unknown): Keeper<Settings> => ({ load, save: () => {} })
  const first = createSettingsStore(kept(() => ({})))
  expect(first.read().firstStart).toBe(true)
  expect(first.change({ firstStart: false }).firstStart).toBe(false)
  expect(createSettingsStore(kept(() => ({ language: 'zh' }))).read().firstStart).toBe(false)
})
