import { copyFile, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import type { License } from '../../../core/license/field.ts'
import { type DrawnPicture, drawPicture } from '../../fixtures/form/draw-picture.ts'
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
  const wish = {
    kind: 'scan',
    seed: 77_001,
    view: { turn: 90, longSide: 1400 },
    mostNoise: 2,
    freshInk: true,
  } as const
  const person = { style: 'current', nameKind: 'common' } as const
  const { id_num: soundNumber } = personOn(await drawPicture({ ...wish, person }))
  const last = soundNumber.at(-1) === '4' ? '7' : '4'
  const id_num = soundNumber.slice(0, -1) + last
  const picture = await drawPicture({ ...wish, person: { ...person, id_num } })
  const file = path.join(folder, '侧放 scan.png')
  await sharp(picture.image).png().toFile(file)
  return { path: file, license: personOn(picture), soundNumber }
}

function personOn({ people: [license] }: DrawnPicture): License {
  if (license === undefined) throw new Error('nobody is on the picture')
  return license
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
