import { chmodSync, mkdirSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { openInStandIn } from '../../build/start/in-stand-in.ts'
import { ownUserData } from '../../build/start/user-data.ts'
import { newFolder } from '../electron/settings/folder.ts'

/** A built program that opens a window and nothing else, and stays. */
function tinyProgram(): string {
  const folder = newFolder()
  mkdirSync(path.join(folder, 'dist/main'), { recursive: true })
  const about = { name: 'tiny', version: '0.0.0', type: 'module' }
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify(about))
  writeFileSync(
    path.join(folder, 'dist/main/main.js'),
    `import { app, BrowserWindow, session } from 'electron'
    await app.whenReady()
    app.configureHostResolver({ enableBuiltInResolver: false, secureDnsMode: 'off' })
    session.defaultSession.setSpellCheckerEnabled(false)
    new BrowserWindow()
    await new Promise(() => setInterval(() => {}, 1000))`,
  )
  return folder
}

const modeOf = (place: string): number => statSync(place).mode & 0o777

describe.skipIf(process.platform === 'win32')('the folder of the window’s data', () => {
  it.each(['settings.json', 'account.json', 'records'])(
    'is closed to others where an older start left it open, with %s in it',
    (name) => {
      const folder = path.join(newFolder(), 'LicenseDesk')
      mkdirSync(folder)
      writeFileSync(path.join(folder, name), '{}')
      chmodSync(folder, 0o755)
      expect(ownUserData(folder)).toBeUndefined()
      expect(modeOf(folder)).toBe(0o700)
    },
  )

  it('is closed before anything is begun in it', async () => {
    const folder = newFolder()
    chmodSync(folder, 0o755)
    const words = [`--user-data-dir=${folder}`]
    const start = openInStandIn('no browser at all', tinyProgram(), { smoke: undefined, words })
    await expect(start).rejects.toThrow('no browser at all')
    expect(modeOf(folder)).toBe(0o700)
    const shared = newFolder()
    writeFileSync(path.join(shared, 'letter.txt'), '')
    chmodSync(shared, 0o755)
    const refused = { smoke: undefined, words: [`--user-data-dir=${shared}`] }
    expect(await openInStandIn('no browser at all', shared, refused)).toBe(1)
  })

  it('is made for its owner alone', () => {
    const folder = path.join(newFolder(), 'config', 'LicenseDesk')
    expect(ownUserData(folder)).toBeUndefined()
    expect(modeOf(folder)).toBe(0o700)
  })

  it('is not one in which other things lie open', () => {
    const folder = newFolder()
    chmodSync(folder, 0o755)
    writeFileSync(path.join(folder, 'letter.txt'), '')
    expect(ownUserData(folder)).toEqual({ kind: 'folder-shared', path: folder })
  })
})
