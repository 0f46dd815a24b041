import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { Arch, build, type Configuration, Platform } from 'electron-builder'
import configuration from '../../build/electron-builder.config.ts'
import { addVcRuntime, vcRuntime } from '../../build/packing/vc-runtime.ts'
import { writeDummyElectron } from './dummy-electron.ts'

const root = path.join(import.meta.dirname, '../..')

/** A packed program: where its binary with the fuses is, and its resources folder. */
export interface Packed {
  readonly binary: string
  readonly resources: string
}

/**
 * The package for the platform this runs on: the real one that `LICENSE_DESK_PACKED` names (the folder below
 * `out/packages`), else one with a dummy in the place of Electron.
 */
export async function packForThisPlatform(folder: string): Promise<Packed> {
  const given = process.env['LICENSE_DESK_PACKED']
  switch (process.platform) {
    case 'win32':
      return given === undefined ? packForWindows(folder) : windowsPackage(given)
    case 'darwin':
      if (given !== undefined) return macPackage(given)
      throw new Error(
        'On macOS run `npm run pack` first and name its folder in LICENSE_DESK_PACKED',
      )
    default:
      return given === undefined ? packForLinux(folder) : linuxPackage(given)
  }
}

async function packForLinux(folder: string): Promise<Packed> {
  const target = await pack(folder, Platform.LINUX, configuration)
  return linuxPackage(path.join(target, 'linux-unpacked'))
}

/**
 * Packs for Windows wherever this runs, so that only sharp's library is missing elsewhere. Made-up files stand for
 * Microsoft's C++ runtime.
 */
export async function packForWindows(folder: string): Promise<Packed> {
  const runtime = path.join(folder, 'runtime')
  await mkdir(runtime, { recursive: true })
  for (const file of vcRuntime) await writeFile(path.join(runtime, file), file)
  const target = await pack(folder, Platform.WINDOWS, {
    ...configuration,
    afterPack: async ({ packager, appOutDir }) =>
      addVcRuntime(packager.getResourcesDir(appOutDir), runtime),
  })
  return windowsPackage(path.join(target, 'win-unpacked'))
}

const linuxPackage = (folder: string): Packed => ({
  binary: path.resolve(folder, 'license-desk'),
  resources: path.resolve(folder, 'resources'),
})

const windowsPackage = (folder: string): Packed => ({
  binary: path.resolve(folder, 'LicenseDesk.exe'),
  resources: path.resolve(folder, 'resources'),
})

const macPackage = (folder: string): Packed => ({
  binary: path.resolve(folder, 'LicenseDesk.app/Contents/MacOS/LicenseDesk'),
  resources: path.resolve(folder, 'LicenseDesk.app/Contents/Resources'),
})

/** Builds the program once when nobody has yet. */
export function buildOnce(): void {
  if (existsSync(path.join(root, 'dist/main/main.js'))) return
  const run = spawnSync('vite', ['build', '--app'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (run.status !== 0) throw new Error('the program could not be built')
}

/** Packs the built program into `folder/packages`, which it returns. */
export async function pack(
  folder: string,
  platform: Platform,
  config: Configuration,
): Promise<string> {
  const electronDist = path.join(folder, 'electron')
  const output = path.join(folder, 'packages')
  await writeDummyElectron(electronDist, platform === Platform.WINDOWS ? 'win32' : 'linux')
  await build({
    projectDir: root,
    targets: platform.createTarget('dir', Arch.x64),
    config: { ...config, electronDist, directories: { ...config.directories, output } },
  })
  return output
}
