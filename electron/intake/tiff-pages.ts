import { fail, ok, type Result } from '../../core/result.ts'
import {
  type BytesAt,
  type TiffDirectory,
  tiffDirectories,
  tiffTag,
} from '../engine/decode/tiff-directories.ts'
import { strangeKind } from '../engine/decode/tiff-kind.ts'

/** More than a scanner's tray takes in a day. */
const mostPages = 1000
/** Smaller copies and masks: two of every page, and some more. */
const mostOthers = (pages: number): number => 2 * pages + 298

export interface TiffTrouble {
  readonly kind: 'too-many-pages' | 'tiff-not-supported'
  readonly found: string
}

/** A smaller copy, and a mask. */
const noPage = 0b101

/**
 * The pages of a TIFF, 1-based, as the decoder counts them: all directories but smaller copies, masks, and those that
 * show the same pixels as one before. One that is cut off counts: reading it tells what is wrong.
 */
export async function tiffPages(bytesAt: BytesAt): Promise<Result<readonly number[], TiffTrouble>> {
  const pages: number[] = []
  const places = new Set<number>()
  const strange: string[] = []
  let count = 0
  for await (const directory of tiffDirectories(bytesAt)) {
    count += 1
    if (count - pages.length > mostOthers(pages.length)) return tooMany
    if (directory !== undefined && !(await isNewPage(directory, places))) continue
    pages.push(count)
    if (pages.length > mostPages) return tooMany
    const kind = directory && (await strangeKind(directory))
    if (kind !== undefined) strange.push(kind)
  }
  const [kind] = strange
  if (kind !== undefined && strange.length === pages.length)
    return fail({ kind: 'tiff-not-supported', found: kind })
  return ok(pages.length === 0 ? [1] : pages)
}

const tooMany = fail<TiffTrouble>({ kind: 'too-many-pages', found: '' })

async function isNewPage(directory: TiffDirectory, places: Set<number>): Promise<boolean> {
  const bits = (await directory.value(tiffTag.subfileType)) ?? 0
  if ((bits & noPage) !== 0) return false
  const place =
    (await directory.value(tiffTag.stripOffsets)) ??
    (await directory.value(tiffTag.tileOffsets)) ??
    (await directory.value(tiffTag.jpegOffset))
  if (place === undefined || places.has(place)) return false
  places.add(place)
  return true
}
