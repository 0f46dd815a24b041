import { expect, test } from 'vitest'
import { mediumOf } from '../../../../electron/engine/judge/medium.ts'
import { paperPicture, scaledPose } from './paper-picture.ts'

test('green paper is print, in bright light and in dim', () => {
  expect(mediumOf(paperPicture([200, 234, 220]), scaledPose(9))).toBe('print')
  expect(mediumOf(paperPicture([90, 112, 102]), scaledPose(9))).toBe('print')
})

test('paper of which all channels are alike is a copy', () => {
  expect(mediumOf(paperPicture([228, 228, 228]), scaledPose(9))).toBe('copy')
  expect(mediumOf(paperPicture([236, 234, 233]), scaledPose(9))).toBe('copy')
})

test('a card that is seen in part is judged by that part', () => {
  const outside = scaledPose(9, [-400, 0])
  expect(mediumOf(paperPicture([228, 228, 228]), outside)).toBe('copy')
})
