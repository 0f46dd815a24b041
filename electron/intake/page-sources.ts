import type { Source } from '../../core/license/record.ts'
import { ok, type Result } from '../../core/result.ts'
import type { ImageFormat } from '../engine/decode/sniff.ts'
import type { BytesAt } from '../engine/decode/tiff-directories.ts'
import type { OrdinaryFile } from '../files/ordinary-file.ts'
import { nameOf } from '../files/system-path.ts'
import { tiffPages, type TiffTrouble } from './tiff-pages.ts'

/** The pages of one file that are to be read, 1-based, in order. */
type PagesOf = (bytesAt: BytesAt) => Promise<Result<readonly number[], TiffTrouble>>

const onlyPage: PagesOf = () => Promise.resolve(ok([1]))

/** How a file becomes pages. A format that is told by content but has no line here does not compile. */
const pages: { readonly [Format in ImageFormat]: PagesOf } = {
  JPEG: onlyPage,
  PNG: onlyPage,
  WebP: onlyPage,
  TIFF: tiffPages,
  BMP: onlyPage,
  GIF: onlyPage,
  AVIF: onlyPage,
}

/** The pages of a file as sources; throws when it cannot be read. */
export async function pageSources(
  place: string,
  format: ImageFormat,
  file: OrdinaryFile,
): Promise<Result<readonly Source[], TiffTrouble>> {
  const found = await pages[format](inFile(file))
  if (!found.ok) return found
  return ok(found.value.map((page) => ({ path: place, name: nameOf(place), page })))
}

const inFile =
  ({ handle, size }: OrdinaryFile): BytesAt =>
  async (position, length) => {
    if (position + length > size) return undefined
    const { buffer, bytesRead } = await handle.read(new Uint8Array(length), 0, length, position)
    return bytesRead < length ? undefined : new DataView(buffer.buffer)
  }
