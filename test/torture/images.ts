import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { crc32 } from 'node:zlib'
import sharp from 'sharp'
import type { License } from '../../core/license/field.ts'
import { sampleOf, samplesFolder } from '../fixtures/samples.ts'
import { people } from '../renderer/fake-desk/cards.ts'

const sample = '扫描0007.jpg'

/** One image that was put on the disk, and what stands on it. */
export interface Known {
  readonly file: string
  readonly name: string
  /** SHA-256 of its bytes in hex. */
  readonly hash: string
  readonly license: License
}

/** Whose names, numbers and addresses must stand nowhere. */
export const secretsOfPeople = [...people, sampleOf(sample).license].flatMap(
  ({ name, id_num, address }) => [name, id_num, address],
)

/** A card that is read offline too, or a tiny picture that only the fake WeChat takes for one. */
export type Picture = 'card' | 'tiny'

export interface Album {
  /** Puts a new image into the folder, unlike every other. */
  add(picture: Picture): Known
  readonly all: readonly Known[]
  /** By hash. */
  get(hash: string): Known | undefined
}

/** Without metadata, so that they are fit to be sent as they are. */
const pictures: { readonly [P in Picture]: Buffer } = {
  card: await sharp(path.join(samplesFolder, sample)).jpeg().toBuffer(),
  tiny: await sharp({ create: { width: 64, height: 40, channels: 3, background: '#cde' } })
    .jpeg()
    .toBuffer(),
}

/** JPEG files; what tells them apart is the resolution that they claim. */
export function openAlbum(folder: string): Album {
  const all: Known[] = []
  const byHash = new Map<string, Known>()
  return {
    all,
    get: (hash) => byHash.get(hash),
    add(picture) {
      const number = all.length + 1
      const name = `${String(number).padStart(4, '0')}.jpg`
      const file = path.join(folder, name)
      writeFileSync(file, withResolution(pictures[picture], number, crc32(folder) % 65_536))
      const hash = createHash('sha256').update(readFileSync(file)).digest('hex')
      const license = picture === 'card' ? sampleOf(sample).license : people[number % people.length]
      if (license === undefined) throw new Error('there are people')
      const known = { file, name, hash, license }
      all.push(known)
      byHash.set(hash, known)
      return known
    },
  }
}

function withResolution(jpeg: Buffer, across: number, down: number): Buffer {
  const head = Buffer.from('ffe000104a46494600010100000000000000', 'hex')
  head.writeUInt16BE(across, 12)
  head.writeUInt16BE(down, 14)
  return Buffer.concat([jpeg.subarray(0, 2), head, jpeg.subarray(2)])
}
