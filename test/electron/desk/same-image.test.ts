import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { imageOf } from '../../../core/license/record.ts'
import { fail } from '../../../core/result.ts'
import type { Recognizer } from '../../../electron/recognizers/recognizer.ts'
import { createMemoryStores } from '../../../electron/store/memory-stores.ts'
import { HeldRecognizer, readyRecognizer } from '../../fakes/fake-recognizer.ts'
import { deskWith, pngStart, states } from './desk-parts.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), '扫描 '))
})
afterEach(() => rm(folder, { recursive: true }))

const at = (name: string): string => path.join(folder, name)

/** Puts files on the disk that look like pictures, and all like the same. */
async function put(...names: readonly string[]): Promise<string[]> {
  for (const name of names) await writeFile(at(name), pngStart, 'latin1')
  return names.map(at)
}

/** Saves another picture under the name of one that is there. */
const rewrite = (name: string): Promise<void> =>
  writeFile(at(name), `${pngStart}another customer`, 'latin1')

describe('another picture under the same name', () => {
  it('comes in, and the same one is told as it stands (fault 57)', async () => {
    const desk = deskWith(readyRecognizer())
    await desk.add(await put('scan.png'))
    await desk.idle()
    const [first] = desk.snapshot().jobs
    await rewrite('scan.png')
    const { accepted, refused, inOrder } = await desk.add([at('scan.png'), at('scan.png')])
    await desk.idle()
    const [, second] = desk.snapshot().jobs
    expect({ accepted, refused: refused.map(({ kind }) => kind), inOrder }).toEqual({
      accepted: 1,
      refused: ['already-here'],
      inOrder: [second?.id, second?.id],
    })
    expect(states(desk)).toEqual(['scan.png done', 'scan.png done'])
    await put('scan.png')
    expect(await desk.add([at('scan.png')])).toMatchObject({ accepted: 0, inOrder: [first?.id] })
  })

  it('takes the place of one that could not be read as it was (fault 57)', async () => {
    const recognizer = new HeldRecognizer()
    const desk = deskWith(recognizer)
    await desk.add(await put('a.png', 'b.png', 'c.png'))
    for (const kind of ['damaged', 'engine-crashed'] as const)
      await recognizer.answer(fail({ kind, message: '' }))
    await rewrite('a.png')
    await rewrite('b.png')
    await recognizer.answer()
    expect(await desk.add([at('a.png'), at('b.png')])).toMatchObject({ accepted: 2 })
    expect(states(desk)).toEqual(['b.png failed', 'c.png done', 'a.png running', 'b.png queued'])
    desk.cancel()
  })

  it('is read once it is dropped in again, where it was there before the turn came (fault 57)', async () => {
    const recognizer = new HeldRecognizer()
    const desk = deskWith(recognizer)
    await desk.add(await put('a.png', 'b.png'))
    await rewrite('b.png')
    await recognizer.answer()
    await desk.idle()
    expect(states(desk)).toEqual(['a.png done', 'b.png failed'])
    await desk.add([at('b.png')])
    await recognizer.answer()
    expect(states(desk)).toEqual(['a.png done', 'b.png done'])
  })
})

describe('what was paid for an image', () => {
  const deskOfTwins = async (recognizer: Recognizer) => {
    const stores = createMemoryStores()
    const desk = deskWith(recognizer, stores)
    await desk.add(await put('a.png', 'b.png'))
    const [a, b] = desk.snapshot().jobs
    if (a === undefined || b === undefined) throw new Error('nothing came in')
    const image = imageOf(a.source)
    stores.paid.put(image, { kind: 'sent' })
    return { desk, a: a.id, b: b.id, isKept: () => stores.paid.get(image) !== undefined }
  }

  it('is forgotten with the last job that has it, not with a twin (fault 65)', async () => {
    const { desk, a, b, isKept } = await deskOfTwins(readyRecognizer())
    await desk.idle()
    desk.remove([b])
    expect(isKept()).toBe(true)
    desk.remove([a])
    expect(isKept()).toBe(false)
  })

  it('is forgotten when all that have it go together', async () => {
    const { desk, a, b, isKept } = await deskOfTwins(readyRecognizer())
    await desk.idle()
    desk.remove([a, b])
    expect(isKept()).toBe(false)
  })

  it('stays as long as a record has it that was put away, corrected or not', async () => {
    const { desk, a, b, isKept } = await deskOfTwins(readyRecognizer())
    await desk.idle()
    const [, record] = desk.snapshot().records
    desk.decide(record?.id ?? '', 'id_num', '110101199003070000')
    desk.putAway([a])
    desk.remove([b])
    expect(isKept()).toBe(true)
  })

  it.each(['damaged', 'outcome-unknown'] as const)(
    'stays as long as a record has it that was put away, when one goes that ended as %s',
    async (kind) => {
      const { desk, a, b, isKept } = await deskOfTwins(
        readyRecognizer({ 'b.png': { kind, message: '' } }),
      )
      await desk.idle()
      desk.putAway([a])
      desk.remove([b])
      expect(isKept()).toBe(true)
    },
  )

  it.each(['damaged', 'outcome-unknown'] as const)(
    'is forgotten with the last that has it, which ended as %s',
    async (kind) => {
      const failure = { kind, message: '' }
      const { desk, a, b, isKept } = await deskOfTwins(
        readyRecognizer({ 'a.png': failure, 'b.png': failure }),
      )
      await desk.idle()
      desk.remove([a])
      expect(isKept()).toBe(true)
      desk.remove([b])
      expect(isKept()).toBe(false)
    },
  )

  it('stays while the image may be out, whatever is taken off (fault 2)', async () => {
    const { desk, a, b, isKept } = await deskOfTwins(new HeldRecognizer({ isPaid: true }))
    desk.remove([b])
    expect(isKept()).toBe(true)
    desk.remove([a])
    expect(isKept()).toBe(true)
  })

  it('stays when one goes that was never read', async () => {
    const { desk, a, b, isKept } = await deskOfTwins(new HeldRecognizer())
    desk.pause()
    desk.cancel([a])
    desk.remove([a, b])
    expect(isKept()).toBe(true)
  })
})
