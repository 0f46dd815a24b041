import { readFile } from 'node:fs/promises'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import {
  cameraClosed,
  isBlurred,
  stepCamera,
  troubleOf,
} from '../../../renderer/state/camera-state.ts'
import { samplesFolder } from '../../fixtures/samples.ts'

test('a camera opens, fails, and opens again without forgetting what was taken', () => {
  const devices = [{ id: 'a', label: '高拍仪' }]
  let state = stepCamera(cameraClosed, { kind: 'open' })
  state = stepCamera(state, { kind: 'live', deviceId: 'a', devices, isFixed: false })
  state = stepCamera(stepCamera(state, { kind: 'taken' }), { kind: 'trouble', trouble: 'lost' })
  expect(state).toMatchObject({ kind: 'trouble', trouble: 'lost', taken: 1, devices })
  expect(stepCamera(state, { kind: 'open', deviceId: 'b' })).toMatchObject({
    kind: 'opening',
    trouble: null,
    deviceId: 'b',
    taken: 1,
  })
})

test.each([
  ['NotFoundError', 'none'],
  ['NotReadableError', 'busy'],
  ['NotAllowedError', 'denied'],
  ['TypeError', 'failed'],
])('%s is told as %s', (name, trouble) => expect(troubleOf(name)).toBe(trouble))

test('print that is out of focus is told from print that is sharp, and from no print', async () => {
  const width = 640
  const card = sharp(await readFile(`${samplesFolder}/前台拍照3.jpg`))
    .autoOrient()
    .resize({ width })
    .greyscale()
  const greyOf = async (blur?: number): Promise<Uint8Array> => {
    const image = blur === undefined ? card.clone() : card.clone().blur(blur)
    return new Uint8Array(await image.raw().toBuffer())
  }
  expect(isBlurred(await greyOf(), width)).toBe(false)
  expect(isBlurred(await greyOf(4), width)).toBe(true)
  expect(isBlurred(new Uint8Array(width * 360).fill(120), width)).toBe(false)
})
