import { hash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ok } from '../../../core/result.ts'
import { contentHash } from '../../../electron/intake/content-hash.ts'
import { onlyUnchanged } from '../../../electron/recognizers/only-unchanged.ts'
import {
  HeldRecognizer,
  readyRecognizer,
  soundReading,
  unheard,
} from '../../fakes/fake-recognizer.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), '原件 '))
})
afterEach(() => rm(folder, { recursive: true }))

async function dropped(bytes: string) {
  const file = path.join(folder, 'a.jpg')
  await writeFile(file, bytes)
  return { path: file, name: 'a.jpg', page: 1, image: hash('sha256', bytes, 'hex') }
}

const { signal } = new AbortController()

describe('an original (fault 57)', () => {
  it('is read while it holds what it held', async () => {
    const recognizer = onlyUnchanged(readyRecognizer(), contentHash)
    expect(await recognizer.recognize(await dropped('one'), signal, unheard)).toEqual(
      ok([soundReading]),
    )
  })

  it('is not read, and not sent, once it holds something else', async () => {
    const inner = new HeldRecognizer({ isPaid: true })
    const source = await dropped('one')
    await writeFile(source.path, 'two')
    expect(
      await onlyUnchanged(inner, contentHash).recognize(source, signal, unheard),
    ).toMatchObject({
      error: { kind: 'changed' },
    })
    expect(inner.askedFor).toEqual([])
  })

  it('is given up at once when nobody waits for it any more', async () => {
    const inner = new HeldRecognizer()
    const abort = new AbortController()
    let heard = false
    const source = await dropped('one')
    const asked = onlyUnchanged(inner, (file, given) => {
      abort.abort()
      heard = given.aborted
      return contentHash(file, given)
    }).recognize(source, abort.signal, unheard)
    expect(await asked).toMatchObject({ error: { kind: 'cancelled' } })
    expect(heard).toBe(true)
    expect(inner.askedFor).toEqual([])
  })

  it('that is gone is left to the recognizer, which can say why', async () => {
    const source = await dropped('one')
    await rm(source.path)
    const missing = { kind: 'missing', message: 'ENOENT' } as const
    const recognizer = onlyUnchanged(readyRecognizer({ 'a.jpg': missing }), contentHash)
    expect(await recognizer.recognize(source, signal, unheard)).toEqual({
      ok: false,
      error: missing,
    })
  })
})
