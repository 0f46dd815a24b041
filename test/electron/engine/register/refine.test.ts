import { beforeAll, describe, expect, test } from 'vitest'
import type { Point, Quad } from '../../../../core/license/reading.ts'
import { openImage } from '../../../../electron/engine/decode/decode-image.ts'
import type { Box } from '../../../../electron/engine/forms/form.ts'
import { mainPage } from '../../../../electron/engine/forms/main-page.ts'
import {
  applyHomography,
  type Homography,
  homographyBetween,
} from '../../../../electron/engine/geometry/homography.ts'
import type { Raster } from '../../../../electron/engine/geometry/raster.ts'
import { loadDetection } from '../../../../electron/engine/models/models.ts'
import type { Network } from '../../../../electron/engine/models/network.ts'
import { compose } from '../../../../electron/engine/register/pose.ts'
import { refine } from '../../../../electron/engine/register/refine.ts'
import { drawPicture } from '../../../fixtures/form/draw-picture.ts'
import { modelsFolder } from '../../../bench/models-folder.ts'

const paper: Quad = [
  [0, 0],
  [88, 0],
  [88, 60],
  [0, 60],
]

/** What a title tells of a form's place: off by a millimetre, 2 % in size and more than a degree. */
const asTitlesTell: Homography = [1.02, -0.022, 0.8, 0.022, 1.02, -0.9, 0, 0]

/** The middles of all that is printed on the form, and of where values stand. */
const printed = [mainPage.title, ...mainPage.words, ...Object.values(mainPage.values)].map(
  ({ box: [left, top, right, bottom] }): Point => [(left + right) / 2, (top + bottom) / 2],
)

/** How far a pose is off where it matters, in millimetres. */
function farthest(pose: Homography, truth: Homography, places = printed): number {
  const millimetre = Math.hypot(truth[0], truth[3])
  return Math.max(
    ...places.map((place) => {
      const [[u, v], [x, y]] = [applyHomography(pose, place), applyHomography(truth, place)]
      return Math.hypot(u - x, v - y) / millimetre
    }),
  )
}

describe('a form of which only boxes are seen', { timeout: 20_000 }, () => {
  /** Takes what is dark for text, and shrinks it as the network was taught to. */
  const darkIsText: Network = ({ data, shape }, use) => {
    const [, , height = 0, width = 0] = shape
    const map = data.slice(0, width * height).map((level) => (level < 0 ? 0.9 : 0))
    return Promise.resolve(use({ data: map, shape: [1, 1, height, width] }))
  }

  /** Boxes on white paper, as a camera at `pose` sees them. */
  function pictureOf(boxes: readonly Box[], pose: Homography): Raster {
    const [width, height] = [1100, 800]
    const data = new Uint8Array(width * height * 3).fill(255)
    for (const [left, top, right, bottom] of boxes)
      for (let x = left; x < right; x += 0.05)
        for (let y = top; y < bottom; y += 0.05) {
          const [u, v] = applyHomography(pose, [x, y]).map(Math.round)
          if (u === undefined || v === undefined) continue
          if (u < 0 || v < 0 || u >= width || v >= height) continue
          data.fill(0, (v * width + u) * 3, (v * width + u) * 3 + 3)
        }
    return { data, width, height }
  }

  /** Of a box the middle rows alone, as the network marks a line. */
  const marked = ([left, top, right, bottom]: Box): Box => {
    const shrink = 0.27 * (bottom - top)
    return [left + shrink, top + shrink, right - shrink, bottom - shrink]
  }

  const truth: Homography = [9.4, -0.5, 110, 0.55, 9.2, 70, 0.0006, -0.0003]
  const words = [mainPage.title, ...mainPage.words].map(({ box }) => box)
  const seen = (boxes: readonly Box[], about = asTitlesTell) =>
    refine(
      { detection: darkIsText },
      pictureOf(boxes.map(marked), truth),
      mainPage,
      compose(truth, about),
    )

  test('is placed by its words, perspective included', async () => {
    const { pose, found } = await seen(words)
    expect(farthest(compose(truth, asTitlesTell), truth)).toBeGreaterThan(1.5)
    expect(farthest(pose, truth)).toBeLessThan(0.6)
    expect(found).toBeGreaterThan(11)
  })

  test('though a word is off by two millimetres, words are missing and values stand there', async () => {
    const sex = mainPage.words.findIndex(({ text }) => text === '性别')
    const boxes = words.map((box, index): Box => {
      const [left, top, right, bottom] = box
      return index === sex + 1 ? [left + 1.4, top + 1.4, right + 1.4, bottom + 1.4] : box
    })
    const values = (['number', 'birth', 'issue', 'period'] as const).map(
      (value) => mainPage.values[value].box,
    )
    const { pose } = await seen([...boxes.filter((_, index) => index % 5 !== 4), ...values])
    expect(farthest(pose, truth)).toBeLessThan(0.6)
  })

  test('though it is turned against its title, and foreshortened', async () => {
    const [turn, high] = [0.08, 0.9]
    const [x, y] = [44, 5.35]
    const about: Homography = [1, -turn, turn * y, turn, high, y - turn * x - high * y, 0, 0]
    expect(farthest(compose(truth, about), truth)).toBeGreaterThan(5)
    expect(farthest((await seen(words, about)).pose, truth)).toBeLessThan(0.6)
  })

  test('of which no word is seen stays where it was taken to be', async () => {
    const { pose, found, lines } = await seen([])
    expect(farthest(pose, compose(truth, asTitlesTell))).toBeLessThan(0.01)
    expect([found, lines]).toEqual([0, []])
  })
})

describe('a drawn card', { timeout: 60_000 }, () => {
  let detection: Network
  beforeAll(async () => {
    detection = await loadDetection(modelsFolder, 2)
  })

  test.each([
    ['scan', 21],
    ['photo', 22],
    ['sheet', 23],
  ] as const)('of a %s is placed within 0.6 mm', async (kind, seed) => {
    const { image, documents } = await drawPicture({ kind, seed })
    const opened = await openImage(image)
    if (!opened.ok) throw new Error(opened.error.detail)
    const decoded = await opened.value.decode(2400)
    if (!decoded.ok) throw new Error(decoded.error.detail)
    const picture = decoded.value
    const scale = picture.width / opened.value.width
    for (const { content, quad } of documents) {
      if (content.kind !== 'main-page') continue
      const scaled = quad.map(([x, y]): Point => [x * scale, y * scale])
      const [a = [0, 0], b = [0, 0], c = [0, 0], d = [0, 0]] = scaled
      const truth = homographyBetween(paper, [a, b, c, d])
      const { pose } = await refine({ detection }, picture, mainPage, compose(truth, asTitlesTell))
      expect(farthest(pose, truth)).toBeLessThan(0.6)
      // No word of the form stands near the last corner.
      expect(farthest(pose, truth, [...paper])).toBeLessThan(3.5)
    }
  })
})
