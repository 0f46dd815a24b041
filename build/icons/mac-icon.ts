import type { Picture } from './windows-icon.ts'

/** The types of an .icns file whose content is a PNG, by the side in pixels each must have. */
const types: readonly (readonly [type: string, side: number])[] = [
  ['icp4', 16],
  ['icp5', 32],
  ['ic11', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic13', 256],
  ['ic08', 256],
  ['ic14', 512],
  ['ic09', 512],
  ['ic10', 1024],
]

/** The content of an .icns file; a size that `pictures` lacks is an error. */
export function macIcon(pictures: readonly Picture[]): Buffer {
  const blocks = types.map(([type, side]) => {
    const picture = pictures.find((candidate) => candidate.side === side)
    if (picture === undefined) throw new Error(`${type} needs a picture of ${side} pixels`)
    return block(type, picture.png)
  })
  return block('icns', Buffer.concat(blocks))
}

function block(type: string, content: Buffer): Buffer {
  const header = Buffer.alloc(8)
  header.write(type, 'latin1')
  header.writeUInt32BE(content.length + 8, 4)
  return Buffer.concat([header, content])
}
