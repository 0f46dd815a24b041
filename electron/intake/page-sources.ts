import path from 'node:path'
import type { Source } from '../../core/license/record.ts'
import type { ImageFormat } from '../engine/decode/sniff.ts'

/** The pages of one file that are to be read, in order. */
type PagesOf = (file: string) => readonly Source[]

const onlyPage: PagesOf = (file) => [{ path: file, name: path.basename(file), page: 1 }]

/** How a file becomes pages. A format that is told by content but has no line here does not compile. */
export const pageSources: { readonly [Format in ImageFormat]: PagesOf } = {
  JPEG: onlyPage,
  PNG: onlyPage,
  WebP: onlyPage,
  TIFF: onlyPage,
  BMP: onlyPage,
  GIF: onlyPage,
  AVIF: onlyPage,
}
