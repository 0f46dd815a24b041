import { existsSync, readFileSync, renameSync } from 'node:fs'
import path from 'node:path'
import Store from 'electron-store'
import { asideName } from '../files/aside-name.ts'
import type { FileFound, Keeper } from '../files/keeper.ts'
import { ownFile } from '../files/own-folder.ts'
import { writeWhole } from '../files/write-whole.ts'

/** Keeps something in `NAME.json` of a folder, and a copy of the last good one beside it. */
export function openKeptFile<Value extends Readonly<Record<string, unknown>>>(
  name: string,
  folder: string,
  now: () => Date,
): { readonly keeper: Keeper<Value>; readonly found: FileFound } {
  const file = path.join(folder, `${name}.json`)
  const lastGood = path.join(folder, `${name}.last-good.json`)
  const { store, found } = openOrRestore()
  return {
    found,
    keeper: {
      load: () => store.store,
      save: (value) => {
        store.store = { ...value }
        writeWhole(lastGood, readFileSync(file))
      },
    },
  }

  function openOrRestore(): { store: Store; found: FileFound } {
    try {
      return { store: open(), found: { kind: 'sound' } }
    } catch {
      const aside = setAside(file, now())
      if (existsSync(lastGood)) writeWhole(file, readFileSync(lastGood))
      try {
        return { store: open(), found: { kind: existsSync(file) ? 'restored' : 'lost', aside } }
      } catch {
        setAside(lastGood, now())
        renameSync(file, `${aside}.copy`)
        return { store: open(), found: { kind: 'lost', aside } }
      }
    }
  }

  function open(): Store {
    for (const each of [file, lastGood]) ownFile(each)
    return new Store({ name, cwd: folder, configFileMode: 0o600 })
  }
}

/** Renames a file so that nothing in it is lost; returns its new path. */
function setAside(file: string, now: Date): string {
  const aside = asideName(file, now)
  renameSync(file, aside)
  return aside
}
