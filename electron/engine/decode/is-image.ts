import { beginningOf } from '../../files/beginning.ts'
import { sniff, sniffLength } from './sniff.ts'

const otherPictures = new Set(['SVG', 'JPEG 2000', 'JPEG XL', 'PSD', 'ICO'])

/** Whether a file holds a picture, also one that is not read here, whatever its name says. */
export async function isImage(file: string): Promise<boolean> {
  const sniffed = sniff(await beginningOf(file, sniffLength))
  return sniffed.kind === 'image' || (sniffed.kind === 'other' && otherPictures.has(sniffed.found))
}
