import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const packageFolder = 'node_modules/electron'
/** Remembers a fetch that failed, so that the next start need not wait for it. */
const failedFile = '.cache/electron-fetch-failed'
/** How long a fetch may take, in milliseconds. */
const patience = 90_000
/** How long a failed fetch is remembered, in milliseconds. */
const memory = 24 * 3600_000

/** Electron's program, where it was fetched already. */
export function findElectron(root: string): string | undefined {
  const folder =
    process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? path.join(root, packageFolder, 'dist')
  const program = path.join(folder, programName(root))
  return existsSync(program) ? program : undefined
}

/**
 * Lets Electron's own installer fetch the program, once a day and for a short time; never when
 * `LICENSE_DESK_FETCH_ELECTRON` is `no`.
 */
export function fetchElectron(root: string, now: number, onFetch: () => void): string | undefined {
  if (process.env['LICENSE_DESK_FETCH_ELECTRON'] === 'no' || failedLately(root, now))
    return undefined
  onFetch()
  const fetched = spawnSync(process.execPath, [path.join(root, packageFolder, 'install.js')], {
    timeout: patience,
    stdio: 'ignore',
  })
  const program = fetched.status === 0 ? findElectron(root) : undefined
  if (program === undefined) remember(root, now)
  return program
}

/** Where the program lies inside Electron's folder; its installer writes that down. */
function programName(root: string): string {
  const noted = path.join(root, packageFolder, 'path.txt')
  if (existsSync(noted)) return readFileSync(noted, 'utf8')
  switch (process.platform) {
    case 'darwin':
      return 'Electron.app/Contents/MacOS/Electron'
    case 'win32':
      return 'electron.exe'
    default:
      return 'electron'
  }
}

/** A failure counts for one version of Electron: a newer one may be there to fetch. */
function failedLately(root: string, now: number): boolean {
  const noted = path.join(root, failedFile)
  if (!existsSync(noted)) return false
  const [version, when = '0'] = readFileSync(noted, 'utf8').split(' ')
  return version === versionOf(root) && now - Number(when) < memory
}

function remember(root: string, now: number): void {
  const noted = path.join(root, failedFile)
  mkdirSync(path.dirname(noted), { recursive: true })
  writeFileSync(noted, `${versionOf(root)} ${now}`)
}

function versionOf(root: string): string {
  const file = path.join(root, packageFolder, 'package.json')
  const read: { version: string } = JSON.parse(readFileSync(file, 'utf8'))
  return read.version
}
