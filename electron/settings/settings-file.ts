import { copyFileSync, existsSync, renameSync } from 'node:fs'
import path from 'node:path'
import Store from 'electron-store'
import type { Settings } from '../../core/settings/settings.ts'
import type { SettingsKeeper } from './settings-store.ts'

/** How the settings were found at the start. */
export type SettingsFound =
  | { readonly kind: 'sound' }
  /** The file could not be read: it stands aside, and the copy of the last good one, or nothing, took its place. */
  | { readonly kind: 'restored' | 'lost'; readonly aside: string }

/** Keeps settings in `settings.json` of a folder, and a copy of the last good one beside it. */
export function openSettingsFile(
  folder: string,
  now: () => Date,
): { readonly keeper: SettingsKeeper; readonly found: SettingsFound } {
  const file = path.join(folder, 'settings.json')
  const lastGood = path.join(folder, 'settings.last-good.json')
  const { store, found } = openOrRestore()
  return {
    found,
    keeper: {
      load: () => store.store,
      save: (settings) => {
        store.set(settings)
        copyFileSync(file, lastGood)
      },
    },
  }

  function openOrRestore(): { store: Store<Settings>; found: SettingsFound } {
    try {
      return { store: open(), found: { kind: 'sound' } }
    } catch {
      const aside = setAside(file, now())
      if (existsSync(lastGood)) copyFileSync(lastGood, file)
      try {
        return { store: open(), found: { kind: existsSync(file) ? 'restored' : 'lost', aside } }
      } catch {
        setAside(lastGood, now())
        renameSync(file, `${aside}.copy`)
        return { store: open(), found: { kind: 'lost', aside } }
      }
    }
  }

  function open(): Store<Settings> {
    return new Store<Settings>({ name: 'settings', cwd: folder })
  }
}

/** Renames a file so that nothing in it is lost; returns its new path. */
function setAside(file: string, now: Date): string {
  const stamp = now.toISOString().replaceAll(/[:.]/g, '-')
  const aside = file.replace(/\.json$/, `.broken-${stamp}.json`)
  renameSync(file, aside)
  return aside
}
