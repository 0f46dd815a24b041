import { wechatCache } from './wechat-cache.ts'

/** The formats that are decoded; everything else is refused. */
const imageFormats = ['JPEG', 'PNG', 'WebP', 'TIFF', 'BMP', 'GIF', 'AVIF', 'HEIC', 'PDF'] as const

export type ImageFormat = (typeof imageFormats)[number]

/** What the first bytes of a file say it is, whatever its name says. */
export type Sniffed =
  | { readonly kind: 'image'; readonly format: ImageFormat }
  /** A file of WeChat's own cache with a picture in it. */
  | { readonly kind: 'kept-by-wechat'; readonly found: string }
  /** A picture or a document of a format that is not read, such as `SVG`. */
  | { readonly kind: 'other'; readonly found: string }
  /** Nothing that is known. */
  | { readonly kind: 'unknown' }

/** How many bytes from the start `sniff` wants to see. */
export const sniffLength = 4096

type Test = (bytes: Uint8Array) => boolean

const ascii = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, to))

const begins =
  (...expected: number[]): Test =>
  (bytes) =>
    expected.every((value, index) => bytes[index] === value)

const textAt =
  (offset: number, text: string): Test =>
  (bytes) =>
    ascii(bytes, offset, offset + text.length) === text

/** Brands of an ISO base media file: the major one and those it says it is compatible with. */
function brands(bytes: Uint8Array): string[] {
  if (ascii(bytes, 4, 8) !== 'ftyp') return []
  const size = Math.min(
    new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0),
    bytes.length,
  )
  const names: string[] = []
  for (let offset = 8; offset + 4 <= size; offset += 4) names.push(ascii(bytes, offset, offset + 4))
  return names
}

/** Of pictures in HEVC; the last two are those of any picture in such a file. */
const ofHeic = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1'] as const

/** The major brand counts first: a file may say that it is compatible with the other kind's. */
const isHeic: Test = (bytes) => {
  const [major = '', , ...compatible] = bytes.length < 12 ? [] : brands(bytes)
  const isOwn = (brand: string): boolean => ofHeic.some((own) => own === brand)
  if (major === 'avif' || major === 'avis') return false
  if (isOwn(major) && !isGeneral(major)) return true
  const all = [major, ...compatible]
  return all.some(isOwn) && !all.some((brand) => brand === 'avif' || brand === 'avis')
}

const isGeneral = (brand: string): boolean => brand === 'mif1' || brand === 'msf1'

const hasBrand =
  (...wanted: string[]): Test =>
  (bytes) =>
    bytes.length >= 12 && brands(bytes).some((brand) => wanted.includes(brand))

const markup =
  (tag: RegExp): Test =>
  (bytes) =>
    tag.test(ascii(bytes, 0, Math.min(bytes.length, 2048)).replace(/^\u00ef\u00bb\u00bf/, ''))

/** TIFF with offsets of eight bytes. */
const isBigTiff: Test = (bytes) =>
  begins(0x49, 0x49, 0x2b, 0x00, 0x08, 0x00)(bytes) ||
  begins(0x4d, 0x4d, 0x00, 0x2b, 0x00, 0x08)(bytes)

const images: readonly (readonly [ImageFormat, Test])[] = [
  ['JPEG', begins(0xff, 0xd8, 0xff)],
  ['PNG', begins(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)],
  ['WebP', (bytes) => textAt(0, 'RIFF')(bytes) && textAt(8, 'WEBP')(bytes)],
  ['GIF', (bytes) => textAt(0, 'GIF87a')(bytes) || textAt(0, 'GIF89a')(bytes)],
  [
    'TIFF',
    (bytes) =>
      begins(0x49, 0x49, 0x2a, 0x00)(bytes) ||
      begins(0x4d, 0x4d, 0x00, 0x2a)(bytes) ||
      isBigTiff(bytes),
  ],
  [
    'BMP',
    (bytes) => textAt(0, 'BM')(bytes) && [12, 40, 52, 56, 64, 108, 124].includes(bytes[14] ?? 0),
  ],
  ['HEIC', isHeic],
  ['AVIF', hasBrand('avif', 'avis')],
  ['PDF', (bytes) => /^[\s\u00ef\u00bb\u00bf]*%PDF-/.test(ascii(bytes, 0, 1024))],
]

const others: readonly (readonly [string, Test])[] = [
  ['SVG', markup(/^\s*(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*(<!DOCTYPE svg[^>]*>\s*)?<svg[\s>]/i)],
  ['HTML', markup(/^\s*(<!--[\s\S]*?-->\s*)*<(!doctype html|html|head|body)[\s>]/i)],
  ['JPEG 2000', begins(0x00, 0x00, 0x00, 0x0c, 0x6a, 0x50, 0x20, 0x20)],
  ['JPEG XL', (bytes) => begins(0xff, 0x0a)(bytes) || textAt(4, 'JXL ')(bytes)],
  ['PSD', textAt(0, '8BPS')],
  ['ICO', begins(0x00, 0x00, 0x01, 0x00)],
  ['ZIP', begins(0x50, 0x4b, 0x03, 0x04)],
  ['RAR', textAt(0, 'Rar!')],
  ['MP4', hasBrand('isom', 'mp41', 'mp42', 'qt  ', 'M4V ')],
]

/** Tells a file by its first bytes; never trusts a name or an extension. */
export function sniff(bytes: Uint8Array): Sniffed {
  const image = images.find(([, test]) => test(bytes))
  if (image !== undefined) return { kind: 'image', format: image[0] }
  const cached = wechatCache(bytes.subarray(0, sniffLength))
  if (cached !== undefined) return { kind: 'kept-by-wechat', found: cached }
  const other = others.find(([, test]) => test(bytes))
  return other === undefined ? { kind: 'unknown' } : { kind: 'other', found: other[0] }
}
