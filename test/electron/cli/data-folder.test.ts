import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { newFolder } from '../settings/folder.ts'
import { start } from './command.ts'

const nobody = 65_534
const modeOf = (place: string): number => statSync(place).mode & 0o777

const list = (data: string, keyFile: string) =>
  start(['list', '--data', data, '--key-file', keyFile, '--lang', 'en']).ended

/** A folder that stands, which others may enter, and one for the key. */
function standing(): { readonly data: string; readonly keyFile: string } {
  const data = path.join(newFolder(), 'data')
  mkdirSync(data)
  chmodSync(data, 0o755)
  return { data, keyFile: path.join(newFolder(), 'desk.key') }
}

describe.skipIf(process.platform === 'win32')('a data folder', { timeout: 60_000 }, () => {
  it('that stood open is closed to others, and so is what holds it', async () => {
    const { data, keyFile } = standing()
    expect((await list(data, keyFile)).code).toBe(0)
    const others = (name: string): number => modeOf(path.join(data, name)) & 0o077
    expect(modeOf(data)).toBe(0o700)
    expect(readdirSync(data).filter((name) => others(name) !== 0)).toEqual([])
    chmodSync(data, 0o755)
    chmodSync(path.join(data, 'desk.lock'), 0o644)
    expect((await list(data, keyFile)).code).toBe(0)
    expect([modeOf(data), modeOf(path.join(data, 'desk.lock'))]).toEqual([0o700, 0o600])
  })

  it.skipIf(process.getuid?.() !== 0)('cannot be held by another user', async () => {
    const { data, keyFile } = standing()
    await list(data, keyFile)
    // Even in a folder that may be entered: who may open the file may lock it.
    chmodSync(data, 0o755)
    for (let each = data; each !== path.dirname(each); each = path.dirname(each))
      if (each.startsWith('/tmp/')) chmodSync(each, 0o755)
    const read = spawnSync('cat', [path.join(data, 'desk.lock')], { uid: nobody, gid: nobody })
    expect(read.stderr.toString()).toContain('Permission denied')
  })

  it.skipIf(process.getuid?.() !== 0)('of another user is refused in words', async () => {
    const { data, keyFile } = standing()
    chownSync(data, nobody, nobody)
    const { code, errors } = await list(data, keyFile)
    expect([code, errors]).toEqual([7, expect.stringContaining('belongs to another user')])
    expect(readdirSync(data)).toEqual([])
  })

  it('that others may enter and that holds other files is refused in words', async () => {
    const { data, keyFile } = standing()
    writeFileSync(path.join(data, 'letter.txt'), '')
    const { code, errors } = await list(data, keyFile)
    expect([code, errors]).toEqual([7, expect.stringContaining('open to other users')])
    expect([modeOf(data), readdirSync(data)]).toEqual([0o755, ['letter.txt']])
  })
})

it.each(['1', '1234567890'])(
  'the passphrase %s makes no key ring, and that is said',
  async (passphrase) => {
    const { data } = standing()
    const { code, errors } = await start(['list', '--data', data, '--lang', 'en'], {
      LICENSE_DESK_PASSPHRASE: passphrase,
    }).ended
    expect([code, errors]).toEqual([4, expect.stringContaining('too short or too easy to guess')])
    expect(existsSync(path.join(data, 'keys.json'))).toBe(false)
  },
  60_000,
)
