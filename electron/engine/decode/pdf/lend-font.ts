import type { Pdfium } from './pdfium-calls.ts'
import { type SystemFont, systemFont } from './system-font.ts'

/** Charsets as Windows numbers them. */
const chinese: ReadonlySet<number> = new Set([134, 136])
/** `ttcf` asks for the file as a whole, 0 for what begins with the face. */
const tables = { collection: 0x74746366, face: 0 } as const
/** Version and pointers of `FPDF_SYSFONTINFO`, in words of four bytes. */
const infoWords = 9
const places = { mapFont: 3, fontData: 5 } as const
const theFont = 1

type Slots = Pick<WebAssembly.Table, 'set'>

/**
 * Lends PDFium a Chinese font of this system, for print in one that the file does not bring along: it is read when it is
 * asked for first. Its own ways to fonts lead into a file system that is not there; their places in its table of
 * functions are taken, as the table does not grow.
 */
export function lendFont(
  pdfium: Pdfium,
  table: Slots,
  find: () => SystemFont | undefined = systemFont,
): void {
  const at = pdfium.call('FPDF_GetDefaultSystemFontInfo')
  if (at === 0) return
  const info = wordsAt(pdfium, at, infoWords)
  const [mapFont, fontData] = [info[places.mapFont] ?? 0, info[places.fontData] ?? 0]

  const called = asWebAssembly({
    mapFont: (_info, _weight, _italic, charset) =>
      chinese.has(charset) && find() !== undefined ? theFont : 0,
    fontData(_info, _font, wanted, buffer, size) {
      const font = find()
      const part = font && partOf(font, wanted)
      if (part === undefined) return 0
      const given = part.subarray(0, Math.min(size, part.byteLength))
      if (buffer !== 0) pdfium.memory(buffer, given.byteLength).set(given)
      return part.byteLength
    },
  })
  table.set(mapFont, called.mapFont)
  table.set(fontData, called.fontData)
  info.fill(0)
  info[0] = 1
  info[places.mapFont] = mapFont
  info[places.fontData] = fontData
  pdfium.call('FPDF_SetSystemFontInfo', at)
}

function partOf({ bytes, offset }: SystemFont, table: number): Uint8Array | undefined {
  if (table === tables.face) return bytes.subarray(offset)
  return table === tables.collection && offset > 0 ? bytes : undefined
}

const wordsAt = (pdfium: Pdfium, at: number, count: number): Uint32Array => {
  const { buffer } = pdfium.memory(at, 4 * count)
  return new Uint32Array(buffer, at, count)
}

type Called = (...given: readonly number[]) => number

/** How many numbers each is given; it gives one. */
const signatures = { mapFont: 7, fontData: 5 } as const

/** Functions that a table of WebAssembly takes: each is imported by a module that exports it again. */
function asWebAssembly(
  functions: Readonly<Record<keyof typeof signatures, Called>>,
): Readonly<Record<keyof typeof signatures, unknown>> {
  const module = new WebAssembly.Module(
    Uint8Array.from([
      ...magic,
      ...section(1, [typeOf(signatures.mapFont), typeOf(signatures.fontData)]),
      ...section(2, [
        [...nameOf('f'), ...nameOf('m'), 0, 0],
        [...nameOf('f'), ...nameOf('d'), 0, 1],
      ]),
      ...section(7, [
        [...nameOf('m'), 0, 0],
        [...nameOf('d'), 0, 1],
      ]),
    ]),
  )
  const { mapFont: m, fontData: d } = functions
  const { exports } = new WebAssembly.Instance(module, { f: { m, d } })
  return { mapFont: exports['m'], fontData: exports['d'] }
}

/** How a module begins, in version 1. */
const magic = [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0] as const

const section = (id: number, entries: readonly (readonly number[])[]): readonly number[] => {
  const content = [entries.length, ...entries.flat()]
  return [id, content.length, ...content]
}
const number = 0x7f
const typeOf = (count: number): readonly number[] => [
  0x60,
  count,
  ...Array.from({ length: count }, () => number),
  1,
  number,
]
const nameOf = (letter: string): readonly number[] => [1, letter.charCodeAt(0)]
