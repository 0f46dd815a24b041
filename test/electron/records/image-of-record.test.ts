import { hash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { keptPath } from '../../../core/license/record.ts'
import { fail, ok } from '../../../core/result.ts'
import { previewOfEither, stateOfImageAmong } from '../../../electron/records/image-of-record.ts'
import { createMemoryStores } from '../../../electron/store/memory-stores.ts'
import { held, heldRecord } from './held-records.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), '记录 '))
})
afterEach(() => rm(folder, { recursive: true }))

async function imageFile(bytes: string) {
  const file = path.join(folder, '驾照.jpg')
  await writeFile(file, bytes)
  return { path: file, name: '驾照.jpg', page: 1, image: hash('sha256', bytes, 'hex') }
}

const { images } = createMemoryStores()
const stateOfImage = stateOfImageAmong(images)

it('tells whether the image of a record is still there and the same', async () => {
  const source = await imageFile('first')
  expect(await stateOfImage(source)).toBe('there')
  await writeFile(source.path, 'another customer')
  expect(await stateOfImage(source)).toBe('changed')
  await rm(source.path)
  expect(await stateOfImage(source)).toBe('missing')
})

it('tells whether an image without a file is still kept', async () => {
  const source = { path: keptPath('pasted'), name: '粘贴', page: 1, image: 'hash' }
  expect(await stateOfImage(source)).toBe('missing')
  images.put('pasted', Uint8Array.of(1))
  expect(await stateOfImage(source)).toBe('there')
})

it('shows the image of a stored record as long as it is the same, and else of a job on the list', async () => {
  const source = await imageFile('first')
  const { stores } = held([{ ...heldRecord('record', 'x'), source }])
  const bytes = (text: string) => new TextEncoder().encode(text)
  const preview = previewOfEither({
    records: stores.records,
    ofJob: async (id) => (id === 'job' ? ok(bytes('job')) : fail({ kind: 'missing', message: '' })),
    preview: async ({ name }, side) => ok(bytes(`${name} ${side}`)),
    stateOfImage,
  })
  const { signal } = new AbortController()
  expect(await preview('record', 128, signal)).toEqual(ok(bytes('驾照.jpg 128')))
  expect(await preview('job', 128, signal)).toEqual(ok(bytes('job')))
  expect(await preview('nobody', 128, signal)).toMatchObject({ error: { kind: 'missing' } })
  await writeFile(source.path, 'another customer')
  expect(await preview('record', 128, signal)).toMatchObject({ error: { kind: 'changed' } })
})
