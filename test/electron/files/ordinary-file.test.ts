import { execFileSync } from 'node:child_process'
import { hash } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openImage } from '../../../electron/engine/decode/decode-image.ts'
import { bytesOf, maxBytes, openOrdinary } from '../../../electron/files/ordinary-file.ts'
import { contentHash } from '../../../electron/intake/content-hash.ts'
import { stateOfImageAmong } from '../../../electron/records/image-of-record.ts'
import { createMemoryStores } from '../../../electron/store/memory-stores.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), '记住的 '))
})
afterEach(() => rm(folder, { recursive: true }))

const at = (name: string): string => path.join(folder, name)

async function put(name: string, content: Uint8Array | string): Promise<string> {
  await writeFile(at(name), content)
  return at(name)
}

const kindOf = async (file: string): Promise<string> => {
  const outcome = await contentHash(file)
  return outcome.ok ? 'read' : outcome.error.kind
}

describe.skipIf(process.platform === 'win32')(
  'a remembered path that leads elsewhere by now',
  () => {
    const pipe = (): string => {
      execFileSync('mkfifo', [at('pipe.jpg')])
      return at('pipe.jpg')
    }

    it('to a pipe holds nobody up, however often it is asked for (fault 55)', async () => {
      const file = pipe()
      const asked = Array.from({ length: 8 }, () => kindOf(file))
      expect(await readFile(await put('a.jpg', 'one'), 'utf8')).toBe('one')
      expect(new Set(await Promise.all(asked))).toEqual(new Set(['not-a-file']))
      expect(await openImage(file)).toMatchObject({ error: { kind: 'not-a-file' } })
      expect(await stateOfImage({ path: file, name: '', page: 1, image: 'a' })).toBe('missing')
    })

    it.each(['/dev/zero', '/dev/tty', os.tmpdir()])(
      'to %s is not read (fault 55)',
      async (place) => {
        await symlink(place, at('link.jpg'))
        expect(['not-a-file', 'missing']).toContain(await kindOf(at('link.jpg')))
        expect((await openImage(at('link.jpg'))).ok).toBe(false)
      },
    )
  },
)

const stateOfImage = stateOfImageAmong(createMemoryStores().images)

describe('an ordinary file', () => {
  it('is hashed piece by piece to what its bytes are', async () => {
    const bytes = Buffer.alloc(700_000, 'license')
    const file = await put('a.jpg', bytes)
    expect(await contentHash(file)).toEqual({ ok: true, value: hash('sha256', bytes, 'hex') })
    expect(await openOrdinary(file, bytesOf)).toEqual({ ok: true, value: bytes })
  })

  it('may have 40 MB and not a byte more, or less than one', async () => {
    const file = await put('a.jpg', 'a')
    await truncate(file, maxBytes)
    expect(await kindOf(file)).toBe('read')
    await truncate(file, maxBytes + 1)
    expect(await kindOf(file)).toBe('too-many-bytes')
    await truncate(file, 0)
    expect(await kindOf(file)).toBe('empty')
  })

  it('is read as far as it went when it was opened, though it grows or shrinks meanwhile', async () => {
    const file = await put('a.jpg', 'four')
    const read = (change: () => Promise<void>) =>
      openOrdinary(file, async (opened) => {
        await change()
        return (await bytesOf(opened)).toString()
      })
    expect(await read(() => writeFile(file, 'and more', { flag: 'a' }))).toMatchObject({
      value: 'four',
    })
    expect(await read(() => truncate(file, 2))).toMatchObject({ value: 'fo' })
  })

  it('is given up in the middle when nobody waits for it any more', async () => {
    const file = await put('a.jpg', 'a')
    await truncate(file, maxBytes)
    const abort = new AbortController()
    const asked = contentHash(file, abort.signal)
    setImmediate(() => abort.abort())
    expect(await asked).toMatchObject({ ok: false })
  })
})
