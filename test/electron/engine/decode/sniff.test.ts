import { expect, test } from 'vitest'
import { sniff } from '../../../../electron/engine/decode/sniff.ts'

const bytes = (...parts: (string | readonly number[])[]): Uint8Array =>
  Uint8Array.from(
    parts.flatMap((part) =>
      typeof part === 'string' ? [...part].map((character) => character.charCodeAt(0)) : part,
    ),
  )

/** The opening box of an ISO base media file. */
const fileType = (major: string, ...compatible: string[]): Uint8Array =>
  bytes([0, 0, 0, 16 + 4 * compatible.length], 'ftyp', major, [0, 0, 0, 0], ...compatible)

const zeros = Array.from({ length: 64 }, () => 0)

test.each([
  ['JPEG', bytes([0xff, 0xd8, 0xff, 0xe0], zeros)],
  ['PNG', bytes([0x89], 'PNG', [0x0d, 0x0a, 0x1a, 0x0a], zeros)],
  ['WebP', bytes('RIFF', [9, 0, 0, 0], 'WEBP', zeros)],
  ['TIFF', bytes('II', [0x2a, 0], zeros)],
  ['TIFF', bytes('MM', [0, 0x2a], zeros)],
  ['TIFF', bytes('II', [0x2b, 0, 8, 0, 0, 0], zeros)],
  ['TIFF', bytes('MM', [0, 0x2b, 0, 8, 0, 0], zeros)],
  ['GIF', bytes('GIF87a', zeros)],
  ['GIF', bytes('GIF89a', zeros)],
  ['BMP', bytes('BM', zeros.slice(0, 12), [40], zeros)],
  ['AVIF', fileType('avif', 'mif1', 'miaf')],
  ['AVIF', fileType('mif1', 'avif')],
  ['HEIC', fileType('heic', 'mif1')],
  ['HEIC', fileType('mif1', 'heic')],
  ['HEIC', fileType('heic', 'mif1', 'avif')],
  ['AVIF', fileType('avif', 'mif1', 'heic')],
  ['PDF', bytes('%PDF-1.7\n')],
  ['PDF', bytes([0xef, 0xbb, 0xbf], '\n%PDF-1.7\n')],
])('knows %s', (format, content) => {
  expect(sniff(content)).toEqual({ kind: 'image', format })
})

test.each([
  ['SVG', bytes('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ['SVG', bytes('<?xml version="1.0"?>\n<!-- drawn by hand -->\n<svg width="1"/>')],
  ['SVG', bytes([0xef, 0xbb, 0xbf], '  <svg width="1"/>')],
  ['HTML', bytes('<!DOCTYPE html><html></html>')],
  ['ZIP', bytes('PK', [3, 4], zeros)],
  ['PSD', bytes('8BPS', zeros)],
])('names %s, which it does not read (fault 50)', (found, content) => {
  expect(sniff(content)).toEqual({ kind: 'other', found })
})

const mixed = (key: number, plain: Uint8Array): Uint8Array => plain.map((byte) => byte ^ key)
const jpeg = bytes([0xff, 0xd8, 0xff, 0xe0, 0, 16], 'JFIF', zeros.slice(0, 10), [0xff, 0xdb], zeros)

test.each([
  ['.dat', mixed(0x5a, jpeg)],
  ['.dat', mixed(0xc3, bytes([0x89], 'PNG', [0x0d, 0x0a, 0x1a, 0x0a], zeros))],
  ['.dat', mixed(0x11, bytes('GIF89a', zeros))],
  ['.dat', mixed(0x77, bytes('BM', [9, 9, 1, 0], zeros))],
  ['.dat', mixed(0x20, bytes('RIFF', [9, 0, 0, 0], 'WEBP', zeros))],
  ['.dat', mixed(0x99, bytes('wxgf', zeros))],
  ['.dat', bytes([7, 8], 'V1', [8, 7], zeros)],
  ['.dat', bytes([7, 8], 'V2', [8, 7], zeros)],
  ['wxgf', bytes('wxgf', zeros)],
])('names a %s of WeChat’s own (fault 50)', (found, content) => {
  expect(sniff(content)).toEqual({ kind: 'kept-by-wechat', found })
})

test.each([
  ['nothing', bytes()],
  ['one byte', bytes([0xff])],
  ['text', bytes('a license? no, a letter')],
  ['text that begins like a bitmap', bytes('BMW is a maker of cars')],
  ['text that begins like a mixed JPEG', bytes('MjMzIGlzIGEgbnVtYmVyIGluIGJhc2U2NA==')],
  ['text that begins like a mixed BMP', bytes('MBMBMBMB', zeros)],
  ['a cut file type box', bytes([0, 0, 0, 32], 'ftyp')],
])('does not take %s for a picture', (_, content) => {
  expect(sniff(content)).toEqual({ kind: 'unknown' })
})
