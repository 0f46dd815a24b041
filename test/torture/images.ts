import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
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

/** JPEG files; what tells them apart stands behind their end. */
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
      writeFileSync(file, Buffer.concat([pictures[picture], Buffer.from(`${folder} ${number}`)]))
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
