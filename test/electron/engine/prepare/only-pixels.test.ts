import { describe, expect, it } from 'vitest'
import { openImage } from '../../../../electron/engine/decode/decode-image.ts'
import {
  type CardPlace,
  type PreparedImage,
  prepareImage,
} from '../../../../electron/engine/prepare/prepare-image.ts'
import { hidingFiles } from '../../../fixtures/formats/hiding.ts'
import { catPhoto } from '../../../fixtures/formats/nothing.ts'
import { orientedFiles } from '../../../fixtures/formats/readable.ts'
import { differenceOf, pixelsOf, sharpOf } from '../../../fixtures/formats/pixels.ts'

const text = 'CANARY 欧阳明远 11010519491231002X'
const picture = await pixelsOf(await catPhoto(640, 480))
const files = await hidingFiles(picture, text)

async function prepare(bytes: Uint8Array, card?: CardPlace): Promise<PreparedImage> {
  const opened = await openImage(bytes)
  if (!opened.ok) throw new Error(opened.error.detail)
  const outcome = await prepareImage(opened.value, card)
  if (!outcome.ok) throw new Error(outcome.error.detail)
  return outcome.value
}

/** The parts that a JPEG consists of, in their order; throws where something else stands between or after them. */
function partsOf(bytes: Uint8Array): { readonly marker: number; readonly size: number }[] {
  const parts = [{ marker: 0xd8, size: 0 }]
  for (let at = 2; at < bytes.length; ) {
    const [start, marker = 0, high = 0, low = 0] = bytes.subarray(at, at + 4)
    if (start !== 0xff) throw new Error(`no part begins at byte ${at}`)
    const size = marker === 0xd9 ? 0 : high * 256 + low
    parts.push({ marker, size })
    at += 2 + size
    // What follows the head of a scan is its pixels, where FF is followed by 0 or by the number of a restart.
    if (marker === 0xda) while (!(bytes[at] === 0xff && isMarker(bytes[at + 1] ?? 0))) at += 1
  }
  return parts
}

const isMarker = (byte: number): boolean => byte !== 0 && !(byte >= 0xd0 && byte <= 0xd7)

/** The start, tables, the frame, restarts, scans, the end. */
const needed = new Set([0xd8, 0xdb, 0xc4, 0xc0, 0xc2, 0xdd, 0xda, 0xd9])

function seePixelsAlone(bytes: Uint8Array): void {
  const parts = partsOf(bytes)
  expect(parts.filter(({ marker }) => !needed.has(marker))).toEqual([])
  expect(parts.flatMap(({ marker }, place) => (marker === 0xd9 ? place : []))).toEqual([
    parts.length - 1,
  ])
  const sent = Buffer.from(bytes).toString('latin1')
  for (const piece of ['CANARY', '11010519491231002X', 'Exif', 'Canary', 'http:', 'ICC'])
    expect(sent).not.toContain(piece)
  expect(Buffer.from(bytes).includes('欧阳')).toBe(false)
}

describe('a file that is bare already', () => {
  it.each([
    ['image/jpeg', sharpOf(picture).jpeg()],
    ['image/jpeg', sharpOf(picture).jpeg({ progressive: true, optimiseCoding: true })],
    ['image/jpeg', sharpOf(picture).greyscale().toColourspace('b-w').jpeg()],
    ['image/png', sharpOf(picture).png()],
    ['image/png', sharpOf(picture).greyscale().toColourspace('b-w').png()],
    ['image/png', sharpOf(picture).png({ palette: true, colours: 4 })],
  ])('is sent as it is: %s', async (type, image) => {
    const from = await image.toBuffer()
    const { bytes, ...sent } = await prepare(from)
    expect(sent).toEqual({ type, isOriginal: true, width: 640, height: 480 })
    expect(Buffer.from(bytes).equals(from)).toBe(true)
  })

  it('is sent as it is with the plain head that most have', async () => {
    const jfif = Buffer.from('ffe000104a46494600010100000100010000', 'hex')
    const plain = await sharpOf(picture).jpeg().toBuffer()
    const from = Buffer.concat([plain.subarray(0, 2), jfif, plain.subarray(2)])
    expect(await prepare(from)).toMatchObject({ isOriginal: true })
    from[from.indexOf(jfif) + 16] = 1
    await expect(prepare(from)).resolves.toMatchObject({ isOriginal: false })
  })
})

describe('what is sent is pixels and nothing else', { timeout: 60_000 }, () => {
  it.each(files)('of $name', async ({ name, bytes }) => {
    const isPacked = /^(told|transparent|check)/.test(name)
    expect(isPacked || Buffer.from(bytes).includes(text)).toBe(true)
    const whole = await prepare(bytes)
    expect(whole).toMatchObject({ type: 'image/jpeg', isOriginal: false })
    seePixelsAlone(whole.bytes)
    expect(differenceOf(await pixelsOf(whole.bytes), picture)).toBeLessThan(8)
    const corners: CardPlace['corners'] = [
      [100, 100],
      [500, 100],
      [500, 380],
      [100, 380],
    ]
    seePixelsAlone((await prepare(bytes, { corners, turn: 90 })).bytes)
  })

  it('of whatever way the camera was held, upright', async () => {
    for (const { bytes } of await orientedFiles(picture)) {
      const { bytes: sent } = await prepare(bytes)
      seePixelsAlone(sent)
      expect(differenceOf(await pixelsOf(sent), picture)).toBeLessThan(8)
    }
  })
})
