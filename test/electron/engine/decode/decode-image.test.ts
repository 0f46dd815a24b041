import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import sharp, { type Sharp } from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openImage } from '../../../../electron/engine/decode/decode-image.ts'
import { maxBytes } from '../../../../electron/files/ordinary-file.ts'
import type { Raster } from '../../../../electron/engine/geometry/raster.ts'
import { greyTiff } from '../../../fixtures/formats/tiff.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'decode-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function fileOf(content: Uint8Array | string): Promise<string> {
  const file = path.join(folder, `卡片 🚗 ${crypto.randomUUID()}.jpg`)
  await writeFile(file, content)
  return file
}

const size = { width: 48, height: 32 }
type Color = readonly [red: number, green: number, blue: number]

/** Red at the top left, green at the top right, blue at the bottom left, white at the bottom right. */
function quarters(): Sharp {
  const data = new Uint8Array(size.width * size.height * 3)
  for (let y = 0; y < size.height; y++) {
    for (let x = 0; x < size.width; x++) {
      const right = x >= size.width / 2
      const low = y >= size.height / 2
      const color = low
        ? right
          ? [255, 255, 255]
          : [0, 0, 255]
        : right
          ? [0, 255, 0]
          : [255, 0, 0]
      data.set(color, (y * size.width + x) * 3)
    }
  }
  return sharp(data, { raw: { ...size, channels: 3 } })
}

/** The color in the middle of each quarter: top left, top right, bottom left, bottom right. */
const cornersOf = ({ data, width, height }: Raster): Color[] =>
  [
    [0.25, 0.25],
    [0.75, 0.25],
    [0.25, 0.75],
    [0.75, 0.75],
  ].map(([x = 0, y = 0]) => {
    const at = (Math.floor(y * height) * width + Math.floor(x * width)) * 3
    return [data[at] ?? -1, data[at + 1] ?? -1, data[at + 2] ?? -1]
  })

const nameOf = ([red, green, blue]: Color): string => {
  const key = [red, green, blue].map((value) => (value > 140 ? 1 : 0)).join('')
  return { '100': 'red', '010': 'green', '001': 'blue', '111': 'white', '000': 'black' }[key] ?? key
}

async function decodeFile(content: Uint8Array): Promise<Raster> {
  const opened = await openImage(await fileOf(content))
  if (!opened.ok) throw new Error(opened.error.kind)
  const decoded = await opened.value.decode(1000)
  if (!decoded.ok) throw new Error(decoded.error.kind)
  return decoded.value
}

async function faultOf(content: Uint8Array | string): Promise<string> {
  const opened = await openImage(await fileOf(content))
  if (!opened.ok) return opened.error.kind
  const decoded = await opened.value.decode(1000)
  return decoded.ok ? 'none' : decoded.error.kind
}

test.each([
  ['PNG', () => quarters().png()],
  ['PNG with a palette', () => quarters().png({ palette: true })],
  ['PNG of 16 bits', () => quarters().toColourspace('rgb16').png()],
  ['JPEG', () => quarters().jpeg({ quality: 95 })],
  ['progressive JPEG', () => quarters().jpeg({ quality: 95, progressive: true })],
  ['WebP', () => quarters().webp({ lossless: true })],
  ['TIFF', () => quarters().tiff({ compression: 'lzw' })],
  ['GIF', () => quarters().gif()],
  ['AVIF', () => quarters().avif({ quality: 90 })],
])('decodes %s (fault 51)', async (_, draw) => {
  const raster = await decodeFile(await draw().toBuffer())
  expect({ width: raster.width, height: raster.height }).toEqual(size)
  expect(raster.data).toHaveLength(size.width * size.height * 3)
  expect(cornersOf(raster).map(nameOf)).toEqual(['red', 'green', 'blue', 'white'])
})

test.each([
  ['grey JPEG', () => quarters().greyscale().jpeg()],
  ['grey PNG of 16 bits', () => quarters().toColourspace('grey16').png()],
  ['grey PNG with alpha', () => quarters().greyscale().ensureAlpha(1).png()],
])('makes three channels of a %s (fault 51)', async (_, draw) => {
  const raster = await decodeFile(await draw().toBuffer())
  expect(raster.data).toHaveLength(size.width * size.height * 3)
  const [, , , bottomRight] = cornersOf(raster)
  expect(nameOf(bottomRight ?? [0, 0, 0])).toBe('white')
})

test.each([
  ['JPEG', () => quarters().toColourspace('cmyk').jpeg({ quality: 95 })],
  ['TIFF', () => quarters().toColourspace('cmyk').tiff()],
])('decodes a %s of four inks, as far as ink can show the colors (fault 51)', async (_, draw) => {
  const content = await draw().toBuffer()
  expect((await sharp(content).metadata()).space).toBe('cmyk')
  const [first, second, third, fourth] = cornersOf(await decodeFile(content))
  const brightest = (color: Color = [0, 0, 0]): number => color.indexOf(Math.max(...color))
  expect([first, second, third].map(brightest)).toEqual([0, 1, 2])
  expect(fourth && nameOf(fourth)).toBe('white')
})

test('shows transparent parts white (fault 51)', async () => {
  const clear = sharp({
    create: { ...size, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
  })
  const raster = await decodeFile(await clear.png().toBuffer())
  expect(new Set(cornersOf(raster).map(nameOf))).toEqual(new Set(['white']))
})

test('reads the first frame of an animation (fault 52)', async () => {
  const frames = await Promise.all(
    ['#ff0000', '#00ff00'].map((background) =>
      sharp({ create: { ...size, channels: 3, background } })
        .png()
        .toBuffer(),
    ),
  )
  const animation = await sharp(frames, { join: { animated: true } })
    .gif()
    .toBuffer()
  const raster = await decodeFile(animation)
  expect(raster.height).toBe(size.height)
  expect(new Set(cornersOf(raster).map(nameOf))).toEqual(new Set(['red']))
})

/** What the viewer sees at the top left … bottom right once each orientation is applied. */
const uprights: Readonly<Record<number, readonly string[]>> = {
  1: ['red', 'green', 'blue', 'white'],
  2: ['green', 'red', 'white', 'blue'],
  3: ['white', 'blue', 'green', 'red'],
  4: ['blue', 'white', 'red', 'green'],
  5: ['red', 'blue', 'green', 'white'],
  6: ['blue', 'red', 'white', 'green'],
  7: ['white', 'green', 'blue', 'red'],
  8: ['green', 'white', 'red', 'blue'],
}

test.each([1, 2, 3, 4, 5, 6, 7, 8])(
  'applies EXIF orientation %i (fault 53)',
  async (orientation) => {
    const content = await quarters().withMetadata({ orientation }).jpeg({ quality: 95 }).toBuffer()
    const opened = await openImage(await fileOf(content))
    if (!opened.ok) throw new Error(opened.error.kind)
    const raster = await decodeFile(content)
    expect(cornersOf(raster).map(nameOf)).toEqual(uprights[orientation])
    expect([raster.width, raster.height]).toEqual([opened.value.width, opened.value.height])
  },
)

test('scales down to the long side and never up', async () => {
  const opened = await openImage(await fileOf(await quarters().png().toBuffer()))
  if (!opened.ok) throw new Error(opened.error.kind)
  const small = await opened.value.decode(24)
  const large = await opened.value.decode(4000)
  expect(small.ok && [small.value.width, small.value.height]).toEqual([24, 16])
  expect(large.ok && [large.value.width, large.value.height]).toEqual([48, 32])
  expect([opened.value.width, opened.value.height]).toEqual([48, 32])
})

test('gives the screen an upright JPEG', async () => {
  const content = await quarters().withMetadata({ orientation: 6 }).jpeg().toBuffer()
  const opened = await openImage(await fileOf(content))
  if (!opened.ok) throw new Error(opened.error.kind)
  const jpeg = await opened.value.jpeg({ longSide: 24, quality: 86 })
  if (!jpeg.ok) throw new Error(jpeg.error.kind)
  const { format, width, height, orientation } = await sharp(jpeg.value).metadata()
  expect({ format, width, height }).toEqual({ format: 'jpeg', width: 16, height: 24 })
  expect(orientation ?? 1).toBe(1)
})

test('refuses what is no picture, by its content (fault 47, fault 50)', async () => {
  expect(await faultOf('')).toBe('empty')
  expect(await faultOf('a letter that was named .jpg')).toBe('not-an-image')
  expect(await faultOf('<svg xmlns="http://www.w3.org/2000/svg"></svg>')).toBe(
    'format-not-supported',
  )
})

test('takes a file that is two things for what it begins as, and decodes only that (fault 50)', async () => {
  const page = '<html><script>alert(1)</script></html>'
  const jpeg = await quarters().jpeg({ quality: 95 }).toBuffer()
  const raster = await decodeFile(Buffer.concat([jpeg, Buffer.from(`${page}PK\x03\x04`)]))
  expect(cornersOf(raster).map(nameOf)).toEqual(['red', 'green', 'blue', 'white'])
  expect(await faultOf(Buffer.concat([Buffer.from(page), jpeg]))).toBe('format-not-supported')
  expect(await faultOf('GIF89a=1;alert(1)//')).toBe('damaged')
})

test('opens every page of a TIFF by itself, and one that is damaged or too large fails alone (fault 49, fault 54)', async () => {
  const file = await fileOf(
    greyTiff([
      { width: 40, height: 30, level: 40 },
      { width: 10_000, height: 10_000, level: 90, bytes: 0 },
      { width: 50, height: 20, level: 200 },
      { width: 60, height: 60, level: 90, bytes: 100 },
    ]),
  )
  const pageOf = async (page: number): Promise<string> => {
    const opened = await openImage(file, page)
    if (!opened.ok) return opened.error.kind
    const [decoded, jpeg] = [
      await opened.value.decode(1000),
      await opened.value.jpeg({ longSide: 25, quality: 90 }),
    ]
    if (!decoded.ok) return decoded.error.kind
    const { width, height } = jpeg.ok ? await sharp(jpeg.value).metadata() : opened.value
    return `${decoded.value.width} x ${decoded.value.height} ${decoded.value.data[0]}, ${width} x ${height}`
  }
  expect(await Promise.all([1, 2, 3, 4, 5].map(pageOf))).toEqual([
    '40 x 30 40, 25 x 19',
    'too-many-pixels',
    '50 x 20 200, 25 x 10',
    'damaged',
    'damaged',
  ])
})

test('tells a broken picture from a sound one (fault 54)', async () => {
  const noise = new Uint8Array(300 * 300 * 3).map((_, index) => (index * 7919) % 251)
  const picture = sharp(noise, { raw: { width: 300, height: 300, channels: 3 } })
  const jpeg = await picture.clone().jpeg().toBuffer()
  const png = await picture.clone().png().toBuffer()
  expect(await faultOf(jpeg)).toBe('none')
  expect(await faultOf(jpeg.subarray(0, jpeg.length / 2))).toBe('damaged')
  expect(await faultOf(jpeg.subarray(0, 40))).toBe('damaged')
  expect(await faultOf(png.subarray(0, png.length / 2))).toBe('damaged')
})

/** A sound PNG of one bit a pixel, all black. */
function blackPng(width: number, height: number): Buffer {
  const chunk = (name: string, content: Uint8Array): Buffer => {
    const body = Buffer.concat([Buffer.from(name, 'latin1'), content])
    const frame = Buffer.alloc(body.length + 8)
    frame.writeUInt32BE(content.length, 0)
    body.copy(frame, 4)
    frame.writeUInt32BE(crc32(body), body.length + 4)
    return frame
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([1, 0, 0, 0, 0], 8)
  const rows = deflateSync(Buffer.alloc((width / 8 + 1) * height), { level: 1 })
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const end = chunk('IEND', new Uint8Array())
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', rows), end])
}

test('refuses a small file that would unpack to more than 50 megapixels (fault 49)', async () => {
  const bomb = blackPng(10_000, 10_000)
  expect(bomb.length).toBeLessThan(1_000_000)
  expect(await faultOf(blackPng(800, 600))).toBe('none')
  expect(await faultOf(bomb)).toBe('too-many-pixels')
})

test('refuses more than 40 MB before reading, a folder and a file that is gone (fault 57)', async () => {
  const large = await openImage(await fileOf(new Uint8Array(maxBytes + 1)))
  expect(large.ok ? 'opened' : large.error.kind).toBe('too-many-bytes')
  const directory = await openImage(folder)
  expect(directory.ok ? 'opened' : directory.error.kind).toBe('not-a-file')
  const gone = await openImage(path.join(folder, 'gone.png'))
  expect(gone.ok ? 'opened' : gone.error.kind).toBe('missing')
})
