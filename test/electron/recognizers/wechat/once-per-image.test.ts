import { beforeEach, describe, expect, it } from 'vitest'
import { imageOf } from '../../../../core/license/record.ts'
import { fail, ok } from '../../../../core/result.ts'
import type { Recognizer, Trip } from '../../../../electron/recognizers/recognizer.ts'
import {
  oncePerImage,
  type UnderWay,
} from '../../../../electron/recognizers/wechat/once-per-image.ts'
import type { PaidCalls } from '../../../../electron/recognizers/wechat/paid-calls.ts'
import { createMemoryStores } from '../../../../electron/store/memory-stores.ts'
import { StoreProblem } from '../../../../electron/store/store-problem.ts'
import { HeldRecognizer, settled, soundReading, unheard } from '../../../fakes/fake-recognizer.ts'

const lost = fail({ kind: 'outcome-unknown', message: '' } as const)
/** Same animal, same image. */
const source = (name: string) => ({
  path: `/卡片/${name}`,
  name,
  page: 1,
  image: name.split('-')[0] ?? '',
})

let inner: HeldRecognizer
let recognizer: Recognizer

let paid: PaidCalls

beforeEach(() => {
  inner = new HeldRecognizer({ isPaid: true })
  paid = createMemoryStores().paid
  recognizer = oncePerImage(inner, paid, new Map())
})

async function ask(name: string, signal = new AbortController().signal) {
  const asked = recognizer.recognize(source(name), signal, unheard)
  await settled()
  return { asked }
}

const cat = imageOf(source('cat-1.jpg'))

describe('an image that was read', () => {
  it('is not sent again, whatever it is called (fault 65)', async () => {
    const first = await ask('cat-1.jpg')
    await inner.answer()
    expect(await first.asked).toEqual(ok([soundReading]))
    const second = await ask('cat-2.jpg')
    expect(await second.asked).toEqual(ok([soundReading]))
    expect(inner.askedFor).toEqual(['cat-1.jpg'])
  })

  it('is sent once when it comes twice at the same time (fault 65)', async () => {
    const both = [await ask('cat-1.jpg'), await ask('cat-2.jpg')]
    await inner.answer()
    for (const { asked } of both) expect(await asked).toEqual(ok([soundReading]))
    expect(inner.askedFor).toEqual(['cat-1.jpg'])
  })

  it('is not sent again by the next start', async () => {
    await ask('cat-1.jpg')
    await inner.answer()
    recognizer = oncePerImage(inner, paid, new Map())
    expect(await (await ask('cat-2.jpg')).asked).toEqual(ok([soundReading]))
    expect(inner.askedFor).toEqual(['cat-1.jpg'])
  })
})

describe('an image whose answer was lost', () => {
  it('is sent again only when its call was taken out', async () => {
    const first = await ask('cat-1.jpg')
    await inner.answer(lost)
    expect(await first.asked).toEqual(lost)
    for (const name of ['cat-2.jpg', 'cat-1.jpg', 'cat-1.jpg'])
      expect(await (await ask(name)).asked).toEqual(lost)
    expect(inner.askedFor).toEqual(['cat-1.jpg'])
    paid.remove(cat)
    const again = await ask('cat-2.jpg')
    await inner.answer()
    expect(await again.asked).toEqual(ok([soundReading]))
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

describe('what is written down', () => {
  it('is that it was sent, before it leaves (fault 2)', async () => {
    await ask('cat-1.jpg')
    expect(paid.get(cat)).toEqual({ kind: 'sent' })
  })

  it('tells the next start that the outcome is not known, when the program ended meanwhile (fault 3)', async () => {
    await ask('cat-1.jpg')
    recognizer = oncePerImage(inner, paid, new Map())
    expect(await (await ask('cat-1.jpg')).asked).toMatchObject({
      error: { kind: 'outcome-unknown' },
    })
    expect(inner.askedFor).toEqual(['cat-1.jpg'])
  })

  it('is gone when WeChat certainly did not read it', async () => {
    const first = await ask('cat-1.jpg')
    await inner.answer(fail({ kind: 'minute-limit', message: '' }))
    await first.asked
    expect(paid.get(cat)).toBeUndefined()
  })

  it('is gone while an image that WeChat did not read waits to go again', async () => {
    const trips: Trip[] = []
    inner.recognize = (_source, _signal, trip) => {
      trips.push(trip)
      return new Promise(() => {})
    }
    await ask('cat-1.jpg')
    for (const trip of trips) {
      trip.leaves()
      expect(paid.get(cat)).toEqual({ kind: 'sent' })
      trip.isBack()
      expect(paid.get(cat)).toBeUndefined()
    }
    expect(trips).toHaveLength(1)
  })

  it('keeps the image here when it cannot be written (fault 11, fault 21)', async () => {
    const full = new StoreProblem('disk-full', 'full')
    const refusing: PaidCalls = {
      ...paid,
      put() {
        throw full
      },
    }
    recognizer = oncePerImage(inner, refusing, new Map())
    await expect(
      recognizer.recognize(source('cat-1.jpg'), new AbortController().signal, unheard),
    ).rejects.toBe(full)
    expect(inner.open).toEqual([])
  })

  it('is not needed for the outcome to reach the desk', async () => {
    let isFull = false
    const filling: PaidCalls = {
      ...paid,
      put(image, call) {
        if (isFull) throw new StoreProblem('disk-full', 'full')
        paid.put(image, call)
      },
    }
    recognizer = oncePerImage(inner, filling, new Map())
    const first = await ask('cat-1.jpg')
    isFull = true
    await inner.answer()
    expect(await first.asked).toEqual(ok([soundReading]))
    expect(paid.get(cat)).toEqual({ kind: 'sent' })
  })
})

it('waits for what another recognizer of the same calls has under way', async () => {
  const underWay: UnderWay = new Map()
  const other = oncePerImage(new HeldRecognizer({ isPaid: true }), paid, underWay)
  recognizer = oncePerImage(inner, paid, underWay)
  const first = await ask('cat-1.jpg')
  const copy = other.recognize(source('cat-2.jpg'), new AbortController().signal, unheard)
  await inner.answer()
  expect(await first.asked).toEqual(ok([soundReading]))
  expect(await copy).toEqual(ok([soundReading]))
})

it('keeps no reading of what was taken out while its call was out', async () => {
  const { asked } = await ask('cat-1.jpg')
  paid.remove(cat)
  await inner.answer()
  await asked
  expect(paid.get(cat)).toBeUndefined()
})

it('sends a copy when the first was cancelled before it left', async () => {
  const abort = new AbortController()
  await ask('cat-1.jpg', abort.signal)
  const copy = await ask('cat-2.jpg')
  abort.abort()
  await settled()
  await inner.answer()
  expect(await copy.asked).toEqual(ok([soundReading]))
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
