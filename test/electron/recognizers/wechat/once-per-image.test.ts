import { beforeEach, describe, expect, it } from 'vitest'
import { fail, ok } from '../../../../core/result.ts'
import type { Recognizer } from '../../../../electron/recognizers/recognizer.ts'
import { oncePerImage } from '../../../../electron/recognizers/wechat/once-per-image.ts'
import { HeldRecognizer, settled, soundReading } from '../../../fakes/fake-recognizer.ts'

const lost = fail({ kind: 'outcome-unknown', message: '' } as const)
const source = (name: string) => ({ path: `/卡片/${name}`, name, page: 1 })

let inner: HeldRecognizer
let recognizer: Recognizer

beforeEach(() => {
  inner = new HeldRecognizer({ isPaid: true })
  recognizer = oncePerImage(inner, async ({ name }) => name.split('-')[0])
})

async function ask(name: string, signal = new AbortController().signal) {
  const asked = recognizer.recognize(source(name), signal)
  await settled()
  return { asked }
}

describe('an image that was read', () => {
  it('is not sent again, whatever it is called (fault 65)', async () => {
    const first = await ask('cat-1.jpg')
    await inner.answer()
    expect(await first.asked).toEqual(ok(soundReading))
    const second = await ask('cat-2.jpg')
    expect(await second.asked).toEqual(ok(soundReading))
    expect(inner.askedFor).toEqual(['cat-1.jpg'])
  })

  it('is sent once when it comes twice at the same time (fault 65)', async () => {
    const both = [await ask('cat-1.jpg'), await ask('cat-2.jpg')]
    await inner.answer()
    for (const { asked } of both) expect(await asked).toEqual(ok(soundReading))
    expect(inner.askedFor).toEqual(['cat-1.jpg'])
  })
})

describe('an image whose answer was lost', () => {
  it('is sent again only when the same file is tried again', async () => {
    const first = await ask('cat-1.jpg')
    await inner.answer(lost)
    expect(await first.asked).toEqual(lost)
    const copy = await ask('cat-2.jpg')
    expect(await copy.asked).toEqual(lost)
    expect(inner.askedFor).toEqual(['cat-1.jpg'])
    const again = await ask('cat-2.jpg')
    await inner.answer()
    expect(await again.asked).toEqual(ok(soundReading))
    expect(inner.askedFor).toEqual(['cat-1.jpg', 'cat-2.jpg'])
  })

  it('gives that to a copy that waited for it', async () => {
    const first = await ask('cat-1.jpg')
    const copy = await ask('cat-2.jpg')
    await inner.answer(lost)
    expect(await first.asked).toEqual(lost)
    expect(await copy.asked).toEqual(lost)
    expect(inner.askedFor).toEqual(['cat-1.jpg'])
  })
})

it('sends a copy when the first was cancelled before it left', async () => {
  const abort = new AbortController()
  await ask('cat-1.jpg', abort.signal)
  const copy = await ask('cat-2.jpg')
  abort.abort()
  await settled()
  await inner.answer()
  expect(await copy.asked).toEqual(ok(soundReading))
  expect(inner.askedFor).toEqual(['cat-1.jpg', 'cat-2.jpg'])
})

it('lets whoever waits leave at once', async () => {
  const abort = new AbortController()
  await ask('cat-1.jpg')
  const copy = await ask('cat-2.jpg', abort.signal)
  abort.abort()
  expect(await copy.asked).toMatchObject({ error: { kind: 'cancelled' } })
})

it('keeps different images apart', async () => {
  await ask('cat-1.jpg')
  await ask('dog-1.jpg')
  expect(inner.askedFor).toEqual(['cat-1.jpg', 'dog-1.jpg'])
})
