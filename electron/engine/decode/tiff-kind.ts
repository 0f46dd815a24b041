import { type TiffDirectory, tiffTag } from './tiff-directories.ts'

/** What the decoder has: none, the fax ones, LZW, JPEG, Deflate, PackBits, and some that hardly anybody writes. */
const knownCompressions: ReadonlySet<number> = new Set([
  1, 2, 3, 4, 5, 7, 8, 32766, 32771, 32773, 32809, 32946, 50001,
])

const compressionNames: Readonly<Record<number, string>> = {
  6: 'OJPEG',
  9: 'JBIG',
  10: 'JBIG',
  32909: 'PixarLog',
  34661: 'JBIG',
  34676: 'LogLuv',
  34677: 'LogLuv',
  34712: 'JPEG 2000',
  34887: 'LERC',
  34925: 'LZMA',
  50000: 'ZSTD',
  50002: 'JPEG XL',
}

/** Of light on dark, dark on light, RGB, palette, inks and YCbCr. */
const knownColors: ReadonlySet<number> = new Set([0, 1, 2, 3, 5, 6])

const colorNames: Readonly<Record<number, string>> = {
  4: 'mask',
  8: 'Lab',
  9: 'Lab',
  10: 'Lab',
  32803: 'RAW',
  34892: 'RAW',
}
const rgb = 2
const lab = 8
const floatingPoint = 3

/** What makes a page of a TIFF one that the decoder cannot open or shows wrongly; nothing where nothing is known of it. */
export async function strangeKind(page: TiffDirectory): Promise<string | undefined> {
  const compression = (await page.value(tiffTag.compression)) ?? 1
  if (!knownCompressions.has(compression))
    return compressionNames[compression] ?? `compression ${compression}`
  const bits = (await page.value(tiffTag.bitsPerSample)) ?? 1
  const color = (await page.value(tiffTag.photometric)) ?? 1
  const isKnown = color === lab ? bits !== 8 : knownColors.has(color)
  if (!isKnown) return colorNames[color] ?? `colors ${color}`
  if ([1, 2, 4, 8, 16].includes(bits)) return undefined
  const isFloating = (await page.value(tiffTag.sampleFormat)) === floatingPoint
  return isFloating && (color === rgb || color === lab) ? undefined : `${bits} bit`
}

/** Fax machines print other dots across than down: how often each way a page has to be stretched to be seen as it is. */
export async function stretchOf(
  page: TiffDirectory,
): Promise<{ readonly across: number; readonly down: number } | undefined> {
  const across = await page.value(tiffTag.horizontalResolution)
  const down = await page.value(tiffTag.verticalResolution)
  if (!across || !down) return undefined
  const larger = Math.max(across, down)
  const isUsual = larger / Math.min(across, down) <= mostStretch
  return across === down || !isUsual ? undefined : { across: larger / across, down: larger / down }
}

/** Fax knows 204 by 98, 196 and 391; what differs more was not meant. */
const mostStretch = 4
