import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Refusal } from '../../../core/ipc/contract.ts'
import type { Failure } from '../../../core/license/failure.ts'
import { fail, ok, type Result } from '../../../core/result.ts'
import { createShownDocument } from '../../../electron/intake/shown-document.ts'
import { greyTiff } from '../../fixtures/formats/tiff.ts'
import { numbered } from '../../fakes/fake-recognizer.ts'

let file = ''
let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), '选页 '))
  file = path.join(folder, '扫描.pdf')
  await writeFile(file, '%PDF-1.7')
})
afterEach(() => rm(folder, { recursive: true }))

const never = new AbortController().signal
const about = (kind: Refusal['kind']): Refusal => ({
  path: file,
  name: '扫描.pdf',
  kind,
  found: '',
  pages: { first: 1, last: 100, of: 300 },
})

/** Draws what it is asked for, in words. */
function shown(kind: Refusal['kind'], answer?: Result<Uint8Array, Failure>) {
  return createShownDocument({
    asked: () => [about(kind)],
    preview: async ({ path: from, page }, side) =>
      answer ?? ok(Buffer.from(`${from} ${page} ${side}`)),
    newId: numbered('document'),
  })
}

it('opens a document about whose pages a person is asked, and draws each of them', async () => {
  const document = shown('pages-left')
  const opened = await document.open(file)
  expect(opened?.pages).toHaveLength(300)
  const drawn = await document.page(`${opened?.id}/300`, 256, never)
  expect(drawn).toEqual(ok(Buffer.from(`${file} 300 256`)))
  expect(await document.page(`${opened?.id}/301`, 256, never)).toMatchObject({
    error: { kind: 'missing' },
  })
})

it('opens no other file, and knows no document but the last', async () => {
  const document = shown('pages-left')
  expect(await document.open(path.join(folder, '别的.pdf'))).toBeUndefined()
  expect(await shown('password-needed').open(file)).toBeUndefined()
  const before = await document.open(file)
  await document.open(file)
  expect(document.page(`${before?.id}/1`, 256, never)).toBeUndefined()
  expect(document.page('some-record', 256, never)).toBeUndefined()
})

it.each<Failure['kind']>(['password-needed', 'damaged'])(
  'of one that is locked nothing is shown, of a damaged page its place: %s',
  async (kind) => {
    const document = shown('pages-left', fail({ kind, message: '' }))
    expect((await document.open(file)) === undefined).toBe(kind === 'password-needed')
  },
)

it('draws the pages of a TIFF as the decoder counts them', async () => {
  const page = { width: 2, height: 2, level: 9 }
  const small = { ...page, subfileType: 1 }
  await writeFile(file, greyTiff([page, small, page]))
  const document = shown('pages-left')
  const opened = await document.open(file)
  expect(opened?.pages).toEqual([1, 3])
  expect(await document.page(`${opened?.id}/2`, 256, never)).toEqual(
    ok(Buffer.from(`${file} 3 256`)),
  )
})

it('tells that a file is gone', async () => {
  await rm(file)
  expect(await shown('pages-left').open(file)).toBeUndefined()
})
