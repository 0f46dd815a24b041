import os from 'node:os'
import path from 'node:path'
import { type FolderProblem, ownFolder } from '../../electron/files/own-folder.ts'

/** Where Electron keeps what belongs to a program and a person. */
export function userDataFolder(productName: string): string {
  const home = os.homedir()
  switch (process.platform) {
    case 'darwin':
      return path.join(home, 'Library/Application Support', productName)
    case 'win32':
      return path.join(process.env['APPDATA'] ?? path.join(home, 'AppData/Roaming'), productName)
    default:
      return path.join(process.env['XDG_CONFIG_HOME'] ?? path.join(home, '.config'), productName)
  }
}

/** Closes it to other users, or makes it so, as Electron does. */
export const ownUserData = (folder: string): FolderProblem | undefined =>
  ownFolder(folder, (names) => names.length === 0 || names.some((name) => ofProgram.test(name)))

const ofProgram =
  /^(account|settings|window)(\.last-good)?\.json$|^(records|logs|instance|authorizations)$/
