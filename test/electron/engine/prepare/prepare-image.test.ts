import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import sharp, { type Sharp } from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openImage } from '../../../../electron/engine/decode/decode-image.ts'
import {
  type CardPlace,
  type PreparedImage,
  prepareImage,
} from '../../../../electron/engine/prepare/prepare-image.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'prepare-image-'))
})
afterAll(() => rm(folder, { recursive: true }))

const limit = 2 * 1024 * 1024

const prepared = async (image: Sharp, card?: CardPlace): Promise<Prepared> =>
  preparedBytes(await image.toBuffer(), card)

type Prepared = PreparedImage & { readonly from: Buffer }

async function preparedBytes(from: Buffer, card?: CardPlace): Promise<Prepared> {
  const file = path.join(folder, `${Math.random()}.img`)
  await writeFile(file, from)
  const opened = await openImage(file)
  if (!opened.ok) throw new Error(opened.error.detail)
  const outcome = await prepareImage(opened.value, card)
  if (!outcome.ok) throw new Error(outcome.error.detail)
  return { ...outcome.value, from }
}

/** Nothing compresses worse. */
function noise(width: number, height: number): Sharp {
  let state = 1
  const data = Uint8Array.from({ length: width * height * 3 }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state >>> 24
  })
  return sharp(data, { raw: { width, height, channels: 3 } })
}

/** Red at the top left, white elsewhere. */
const flag = (width: number, height: number): Sharp =>
  sharp({ create: { width, height, channels: 3, background: '#fff' } }).composite([
    {
      input: {
        create: {
          width: Math.floor(width / 4),
          height: Math.floor(height / 4),
          channels: 3,
          background: '#f00',
        },
      },
      left: 0,
      top: 0,
    },
  ])

async function cornerColors(bytes: Uint8Array): Promise<string[]> {
  const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true })
  const inset = 4
  const at = (x: number, y: number): string => {
    const green = data[(y * info.width + x) * 3 + 1] ?? 0
    return green < 128 ? 'red' : 'white'
  }
  const [right, bottom] = [info.width - inset, info.height - inset]
  return [at(inset, inset), at(right, inset), at(right, bottom), at(inset, bottom)]
}

describe('an image that is fit already', () => {
  it.each([
    ['image/jpeg', noise(400, 300).jpeg()],
    ['image/png', noise(400, 300).png()],
  ])('%s goes byte for byte', async (type, image) => {
    const { bytes, from, ...rest } = await prepared(image)
    expect(rest).toEqual({ type, isOriginal: true, width: 400, height: 300 })
    expect(Buffer.from(bytes).equals(from)).toBe(true)
  })
})

describe('an image that is not', () => {
  it('becomes small enough, however badly it compresses (fault 48)', async () => {
    const { bytes, type, isOriginal } = await prepared(noise(2400, 1800).jpeg({ quality: 100 }))
    expect({ type, isOriginal }).toEqual({ type: 'image/jpeg', isOriginal: false })
    expect(bytes.byteLength).toBeLessThan(limit)
    const { width } = await sharp(bytes).metadata()
    expect(width).toBeGreaterThan(1000)
  })

  it.each([-1, 0, 1])(
    'of 2 MB and %i byte is made smaller, to the same picture (fault 48)',
    async (more) => {
      const picture = await flag(1000, 700).jpeg({ quality: 100 }).toBuffer()
      const filling = Buffer.alloc(limit + more - picture.length)
      const { bytes, isOriginal, width, height } = await preparedBytes(
        Buffer.concat([picture, filling]),
      )
      expect({ isOriginal, width, height }).toEqual({ isOriginal: false, width: 1000, height: 700 })
      expect(bytes.byteLength).toBeLessThan(limit)
      expect(await sharp(bytes).metadata()).toMatchObject({ width: 1000, height: 700 })
      expect(await cornerColors(bytes)).toEqual(['red', 'white', 'white', 'white'])
    },
  )

  it('is set upright and loses what its file tells about the place and the phone', async () => {
    const { bytes, isOriginal } = await prepared(
      flag(400, 300)
        .jpeg()
        .withExif({ IFD0: { Make: 'Canary' }, IFD3: { GPSLatitude: '39/1 54/1 0/1' } })
        .withMetadata({ orientation: 6 }),
    )
    expect(isOriginal).toBe(false)
    const { width, height, exif, icc, orientation } = await sharp(bytes).metadata()
    expect({ width, height, exif, icc, orientation }).toEqual({
      width: 300,
      height: 400,
      exif: undefined,
      icc: undefined,
      orientation: undefined,
    })
    expect(await cornerColors(bytes)).toEqual(['white', 'red', 'white', 'white'])
    expect(Buffer.from(bytes).includes('Canary')).toBe(false)
  })

  it('of another format becomes a JPEG', async () => {
    const { type } = await prepared(noise(300, 200).webp())
    expect(type).toBe('image/jpeg')
  })
})

describe('a card whose place is known', () => {
  const corners: CardPlace['corners'] = [
    [200, 100],
    [600, 100],
    [600, 400],
    [200, 400],
  ]
  const scene = (): Sharp =>
    sharp({ create: { width: 1000, height: 800, channels: 3, background: '#888' } }).composite([
      {
        input: { create: { width: 400, height: 300, channels: 3, background: '#fff' } },
        left: 200,
        top: 100,
      },
      {
        input: { create: { width: 100, height: 75, channels: 3, background: '#f00' } },
        left: 200,
        top: 100,
      },
    ])

  it('is cut out with a little room around it', async () => {
    const { bytes } = await prepared(scene().png(), { corners, turn: 0 })
    const { width, height } = await sharp(bytes).metadata()
    expect(width).toBeGreaterThan(400)
    expect(width).toBeLessThan(460)
    expect(height).toBeGreaterThan(300)
    expect(height).toBeLessThan(360)
  })

  it.each([
    [90, 1],
    [180, 2],
    [270, 3],
  ] as const)('is turned by %i degrees', async (turn, corner) => {
    const { bytes } = await prepared(scene().png(), { corners, turn })
    const inner = await sharp(bytes).trim({ background: '#888', threshold: 60 }).toBuffer()
    expect((await cornerColors(inner)).indexOf('red')).toBe(corner)
  })

  it('is cut out of a picture that a phone stored on its side', async () => {
    const stored = await scene().png().toBuffer()
    const sideways = sharp(await sharp(stored).rotate(270).png().toBuffer())
    const { bytes } = await prepared(
      sideways.jpeg({ quality: 100 }).withMetadata({ orientation: 6 }),
      {
        corners,
        turn: 0,
      },
    )
    const { width, height } = await sharp(bytes).metadata()
    expect(width).toBeGreaterThan(400)
    expect(width).toBeLessThan(460)
    expect(height).toBeGreaterThan(300)
    expect(height).toBeLessThan(360)
    const inner = await sharp(bytes).trim({ background: '#888', threshold: 60 }).toBuffer()
    expect(await cornerColors(inner)).toEqual(['red', 'white', 'white', 'white'])
  })

  it('keeps its print large when it is a small part of a large photo (fault 48)', async () => {
    const small: CardPlace['corners'] = [
      [1000, 1000],
      [2200, 1000],
      [2200, 1800],
      [1000, 1800],
    ]
    const { bytes } = await prepared(noise(4000, 3000).blur(4).jpeg(), { corners: small, turn: 0 })
    const { width } = await sharp(bytes).metadata()
    expect(width).toBeGreaterThan(1200)
  })
})
