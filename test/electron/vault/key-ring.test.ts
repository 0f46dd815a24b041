import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { type KeyRing, openKeyRing } from '../../../electron/vault/key-ring.ts'
import type { KeyWays } from '../../../electron/vault/key-ways.ts'
import { newFolder } from '../settings/folder.ts'
import { sealerWith } from '../settings/weak-sealer.ts'
import { modeForOthers } from './mode-for-others.ts'

const now = (): Date => new Date('2026-11-24T02:00:00Z')
/** Where it does not matter, passphrases are cheap to try. */
const parts = { now, cost: { cost: 2 ** 10, blockSize: 8, parallelization: 1 } }
const system = sealerWith('this PC')
const otherSystem = sealerWith('another PC')
const place = { table: 'records', row: 'a', column: 'content' }
const text = Buffer.from('张三', 'utf8')

async function ringOf(folder: string, ways: KeyWays): Promise<KeyRing> {
  const ring = await openKeyRing(folder, ways, parts)
  if (!ring.ok) throw new Error(`not opened: ${ring.error.kind}`)
  return ring.value
}

async function problemOf(folder: string, ways: KeyWays): Promise<unknown> {
  const ring = await openKeyRing(folder, ways, parts)
  return ring.ok ? 'opened' : ring.error
}

/** Something sealed by a ring, and whether another one opens it. */
const sealedBy = (ring: KeyRing) => {
  const sealed = ring.vault.seal(place, text)
  return { opensWith: (other: KeyRing) => text.equals(other.vault.open(place, sealed)) }
}

const filesIn = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(path.join(folder, name), 'latin1')]),
  )

describe('a new key ring', () => {
  it('keeps its key wrapped only, for its owner only, and leaves nothing else behind', async () => {
    const folder = path.join(newFolder(), 'data')
    await ringOf(folder, { system, passphrase: 'correct horse' })
    expect(readdirSync(folder).toSorted()).toEqual(['keys.json', 'keys.last-good.json'])
    expect(modeForOthers(path.join(folder, 'keys.json'))).toBe(0)
    const kept = filesIn(folder)
    expect(kept['keys.json']).toBe(kept['keys.last-good.json'])
    expect(kept['keys.json']).not.toContain('correct horse')
  })

  it('is not made where nothing could open it again', async () => {
    const folder = newFolder()
    expect(await problemOf(folder, {})).toEqual({ kind: 'no-way' })
    expect(await problemOf(folder, { passphrase: '' })).toEqual({ kind: 'no-way' })
    expect(readdirSync(folder)).toEqual([])
  })

  it.each(['desk.sqlite', 'desk.broken-2026.sqlite', 'backups/desk-2026-11-24.sqlite'])(
    'is not made beside %s, which it would never open (20)',
    async (name) => {
      const folder = newFolder()
      const first = await ringOf(folder, { system })
      expect(first.found).toEqual({ kind: 'sound' })
      mkdirSync(path.join(folder, 'backups'))
      writeFileSync(path.join(folder, name), 'sealed')
      for (const gone of ['keys.json', 'keys.last-good.json']) rmSync(path.join(folder, gone))
      expect(await problemOf(folder, { system, passphrase: 'any' })).toEqual({
        kind: 'ring-missing',
        path: path.join(folder, 'keys.json'),
      })
      expect(readdirSync(folder)).not.toContain('keys.json')
    },
  )

  it.each(['1', '123456', '1234567890', 'aaaaaaaaaaaaaaaaaaaa'])(
    'is not made with a passphrase that is guessed at once: %s',
    async (passphrase) => {
      const folder = path.join(newFolder(), 'data')
      expect(await problemOf(folder, { system, passphrase })).toEqual({ kind: 'weak-passphrase' })
      expect(existsSync(folder)).toBe(false)
    },
  )

  it('is not made where it cannot be written, and the reason is told', async () => {
    const file = path.join(newFolder(), 'a file')
    writeFileSync(file, '')
    expect(await problemOf(path.join(file, 'data'), { system })).toEqual({
      kind: 'folder-failed',
      code: expect.stringMatching(/^E[A-Z]+$/),
    })
  })

  it('is one and the same for two processes that make it at once', async () => {
    const folder = newFolder()
    const [one, other] = await Promise.all([ringOf(folder, { system }), ringOf(folder, { system })])
    expect(sealedBy(one).opensWith(other)).toBe(true)
  })
})

describe('the key of the system', () => {
  it('opens the ring again', async () => {
    const folder = newFolder()
    const sealed = sealedBy(await ringOf(folder, { system }))
    expect(sealed.opensWith(await ringOf(folder, { system }))).toBe(true)
  })

  it('when it is gone, asks for the passphrase, changes nothing, and takes the key anew (fault 20)', async () => {
    const folder = newFolder()
    const sealed = sealedBy(await ringOf(folder, { system, passphrase: 'correct horse' }))
    const before = filesIn(folder)
    expect(await problemOf(folder, { system: otherSystem })).toEqual({
      kind: 'key-lost',
      takesPassphrase: true,
    })
    expect(await problemOf(folder, { system: otherSystem, passphrase: 'wrong' })).toEqual({
      kind: 'wrong-passphrase',
    })
    expect(filesIn(folder)).toEqual(before)

    const recovered = await ringOf(folder, { system: otherSystem, passphrase: 'correct horse' })
    expect(sealed.opensWith(recovered)).toBe(true)
    await recovered.wrapBySystem(otherSystem)
    expect(sealed.opensWith(await ringOf(folder, { system: otherSystem }))).toBe(true)
  })

  it('when it is gone and there is no passphrase, says so (fault 20)', async () => {
    const folder = newFolder()
    await ringOf(folder, { system })
    expect(await problemOf(folder, { system: otherSystem, passphrase: 'any' })).toEqual({
      kind: 'key-lost',
      takesPassphrase: false,
    })
    expect(await problemOf(folder, { passphrase: 'any' })).toEqual({ kind: 'system-needed' })
  })

  it('is not believed when it opens to another key', async () => {
    const folder = newFolder()
    await ringOf(folder, { system })
    const lying = { ...system, open: () => Buffer.alloc(32).toString('base64') }
    expect(await problemOf(folder, { system: lying })).toMatchObject({ kind: 'key-lost' })
  })
})

describe('the passphrase', () => {
  it('can be added, changed and taken away, and the data stays', async () => {
    const folder = newFolder()
    const ring = await ringOf(folder, { system })
    const sealed = sealedBy(ring)
    await ring.setPassphrase('first one')
    expect(sealed.opensWith(await ringOf(folder, { passphrase: 'first one' }))).toBe(true)
    await ring.setPassphrase('second one')
    expect(await problemOf(folder, { passphrase: 'first one' })).toEqual({
      kind: 'wrong-passphrase',
    })
    expect(sealed.opensWith(await ringOf(folder, { passphrase: 'second one' }))).toBe(true)
    await ring.removePassphrase()
    expect(ring.ways()).toEqual({ system: true, passphrase: false, keyFile: false })
    expect(await problemOf(folder, { passphrase: 'second one' })).toEqual({ kind: 'system-needed' })
    expect(filesIn(folder)['keys.last-good.json']).not.toContain('passphrase')
    expect(sealed.opensWith(await ringOf(folder, { system }))).toBe(true)
  })

  it('is the same however its characters are composed', async () => {
    const folder = newFolder()
    await ringOf(folder, { passphrase: 'caf\u00e9 ＡＢＣ rivers' })
    expect((await ringOf(folder, { passphrase: 'cafe\u0301 ABC rivers' })).ways().passphrase).toBe(
      true,
    )
    expect(await problemOf(folder, {})).toEqual({ kind: 'passphrase-needed' })
  })

  it('stays where it is the only way', async () => {
    const folder = newFolder()
    const ring = await ringOf(folder, { passphrase: 'only one river' })
    await expect(ring.removePassphrase()).rejects.toThrow('the only way')
    expect(await problemOf(folder, { passphrase: 'only one river' })).toBe('opened')
  })

  it('costs 128 MB each time it is tried, and lets the program go on meanwhile', async () => {
    const folder = newFolder()
    let turns = 0
    const count = (): void => {
      turns += 1
      counting = setImmediate(count)
    }
    let counting = setImmediate(count)
    const ring = await openKeyRing(folder, { passphrase: 'slow rivers' })
    clearImmediate(counting)
    expect(ring.ok).toBe(true)
    expect(turns).toBeGreaterThan(20)
    expect(JSON.parse(readFileSync(path.join(folder, 'keys.json'), 'utf8'))).toMatchObject({
      wrapped: { passphrase: { cost: 131_072, blockSize: 8, parallelization: 1 } },
    })
  }, 60_000)
})

describe('a key file', () => {
  it('is made once, for its owner only, and opens the ring again', async () => {
    const [folder, file] = [newFolder(), path.join(newFolder(), 'desk.key')]
    const sealed = sealedBy(await ringOf(folder, { keyFile: file }))
    const key = readFileSync(file, 'utf8')
    expect(Buffer.from(key, 'base64')).toHaveLength(32)
    expect(modeForOthers(file)).toBe(0)
    expect(sealed.opensWith(await ringOf(folder, { keyFile: file }))).toBe(true)
    expect(readFileSync(file, 'utf8')).toBe(key)
  })

  it('that others could read, as a copy may be, is taken from them', async () => {
    const [folder, file] = [newFolder(), path.join(newFolder(), 'desk.key')]
    await ringOf(folder, { keyFile: file })
    chmodSync(file, 0o644)
    await ringOf(folder, { keyFile: file })
    expect(modeForOthers(file)).toBe(0)
  })

  it('that was there before is used as it is', async () => {
    const [one, other, file] = [newFolder(), newFolder(), path.join(newFolder(), 'desk.key')]
    await ringOf(one, { keyFile: file })
    await ringOf(other, { keyFile: file })
    expect(await problemOf(one, { keyFile: file })).toBe('opened')
  })

  it('is not made for a ring that is there, and another one is told from the right one', async () => {
    const [folder, files] = [newFolder(), newFolder()]
    const fileCalled = (name: string): string => path.join(files, name)
    const [right, missing] = [fileCalled('right'), fileCalled('missing')]
    const [wrong, odd] = [fileCalled('wrong'), fileCalled('odd')]
    await ringOf(folder, { keyFile: right })
    expect(await problemOf(folder, { keyFile: missing })).toEqual({
      kind: 'key-file-missing',
      path: missing,
    })
    expect(readdirSync(files)).toEqual(['right'])
    writeFileSync(wrong, `${Buffer.alloc(32, 9).toString('base64')}\n`)
    writeFileSync(odd, 'not a key\n')
    for (const file of [wrong, odd])
      expect(await problemOf(folder, { keyFile: file })).toEqual({
        kind: 'key-file-wrong',
        path: file,
      })
    expect(await problemOf(folder, {})).toEqual({ kind: 'key-file-needed' })
  })

  it('that is lost leaves the passphrase', async () => {
    const [folder, file] = [newFolder(), path.join(newFolder(), 'desk.key')]
    const sealed = sealedBy(await ringOf(folder, { keyFile: file, passphrase: 'correct horse' }))
    rmSync(file)
    const ways = { keyFile: file, passphrase: 'correct horse' }
    expect(sealed.opensWith(await ringOf(folder, ways))).toBe(true)
  })
})

describe('the file of the ring', () => {
  const tornFolder = async (): Promise<{ folder: string; file: string; ring: KeyRing }> => {
    const folder = newFolder()
    const ring = await ringOf(folder, { system })
    const file = path.join(folder, 'keys.json')
    writeFileSync(file, readFileSync(file, 'utf8').slice(0, 40))
    return { folder, file, ring }
  }

  it('when torn, is set aside and restored from its copy, and that is told (fault 17)', async () => {
    const { folder, file, ring } = await tornFolder()
    const again = await ringOf(folder, { system })
    const aside = path.join(folder, 'keys.broken-2026-11-24T02-00-00-000Z.json')
    expect(again.found).toEqual({ kind: 'restored', aside })
    expect(readFileSync(aside, 'utf8')).toHaveLength(40)
    expect(sealedBy(ring).opensWith(again)).toBe(true)
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ version: 2 })
    expect((await ringOf(folder, { system })).found).toEqual({ kind: 'sound' })
  })

  it('when torn like its copy, is left as it is', async () => {
    const { folder, file } = await tornFolder()
    writeFileSync(path.join(folder, 'keys.last-good.json'), '')
    const before = filesIn(folder)
    expect(await problemOf(folder, { system })).toEqual({ kind: 'ring-damaged', path: file })
    expect(filesIn(folder)).toEqual(before)
  })

  it('of a newer version is left as it is', async () => {
    const { folder, file } = await tornFolder()
    writeFileSync(file, JSON.stringify({ version: 3, keys: [] }))
    const before = filesIn(folder)
    expect(await problemOf(folder, { system })).toEqual({ kind: 'ring-newer', path: file })
    expect(filesIn(folder)).toEqual(before)
  })

  it('brings a copy that fell behind up to date', async () => {
    const folder = newFolder()
    const ring = await ringOf(folder, { system })
    const copy = path.join(folder, 'keys.last-good.json')
    const old = readFileSync(copy, 'utf8')
    await ring.setPassphrase('correct horse')
    writeFileSync(copy, old)
    await ringOf(folder, { system })
    expect(readFileSync(copy, 'utf8')).toContain('passphrase')
  })

  it('opens nothing when a byte of the wrapped key was changed', async () => {
    const [folder, file] = [newFolder(), path.join(newFolder(), 'desk.key')]
    await ringOf(folder, { keyFile: file })
    const ring = path.join(folder, 'keys.json')
    const before = readFileSync(ring, 'utf8')
    const changed = before.replace(
      /("keyFile": "[^"]{30})(.)/,
      (_, start: string, one: string) => `${start}${one === 'A' ? 'B' : 'A'}`,
    )
    expect(changed).not.toBe(before)
    writeFileSync(ring, changed)
    expect(await problemOf(folder, { keyFile: file })).toEqual({
      kind: 'key-file-wrong',
      path: file,
    })
  })
})
