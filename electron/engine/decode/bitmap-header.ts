/** How the pixels of a BMP are packed. */
type Packing =
  /** Each is a place in the palette, of 1, 2, 4 or 8 bits. */
  | { readonly kind: 'palette'; readonly bits: number }
  /** The same, in runs. */
  | { readonly kind: 'runs'; readonly bits: 4 | 8 }
  /** Each holds its blue, green and red in three bytes. */
  | { readonly kind: 'bytes' }
  /** Each is a number of so many bits, of which the masks say what is red, green and blue. */
  | {
      readonly kind: 'masks'
      readonly bits: 16 | 32
      readonly masks: readonly [red: number, green: number, blue: number]
    }

export interface BitmapHeader {
  readonly width: number
  readonly height: number
  readonly topDown: boolean
  readonly packing: Packing
  /** Where the pixels begin. */
  readonly pixels: number
  readonly palette: number
  readonly paletteStep: number
}

const fileHeader = 14
/** The header of OS/2, with 16 bits for a length. */
const oldHeader = 12
/** Where the masks stand: in a longer header, or right behind one of this length. */
const masksAt = fileHeader + 40

/** Nothing when it is no header of a kind that is read. */
export function readBitmapHeader(bytes: Uint8Array): BitmapHeader | undefined {
  if (bytes.length < fileHeader + oldHeader) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const size = view.getUint32(fileHeader, true)
  const isOld = size === oldHeader
  if (!isOld && bytes.length < masksAt) return undefined
  const width = isOld ? view.getUint16(18, true) : view.getInt32(18, true)
  const height = isOld ? view.getUint16(20, true) : view.getInt32(22, true)
  const bits = view.getUint16(isOld ? 24 : 28, true)
  const packing = packingOf(bits, isOld ? 0 : view.getUint32(30, true), view)
  if (packing === undefined || width <= 0 || height === 0) return undefined
  return {
    width,
    height: Math.abs(height),
    topDown: height < 0,
    packing,
    pixels: view.getUint32(10, true),
    palette: fileHeader + size,
    paletteStep: isOld ? 3 : 4,
  }
}

/** As the field `compression` says it. */
const plain = 0
const runsOf8 = 1
const runsOf4 = 2
const withMasks: ReadonlySet<number> = new Set([3, 6])

function packingOf(bits: number, compression: number, view: DataView): Packing | undefined {
  if (compression === runsOf8 && bits === 8) return { kind: 'runs', bits }
  if (compression === runsOf4 && bits === 4) return { kind: 'runs', bits }
  if (withMasks.has(compression) && (bits === 16 || bits === 32))
    return { kind: 'masks', bits, masks: masksIn(view) }
  if (compression !== plain) return undefined
  switch (bits) {
    case 1:
    case 2:
    case 4:
    case 8:
      return { kind: 'palette', bits }
    case 16:
      return { kind: 'masks', bits, masks: [0x7c00, 0x03e0, 0x001f] }
    case 24:
      return { kind: 'bytes' }
    case 32:
      return { kind: 'masks', bits, masks: [0xff0000, 0x00ff00, 0x0000ff] }
    default:
      return undefined
  }
}

function masksIn(view: DataView): readonly [number, number, number] {
  const mask = (at: number): number => (at + 4 > view.byteLength ? 0 : view.getUint32(at, true))
  return [mask(masksAt), mask(masksAt + 4), mask(masksAt + 8)]
}
