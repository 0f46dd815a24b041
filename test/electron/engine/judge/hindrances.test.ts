import { expect, test } from 'vitest'
import { mainPage } from '../../../../electron/engine/forms/main-page.ts'
import type { Homography } from '../../../../electron/engine/geometry/homography.ts'
import { hindrancesOf } from '../../../../electron/engine/judge/hindrances.ts'
import { paperPicture, scaledPose } from './paper-picture.ts'

const green = [200, 234, 220] as const
const everyWord = mainPage.words.length + 1

const kindsOn = (pose: Homography, found = everyWord, picture = paperPicture(green)) =>
  hindrancesOf(picture, { pose, unrefined: { pose, lines: [] }, found, offBy: 0.2, lines: [] }).map(
    ({ kind }) => kind,
  )

test('nothing hinders a card that lies whole and large in the picture', () => {
  expect(kindsOn(scaledPose(9))).toEqual([])
  // The rim of the paper bears no print.
  expect(kindsOn(scaledPose(9, [-15, 30]))).toEqual([])
})

test('one that is small, cut off, or of which few words are found', () => {
  expect(kindsOn(scaledPose(4))).toEqual(['too-small'])
  expect(kindsOn(scaledPose(9, [-60, 30]))).toEqual(['cut-off'])
  expect(kindsOn(scaledPose(9), everyWord / 2 - 1)).toEqual(['covered'])
})

test('one that is seen from the side', () => {
  const [a, b, c, d, e, f] = scaledPose(9)
  expect(kindsOn([a, b, c, d, e, f, 0.001, 0])).toEqual([])
  expect(kindsOn([a, b, c, d, e, f, 0.005, 0])).toContain('turned-away')
})

test('glare, and where it lies', () => {
  const white = [255, 255, 255] as const
  // Millimetres 20 to 44 and 28 to 44 of the card.
  const patch = { at: [210, 282, 426, 426], colour: white } as const
  const found = hindrancesOf(paperPicture(green, patch), {
    pose: scaledPose(9),
    unrefined: { pose: scaledPose(9), lines: [] },
    found: everyWord,
    offBy: 0,
    lines: [],
  })
  expect(found).toMatchObject([{ kind: 'glare' }])
  const [, , far] = found[0]?.region ?? []
  expect(far).toEqual([426, 426])
  // The portrait's ground is white anyhow, and so is a copy.
  const portrait = {
    at: [30 + 66 * 9, 30 + 30 * 9, 30 + 86 * 9, 30 + 58 * 9],
    colour: white,
  } as const
  expect(kindsOn(scaledPose(9), everyWord, paperPicture(green, portrait))).toEqual([])
  expect(kindsOn(scaledPose(9), everyWord, paperPicture(white))).toEqual([])
})
