import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PageRange } from '../../../core/intake/page-ranges.ts'
import { inMemory } from '../../../electron/engine/decode/tiff-directories.ts'
import { takeIn } from '../../../electron/intake/intake.ts'
import { tiffPages } from '../../../electron/intake/tiff-pages.ts'
import { greyTiff } from '../../fixtures/formats/tiff.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), '传真 '))
})
afterEach(() => rm(folder, { recursive: true }))

/** The pages that are taken, or why the file is not. */
async function pagesOf(
  bytes: Uint8Array,
  wanted?: readonly PageRange[],
): Promise<readonly (number | string)[]> {
  const file = path.join(folder, '扫描.tif')
  await writeFile(file, bytes)
  const pages: (number | string)[] = []
  const options = { isKnown: () => false, takesAddresses: false, ...(wanted && { pages: wanted }) }
  for await (const arrival of takeIn([file], options))
    pages.push(
      arrival.kind === 'refused'
        ? `${arrival.refusal.kind} ${arrival.refusal.found}`.trim()
        : arrival.source.page,
    )
  return pages
}

const page = { width: 8, height: 8, level: 90 }
const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1)

/** A TIFF of directories that are nothing but the given bytes and the way to the next one, `step` bytes further. */
function chained(count: number, step: number, entries: number): Buffer {
  const bytes = Buffer.alloc(8 + step * count + 12 * entries + 6)
  bytes.set([0x49, 0x49, 0x2a, 0, 8])
  for (let index = 0; index < count; index++) {
    const at = 8 + step * index
    bytes.writeUInt16LE(entries, at)
    if (index + 1 < count) bytes.writeUInt32LE(at + step, at + 2 + 12 * entries)
  }
  return bytes
}

describe('the pages of a TIFF', () => {
  it('are up to 100 at once, and it is said where others are left; one with more than 1,000 is refused', async () => {
    const ofPages = (count: number): Uint8Array => greyTiff(upTo(count).map(() => page))
    expect(await pagesOf(ofPages(100))).toEqual(upTo(100))
    expect(await pagesOf(ofPages(101))).toEqual([...upTo(100), 'pages-left'])
    expect(await pagesOf(ofPages(101), [{ first: 90, last: 400 }])).toEqual(upTo(101).slice(89))
    expect(await pagesOf(ofPages(101), [{ first: 400, last: 401 }])).toEqual(['no-such-page'])
    expect(await pagesOf(ofPages(1000))).toHaveLength(101)
    expect(await pagesOf(ofPages(1001))).toEqual(['too-many-pages'])
  })

  it('do not count smaller copies and masks, but those have an end too', async () => {
    const withCopies = upTo(80).flatMap(() => [
      page,
      { ...page, subfileType: 1 },
      { ...page, subfileType: 4 },
    ])
    expect(await pagesOf(greyTiff(withCopies))).toHaveLength(80)
    const copies = upTo(301).map(() => ({ ...page, subfileType: 1 }))
    expect(await pagesOf(greyTiff(copies))).toEqual(['too-many-pages'])
  })

  it('are one where they show the same pixels', async () => {
    const pixels = 8 + 2 + 12 * 10 + 4
    const same = upTo(300).map(() => ({ ...page, tags: { 273: pixels } }))
    expect(await pagesOf(greyTiff([page, ...same.slice(1)]))).toEqual([1])
  })

  it.each([
    ['65,534 empty directories', chained(65_534, 6, 0)],
    ['1,500 long ones, one over the other', chained(1500, 4, 65_000)],
    ['300 of 900 entries', chained(300, 2 + 12 * 900 + 4, 900)],
  ])('are counted with few and short looks into the file: %s', async (_, bytes) => {
    const looks = { count: 0, length: 0 }
    await tiffPages((position, length) => {
      looks.count += 1
      looks.length += length
      return inMemory(bytes)(position, length)
    })
    expect(looks.count).toBeLessThan(1000)
    expect(looks.length).toBeLessThan(4_000_000)
    expect(await pagesOf(bytes)).toHaveLength(1)
  })

  it('of a BigTIFF are found too', async () => {
    const drawn = upTo(3).map((level) =>
      sharp({
        create: { width: 20, height: 10, channels: 3, background: { r: level, g: 0, b: 0 } },
      })
        .png()
        .toBuffer(),
    )
    const joined = sharp(await Promise.all(drawn), { join: { animated: true } })
    expect(await pagesOf(await joined.tiff({ bigtiff: true }).toBuffer())).toEqual([1, 2, 3])
  })

  it('are named where none can be decoded, and left to the engine where some can', async () => {
    const old = { ...page, tags: { 259: 6 } }
    expect(await pagesOf(greyTiff([old, old]))).toEqual(['tiff-not-supported OJPEG'])
    expect(await pagesOf(greyTiff([{ ...page, tags: { 262: 8 } }]))).toEqual([
      'tiff-not-supported Lab',
    ])
    expect(await pagesOf(greyTiff([old, page]))).toEqual([1, 2])
  })
})
