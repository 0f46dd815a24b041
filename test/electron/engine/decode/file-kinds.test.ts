import { hash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import sharp from 'sharp'
import { describe, expect, it, test } from 'vitest'
import type { FailureKind } from '../../../../core/license/failure.ts'
import { openImage } from '../../../../electron/engine/decode/decode-image.ts'
import type { EngineFailure } from '../../../../electron/engine/protocol.ts'
import { greyTiff } from '../../../fixtures/formats/tiff.ts'

/** Each pixel another, so that nothing compresses well and every cut shows. */
const size = { width: 320, height: 240 }
const noise = new Uint8Array(size.width * size.height * 3).map((_, index) => (index * 7919) % 251)
const picture = sharp(noise, { raw: { ...size, channels: 3 } })

/** Its size and the brightness of its middle, or what is wrong with it. */
async function seen(bytes: Uint8Array, page = 1): Promise<EngineFailure | readonly number[]> {
  const opened = await openImage(bytes, page)
  if (!opened.ok) return opened.error
  const decoded = await opened.value.decode(5000)
  if (!decoded.ok) return decoded.error
  const { data, width, height } = decoded.value
  return [width, height, data[3 * (width * Math.floor(height / 2) + Math.floor(width / 2))] ?? -1]
}

const fault = async (bytes: Uint8Array): Promise<FailureKind | 'none'> => {
  const found = await seen(bytes)
  return 'kind' in found ? found.kind : 'none'
}

describe('a TIFF', () => {
  const page = { width: 40, height: 30, level: 90 }
  const compression = 259
  const bitsPerSample = 258
  const photometric = 262

  it.each([
    ['OJPEG', { [compression]: 6 }],
    ['ZSTD', { [compression]: 50000 }],
    ['LZMA', { [compression]: 34925 }],
    ['JPEG 2000', { [compression]: 34712 }],
    ['compression 65000', { [compression]: 65000 }],
    ['Lab', { [photometric]: 8 }],
    ['RAW', { [photometric]: 32803 }],
    ['32 bit', { [bitsPerSample]: 32 }],
    ['32 bit', { [bitsPerSample]: 32, [photometric]: 2 }],
  ])('of a kind that cannot be decoded is named: %s (fault 50)', async (detail, tags) => {
    expect(await seen(greyTiff([{ ...page, tags }]))).toEqual({
      kind: 'tiff-not-supported',
      detail,
    })
  })

  it('is called damaged only where it is (fault 54)', async () => {
    expect(await fault(greyTiff([{ ...page, bytes: 100 }]))).toBe('damaged')
    expect(await fault(greyTiff([{ ...page, tags: { [compression]: 8 } }]))).toBe('damaged')
  })

  it('of nothing but a beginning is damaged', async () => {
    expect(await fault(Uint8Array.of(0x49, 0x49, 0x2a, 0, 8, 0, 0, 0))).toBe('damaged')
    expect(await fault(greyTiff([page]).subarray(0, 60))).toBe('damaged')
  })

  it('of another kind fails alone among other pages', async () => {
    const bytes = greyTiff([page, { ...page, tags: { [compression]: 6 } }, { ...page, level: 7 }])
    expect(await seen(bytes, 1)).toEqual([40, 30, 90])
    expect(await seen(bytes, 2)).toMatchObject({ kind: 'tiff-not-supported' })
    expect(await seen(bytes, 3)).toEqual([40, 30, 7])
  })

  it.each(['none', 'lzw', 'deflate', 'packbits', 'jpeg', 'webp'] as const)(
    'packed as %s is read',
    async (packing) => {
      const tiff = picture.clone().tiff({ compression: packing })
      expect(await fault(await tiff.toBuffer())).toBe('none')
    },
  )

  it('as fax machines pack it is read', async () => {
    const black = picture.clone().toColourspace('b-w')
    const bytes = await black.tiff({ compression: 'ccittfax4', bitdepth: 1 }).toBuffer()
    expect(await fault(bytes)).toBe('none')
  })

  it.each(['labs', 'lab', 'scrgb', 'rgb16', 'cmyk'])('in the colors %s is read', async (space) => {
    const bytes = await picture.clone().toColourspace(space).tiff({ compression: 'lzw' }).toBuffer()
    const plain = await seen(await picture.clone().png().toBuffer())
    if ('kind' in plain) throw new Error(plain.kind)
    const found = await seen(bytes)
    if ('kind' in found) throw new Error(found.kind)
    const [, , expected = 0] = plain
    expect(Math.abs((found[2] ?? 0) - expected)).toBeLessThan(30)
  })

  it('with large offsets is a picture too', async () => {
    const plain = await seen(await picture.clone().png().toBuffer())
    const big = await picture.clone().tiff({ bigtiff: true, compression: 'lzw' }).toBuffer()
    expect([...big.subarray(0, 4)]).toEqual([0x49, 0x49, 0x2b, 0])
    expect(await seen(big)).toEqual(plain)
  })

  it.each([
    ['204 by 98, as fax sends it', [204, 98], [40, 62]],
    ['204 by 196', [204, 196], [40, 31]],
    ['100 by 200', [100, 200], [80, 30]],
    ['300 by 300', [300, 300], [40, 30]],
    ['what no printer has', [1200, 72], [40, 30]],
    ['nothing down', [300, 0], [40, 30]],
  ] as const)('of %s dots an inch is seen as it was printed', async (_, resolution, shape) => {
    expect(await seen(greyTiff([{ ...page, resolution }]))).toEqual([...shape, 90])
  })

  it('is made square the way it is held', async () => {
    const turned = { ...page, resolution: [204, 102], tags: { 274: 6 } } as const
    expect(await seen(greyTiff([turned]))).toEqual([60, 40, 90])
  })

  it('that would be too large when made square is refused before', async () => {
    const wide = { width: 9000, height: 5000, level: 0, bytes: 0, resolution: [400, 200] } as const
    expect(await fault(greyTiff([wide]))).toBe('too-many-pixels')
  })
})

describe('a JPEG', () => {
  it.each([
    ['plain', {}],
    ['progressive', { progressive: true }],
  ])('that lacks only its end mark is read: %s', async (_, options) => {
    const whole = await picture.clone().jpeg(options).toBuffer()
    expect([...whole.subarray(-2)]).toEqual([0xff, 0xd9])
    const open = await openImage(whole.subarray(0, -2))
    if (!open.ok) throw new Error(open.error.kind)
    expect(await seen(whole.subarray(0, -2))).toEqual(await seen(whole))
    expect(await open.value.jpeg({ longSide: 100, quality: 80 })).toMatchObject({ ok: true })
  })

  it('that lacks more is damaged, however little (fault 54)', async () => {
    const whole = await picture.clone().jpeg().toBuffer()
    for (const lost of [6, 40, 1000, whole.length / 2])
      expect([lost, await fault(whole.subarray(0, -lost))]).toEqual([lost, 'damaged'])
  })

  it('of a kind that the decoder does not know is not called damaged', async () => {
    const bytes = await picture.clone().jpeg().toBuffer()
    const start = bytes.indexOf(Buffer.of(0xff, 0xc0))
    bytes[start + 1] = 0xc5
    expect(await seen(bytes)).toMatchObject({ kind: 'format-not-supported' })
  })
})

describe('a picture that takes much memory to decode (fault 63)', () => {
  /** Says that it is of that size. */
  const saying = (bytes: Buffer, width: number, height: number, at: number): Buffer => {
    bytes.writeUInt32BE(width, at)
    bytes.writeUInt32BE(height, at + 4)
    return bytes
  }

  it('is refused from a size on: AVIF', async () => {
    const avif = async (width: number, height: number): Promise<Buffer> => {
      const bytes = await picture.clone().avif({ effort: 0 }).toBuffer()
      return saying(bytes, width, height, bytes.indexOf('ispe') + 8)
    }
    expect(await openImage(await avif(4200, 3300))).toMatchObject({ error: { kind: 'too-heavy' } })
    expect(await openImage(await avif(4032, 3024))).toMatchObject({ ok: true })
  })

  it('is refused from a size on: PNG in several passes', async () => {
    const png = async (progressive: boolean): Promise<Buffer> => {
      const bytes = await picture.clone().toColourspace('rgb16').png({ progressive }).toBuffer()
      saying(bytes, 7000, 7000, 16).writeUInt32BE(crc32(bytes.subarray(12, 29)), 29)
      return bytes
    }
    expect(await openImage(await png(true))).toMatchObject({ error: { kind: 'too-heavy' } })
    expect(await openImage(await png(false))).toMatchObject({ ok: true })
  })

  it('is refused from a size on: JPEG in several passes', async () => {
    const jpeg = async (chromaSubsampling: string): Promise<Buffer> => {
      const bytes = await picture.clone().jpeg({ progressive: true, chromaSubsampling }).toBuffer()
      const frame = bytes.indexOf(Buffer.of(0xff, 0xc2))
      bytes.writeUInt16BE(7000, frame + 5)
      bytes.writeUInt16BE(7000, frame + 7)
      return bytes
    }
    expect(await openImage(await jpeg('4:4:4'))).toMatchObject({ error: { kind: 'too-heavy' } })
    expect(await openImage(await jpeg('4:2:0'))).toMatchObject({ ok: true })
  })
})

test('bytes that are not those that came in are not looked at (fault 57)', async () => {
  const [one, other] = [await picture.clone().png().toBuffer(), greyTiff([])]
  const image = hash('sha256', one, 'hex')
  expect(await openImage(one, 1, image)).toMatchObject({ ok: true })
  expect(await openImage(other, 1, image)).toMatchObject({ error: { kind: 'changed' } })
})
