import type { FileHandle } from 'node:fs/promises'
import path from 'node:path'
import type { Source } from '../../core/license/record.ts'
import type { ImageFormat } from '../engine/decode/sniff.ts'
import { tiffPages } from './tiff-pages.ts'

/** The pages of one file that are to be read, 1-based, in order. */
type PagesOf = (file: FileHandle) => Promise<readonly number[]>

const onlyPage: PagesOf = () => Promise.resolve([1])

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
export const pageSources = async (
  file: string,
  format: ImageFormat,
  handle: FileHandle,
): Promise<readonly Source[]> =>
  (await pages[format](handle)).map((page) => ({ path: file, name: path.basename(file), page }))
