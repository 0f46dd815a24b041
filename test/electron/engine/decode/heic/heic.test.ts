import sharp from 'sharp'
import { describe, expect, it, test } from 'vitest'
import { ok } from '../../../../../core/result.ts'
import { openImage } from '../../../../../electron/engine/decode/decode-image.ts'
import { prepareImage } from '../../../../../electron/engine/prepare/prepare-image.ts'
import { hiddenText, phoneHeic, phoneJpeg } from '../../../../fixtures/formats/heic/phone.ts'
import {
  differenceOf,
  type Pixels,
  pixelsOf,
  sharpOf,
} from '../../../../fixtures/formats/pixels.ts'

const heic = await phoneHeic()
const upright = await pixelsOf(await phoneJpeg())
/** Mean difference of a channel, of 255, that the two encodings may make. */
const near = 3

async function decoded(bytes: Uint8Array): Promise<Pixels> {
  const opened = await openImage(bytes)
  const raster = opened.ok ? await opened.value.decode(5000) : opened
  if (!raster.ok) throw new Error(`${raster.error.kind}: ${raster.error.detail}`)
  return raster.value
}

async function fault(bytes: Uint8Array): Promise<string> {
  const opened = await openImage(bytes)
  return opened.ok ? 'none' : opened.error.kind
}

/** The file with some bytes of one of its boxes replaced. */
function changed(box: string, at: number, ...bytes: readonly number[]): Buffer {
  const file = Buffer.from(heic)
  file.set(bytes, file.lastIndexOf(box) + at)
  return file
}

describe('a picture of an iPhone', () => {
  it('is decoded upright, as its JPEG twin is', async () => {
    const raster = await decoded(heic)
    expect(raster).toMatchObject({ width: 1280, height: 960 })
    expect(differenceOf(upright, raster)).toBeLessThan(near)
  })

  it.each([0, 1, 2, 3])(
    'is turned as it says, and once: %i quarters to the left',
    async (turns) => {
      // It is stored a quarter to the left; its Exif speaks of a quarter to the right whatever stands here.
      const expected = await pixelsOf(
        await sharpOf(upright)
          .rotate((270 + 360 - turns * 90) % 360)
          .png()
          .toBuffer(),
      )
      expect(differenceOf(expected, await decoded(changed('irot', 4, turns)))).toBeLessThan(near)
    },
  )

  it.each([
    ['left and right', 1],
    ['top and bottom', 0],
  ])('is mirrored as it says: %s', async (_, axis) => {
    const stored = await sharpOf(upright).rotate(270).png().toBuffer()
    const mirrored = axis === 1 ? sharp(stored).flop() : sharp(stored).flip()
    const expected = await pixelsOf(await mirrored.png().toBuffer())
    const bytes = changed('irot', 0, ...Buffer.from('imir'), axis)
    expect(differenceOf(expected, await decoded(bytes))).toBeLessThan(near)
  })

  it('is decoded at widths that do not fill its rows up', async () => {
    const [stored, left] = [1280 - 5, 5]
    const bytes = changed('ispe', 8 + 6, stored >> 8, stored & 255)
    bytes.writeUInt16BE(stored, bytes.indexOf(Buffer.of(0, 0, 2, 1, 960 >> 8, 960 & 255)) + 6)
    const area = { left, top: 0, width: stored, height: 960 }
    const expected = await pixelsOf(await sharpOf(upright).extract(area).png().toBuffer())
    expect(differenceOf(expected, await decoded(bytes))).toBeLessThan(near)
  })

  it('is shown in part and whole, and is a JPEG by then', async () => {
    const opened = await openImage(heic)
    const area = { left: 320, top: 240, width: 640, height: 480 }
    const part = opened.ok ? await opened.value.jpeg({ longSide: 5000, quality: 95, area }) : opened
    const pixels = await pixelsOf(part.ok ? part.value : new Uint8Array())
    const same = await pixelsOf(await sharpOf(upright).extract(area).png().toBuffer())
    expect(differenceOf(same, pixels)).toBeLessThan(2 * near)
  })

  it('goes to WeChat as nothing but the pixels of a JPEG', async () => {
    expect(heic.includes(hiddenText)).toBe(true)
    const opened = await openImage(heic)
    const prepared = opened.ok ? await prepareImage(opened.value, undefined) : opened
    expect(prepared).toMatchObject(ok({ type: 'image/jpeg', isOriginal: false, width: 1280 }))
    const bytes = Buffer.from(prepared.ok ? prepared.value.bytes : [])
    expect(bytes.includes(hiddenText)).toBe(false)
    expect(await sharp(bytes).metadata()).not.toHaveProperty('exif')
  })
})

describe('what is wrong with a HEIC is told, and the next one is read', () => {
  test.each([0.02, 0.2, 0.6, 0.9])('cut off after %d of it: damaged', async (share) => {
    expect(await fault(heic.subarray(0, Math.round(heic.length * share)))).toBe('damaged')
  })

  test('nothing behind its first box: damaged', async () => {
    expect(
      await fault(Buffer.concat([heic.subarray(0, 32), Buffer.from('周三前交到前台。')])),
    ).toBe('damaged')
  })

  test('a text that is called .heic is no image', async () => {
    expect(await fault(Buffer.from('周三前交到前台。'))).toBe('not-an-image')
  })

  test.each([
    [8000, 6300, 'too-many-pixels'],
    [8000, 6200, 'too-heavy'],
    [5000, 5010, 'too-heavy'],
  ])('of %i by %i pixels it is not decoded: %s', async (width, height, expected) => {
    const size = Buffer.alloc(8)
    size.writeUInt32BE(width, 0)
    size.writeUInt32BE(height, 4)
    expect(await fault(changed('ispe', 8, ...size))).toBe(expected)
  })

  test('a film or a sequence without a still picture is not read', async () => {
    const box = (...parts: string[]): Buffer => {
      const text = Buffer.from(parts.join(''), 'latin1')
      return Buffer.concat([Buffer.of(0, 0, 0, text.length + 4), text])
    }
    const sequence = Buffer.concat([
      box('ftyp', 'hevc', '\0\0\0\0', 'msf1', 'hevc'),
      box('moov', '\0\0\0\u0008free'),
    ])
    expect(await fault(sequence)).toBe('format-not-supported')
  })

  test('an AVIF that calls itself HEIC is refused, one that is compatible with it is read', async () => {
    const avif = await sharpOf(upright).resize(320).avif({ effort: 0 }).toBuffer()
    const lying = Buffer.from(avif)
    lying.write('heic', 8)
    expect(await fault(lying)).toBe('format-not-supported')
    const compatible = Buffer.from(avif)
    compatible.write('heic', 16)
    expect(await decoded(compatible)).toMatchObject({ width: 320 })
  })

  test('whatever is changed in it, something is said, and no file after it suffers', async () => {
    const kinds = new Set<string>()
    for (let round = 0; round < 60; round++) {
      const bytes = Buffer.from(heic)
      for (let at = 32 + round; at < (round % 2 === 0 ? 900 : bytes.length); at += 97 + 13 * round)
        bytes[at] = (at * 31 + round * 7) & 255
      kinds.add(await fault(bytes))
    }
    expect([...kinds].filter((kind) => !/^(none|damaged|too-|format-)/.test(kind))).toEqual([])
    expect(differenceOf(upright, await decoded(heic))).toBeLessThan(near)
  })
})
