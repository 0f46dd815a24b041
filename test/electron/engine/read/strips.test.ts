import type { LineReader } from '../../../../electron/engine/models/models.ts'
import { expect, test } from 'vitest'
import { type MainValue, mainPage } from '../../../../electron/engine/forms/main-page.ts'
import { readStrips } from '../../../../electron/engine/read/strips.ts'
import { alphabet, classOf } from '../said-line.ts'

const places = {
  placeOf: (value: MainValue) => mainPage.values[value],
  looksAt: () => [],
}

test('a value is cut at its place, and what cannot stand there is not read', async () => {
  const [width, height] = [900, 620]
  const picture = { data: new Uint8Array(width * height * 3).fill(220), width, height }
  const nine = classOf.get('I') ?? 0
  const reader: LineReader = {
    network: ({ shape }, use) => {
      const [count = 0] = shape
      const data = new Float32Array(count * 4 * alphabet.length)
      for (let line = 0; line < count; line++) data[(line * 4 + 1) * alphabet.length + nine] = 0.99
      return Promise.resolve(use({ data, shape: [count, 4, alphabet.length] }))
    },
    characters: alphabet,
    classOf,
  }
  const pose = [10, 0, 10, 0, 10, 10, 0, 0] as const
  const strips = await readStrips(reader, picture, places, { pose }, [
    { value: 'birth', look: { margin: 0.5, squeeze: 1 } },
    { value: 'address1', look: { margin: 0.5, squeeze: 1 } },
  ])
  const [birth, address] = strips
  // The row of the birth date is at 35.2 mm, the ink 3.3 mm high.
  expect(birth?.quad.map(([, y]) => Math.round(y))).toEqual([341, 341, 384, 384])
  expect(birth?.seen.characters.map(({ text }) => text)).toEqual(['I'])
  expect(address?.seen.characters.map(({ text }) => text)).toEqual(['1'])
})

test('a short value is shown without the empty rest of its row, where it stands at the beginning', async () => {
  const [width, height] = [900, 620]
  const shownOf = async (ink: readonly [from: number, to: number]): Promise<number> => {
    const picture = { data: new Uint8Array(width * height * 3).fill(220), width, height }
    for (let y = 276; y < 310; y++)
      picture.data.fill(30, (y * width + ink[0]) * 3, (y * width + ink[1]) * 3)
    let shown = 0
    const reader: LineReader = {
      network: ({ shape }, use) => {
        shown = shape.at(-1) ?? 0
        return Promise.resolve(
          use({ data: new Float32Array(alphabet.length), shape: [1, 1, alphabet.length] }),
        )
      },
      characters: alphabet,
      classOf,
    }
    const pose = [10, 0, 0, 0, 10, 0, 0, 0] as const
    const look = { margin: 0.75, squeeze: 1, isShort: true }
    const [strip] = await readStrips(reader, picture, places, { pose }, [
      { value: 'address2', look },
    ])
    if (strip === undefined) throw new Error('a strip for each value')
    const [left, right] = [strip.quad[0][0], strip.quad[1][0]]
    expect(left).toBeCloseTo(mainPage.values.address2.box[0] * 10)
    expect(right).toBeGreaterThanOrEqual(Math.min(ink[1], 630))
    expect(strip.cut.width / strip.cut.height).toBeCloseTo((right - left) / 50, 1)
    return shown
  }
  const short = await shownOf([110, 150])
  const long = await shownOf([110, 610])
  const farBehind = await shownOf([500, 540])
  expect(short).toBeLessThan(long / 2)
  expect(farBehind).toBe(long)
})
