import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'

/** What stands in a data folder, by name. */
export const dataFiles = {
  store: 'desk.sqlite',
  lock: 'desk.lock',
  backups: 'backups',
  ring: 'keys.json',
  lastGoodRing: 'keys.last-good.json',
} as const

/** Whether a folder with such names in it is a data folder, or may become one. */
export const isDataFolder = (names: readonly string[]): boolean =>
  names.includes(dataFiles.ring) || names.every((name) => /^(desk|keys)\.|^backups$/.test(name))

/** Whether anything is kept there that only its own key opens. */
export function holdsSealedData(folder: string): boolean {
  if (!existsSync(folder)) return false
  const backups = path.join(folder, dataFiles.backups)
  return [folder, backups].some(
    (each) => existsSync(each) && readdirSync(each).some((name) => /\.sqlite(-wal)?$/.test(name)),
  )
}
