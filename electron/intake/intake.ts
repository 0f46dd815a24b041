import { Readable } from 'node:stream'
import type { PageRange } from '../../core/intake/page-ranges.ts'
import type { Refusal } from '../../core/ipc/contract.ts'
import { imageOf, type Source } from '../../core/license/record.ts'
import { fail, type Result } from '../../core/result.ts'
import { type ImageFormat, sniffLength } from '../engine/decode/sniff.ts'
import { maxBytes, openOrdinary } from '../files/ordinary-file.ts'
import { addressSource } from './address.ts'
import { hashOf } from './content-hash.ts'
import { type DocumentTrouble, formatIn, formatOf } from './format.ts'
import { pageSources, type PdfPages } from './page-sources.ts'
import { refuse } from './refuse.ts'
import { walk, type Walked } from './walk.ts'

/** One thing that came in: a page to read, one that is here already, or a file that is refused. */
export type Arrival =
  | { readonly kind: 'accepted' | 'known'; readonly source: Source }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

/** The same only for the same page of the same bytes in the same place. */
export const placeOf = (source: Source): string => `${imageOf(source)} ${source.path}`

/** How far an intake is: `total` grows until the walk ends. */
export interface IntakeProgress {
  readonly looked: number
  readonly total: number
  readonly over: boolean
}

export interface IntakeOptions {
  /** Whether a page is on the list already, with the same bytes. */
  readonly isKnown: (source: Source) => boolean
  /** Whether addresses on the web can be read; they are never opened here. */
  readonly takesAddresses: boolean
  /** Files and folders that are passed over in silence, by their absolute paths. */
  readonly leftOut?: readonly string[]
  /** Without it no PDF is taken in. */
  readonly pdfPages?: PdfPages
  /** Of every document; without it the first ones that are taken in at once. */
  readonly pages?: readonly PageRange[]
  /** Told at most every 50 ms, and once at the end. */
  readonly onProgress?: (progress: IntakeProgress) => void
}

/** Of what is walked past and not looked at yet. */
const mostAhead = 100_000

/**
 * Looks at files and folders, by content and not by name, and tells in order of arrival what can be read and what is
 * refused. It sees only the first bytes, and how many pages a TIFF has: what takes decoding to find out, such as damage
 * or too many pixels, the engine process tells, which alone opens pictures.
 */
export async function* takeIn(
  paths: readonly string[],
  options: IntakeOptions,
): AsyncGenerator<Arrival> {
  const { isKnown, takesAddresses, leftOut, onProgress } = options
  const tell = everySoOften(onProgress)
  let looked = 0
  let total = 0
  const walking = async function* (): AsyncGenerator<Walked> {
    for await (const found of walk(paths, leftOut)) {
      total += 1
      tell({ looked, total, over: false })
      yield found
    }
  }
  const here = new Set<string>()
  const meet = (source: Source, isTaken = true): Arrival => {
    const key = placeOf(source)
    if (here.has(key) || isKnown(source)) return { kind: 'known', source }
    if (!isTaken) return { kind: 'refused', refusal: refuse(source.path, 'address-not-taken') }
    here.add(key)
    return { kind: 'accepted', source }
  }
  // The walk goes on ahead, so that a large or slow folder does not hold up the first of its files.
  const walked: AsyncIterable<Walked> = Readable.from(walking(), { highWaterMark: mostAhead })
  for await (const found of walked) {
    if (found.kind === 'address') yield meet(addressSource(found.path), takesAddresses)
    else yield* await lookAt(found, meet, options)
    looked += 1
    tell({ looked, total, over: false })
  }
  onProgress?.({ looked, total, over: true })
}

async function lookAt(
  found: Exclude<Walked, { kind: 'address' }>,
  meet: (source: Source) => Arrival,
  { pdfPages = noPdf, pages }: IntakeOptions,
): Promise<readonly Arrival[]> {
  if (found.kind === 'refused') return [found]
  const place = found.path
  const refused = (trouble: DocumentTrouble): readonly Arrival[] => [
    { kind: 'refused', refusal: refuse(place, trouble.kind, trouble.found) },
  ]
  const looked = await openOrdinary(place, async (file) => {
    const told = await formatIn(file)
    if (!told.ok) return told
    const image = await hashOf(file.handle)
    return pageSources({ place, file, format: told.value, image }, pdfPages, pages)
  })
  if (!looked.ok) return refused({ kind: looked.error.kind })
  if (!looked.value.ok) return refused(looked.value.error)
  const { sources, left } = looked.value.value
  const met = sources.map((source) => meet(source))
  if (left === undefined) return met
  return [...met, { kind: 'refused', refusal: { ...refuse(place, 'pages-left'), pages: left } }]
}

const noPdf: PdfPages = async () => fail({ kind: 'format-not-supported', found: 'PDF' })

/** Looks at an image that came without a file. */
export function lookAtBytes(bytes: Uint8Array, name: string): Result<ImageFormat, Refusal> {
  if (bytes.byteLength === 0) return fail(refuse(name, 'empty'))
  if (bytes.byteLength > maxBytes) return fail(refuse(name, 'too-many-bytes'))
  const told = formatOf(bytes.subarray(0, sniffLength))
  return told.ok ? told : fail(refuse(name, told.error.kind, told.error.found))
}

/** Milliseconds between two words about progress. */
const pause = 50

function everySoOften(
  tell: ((progress: IntakeProgress) => void) | undefined,
): (progress: IntakeProgress) => void {
  let last = -Infinity
  return (progress) => {
    const now = performance.now()
    if (tell === undefined || now - last < pause) return
    last = now
    tell(progress)
  }
}
