import { copyFile, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import type { License } from '../../../core/license/field.ts'
import { drawCard, printOf } from '../../fixtures/cards/card.ts'
import { planCard } from '../../fixtures/cards/generate-card.ts'
import { randomOf } from '../../fixtures/cards/random.ts'
import { catPhoto } from '../../fixtures/formats/nothing.ts'
import { sampleOf } from '../../fixtures/samples.ts'
import { root } from './launch-desk.ts'

export interface KnownImage {
  readonly path: string
  /** What the card says. */
  readonly license: License
}

/** One of the samples that come with the program. */
export const sample = (name: string): KnownImage => ({
  path: path.join(root, 'build/samples', name),
  license: sampleOf(name).license,
})

/** A scan that lies on its side, of a card whose number has a wrong check digit. */
export async function sideways(
  folder: string,
): Promise<KnownImage & { readonly soundNumber: string }> {
  const seed = 77_001
  const { person } = planCard({
    seed,
    kind: 'clean',
    person: { style: 'current', nameKind: 'common' },
  })
  const soundNumber = person.license.id_num
  const last = soundNumber.at(-1) === '4' ? '7' : '4'
  const license = { ...person.license, id_num: soundNumber.slice(0, -1) + last }
  const random = randomOf(seed, 'sideways')
  const drawn = drawCard({ ...person, license }, printOf(person, random), random, 1300)
  const file = path.join(folder, '侧放 scan.png')
  const onPaper = { top: 90, bottom: 90, left: 90, right: 90, background: '#e9e7e2' }
  await sharp(
    await sharp(Buffer.from(drawn))
      .flatten({ background: '#f4f7f2' })
      .extend(onPaper)
      .png()
      .toBuffer(),
  )
    .rotate(90)
    .toFile(file)
  return { path: file, license, soundNumber }
}

/** A photo whose transfer broke off. */
export async function cutOff(folder: string): Promise<string> {
  const file = path.join(folder, '传了一半.jpg')
  const whole = await readFile(sample('前台拍照3.jpg').path)
  await writeFile(file, whole.subarray(0, Math.floor(whole.length / 2)))
  return file
}

/** A picture that is sound and no license. */
export async function cat(folder: string): Promise<string> {
  const file = path.join(folder, '猫.jpg')
  await writeFile(file, await catPhoto())
  return file
}

/** A copy under another name, so that the same card can be dropped often. */
export async function copyOf(image: KnownImage, file: string): Promise<string> {
  await copyFile(image.path, file)
  return file
}
