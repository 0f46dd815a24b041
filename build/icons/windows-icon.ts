import sharp from 'sharp'

const headerLength = 6
const entryLength = 16

/** A square picture as PNG and its side in pixels. */
export interface Picture {
  readonly side: number
  readonly png: Buffer
}

/**
 * The content of an .ico file: bitmaps with an alpha channel up to 128 pixels and PNG from 256, as Explorer and
 * NSIS both understand.
 */
export async function windowsIcon(pictures: readonly Picture[]): Promise<Buffer> {
  const images = await Promise.all(
    pictures.map(async (picture) => (picture.side < 256 ? bitmap(picture) : picture.png)),
  )
  const header = Buffer.alloc(headerLength + entryLength * pictures.length)
  header.writeUInt16LE(1, 2)
  header.writeUInt16LE(pictures.length, 4)
  let offset = header.length
  for (const [index, { side }] of pictures.entries()) {
    const length = images[index]?.length ?? 0
    const entry = headerLength + entryLength * index
    header.writeUInt8(side % 256, entry)
    header.writeUInt8(side % 256, entry + 1)
    header.writeUInt16LE(1, entry + 4)
    header.writeUInt16LE(32, entry + 6)
    header.writeUInt32LE(length, entry + 8)
    header.writeUInt32LE(offset, entry + 12)
    offset += length
  }
  return Buffer.concat([header, ...images])
}

async function bitmap({ side, png }: Picture): Promise<Buffer> {
  const rgba = await sharp(png).ensureAlpha().raw().toBuffer()
  const header = Buffer.alloc(40)
  header.writeUInt32LE(40, 0)
  header.writeInt32LE(side, 4)
  // The mask below the picture counts as height, so the header says twice the side.
  header.writeInt32LE(side * 2, 8)
  header.writeUInt16LE(1, 12)
  header.writeUInt16LE(32, 14)
  const pixels = Buffer.alloc(side * side * 4)
  for (let row = 0; row < side; row += 1) {
    for (let column = 0; column < side; column += 1) {
      const from = (row * side + column) * 4
      const to = ((side - 1 - row) * side + column) * 4
      pixels.writeUInt8(rgba.readUInt8(from + 2), to)
      pixels.writeUInt8(rgba.readUInt8(from + 1), to + 1)
      pixels.writeUInt8(rgba.readUInt8(from), to + 2)
      pixels.writeUInt8(rgba.readUInt8(from + 3), to + 3)
    }
  }
  const maskRow = Math.ceil(side / 32) * 4
  return Buffer.concat([header, pixels, Buffer.alloc(maskRow * side)])
}
