import { expect, test } from 'vitest'
import { mainPage } from '../../../../electron/engine/forms/main-page.ts'
import type { LineReader } from '../../../../electron/engine/models/models.ts'
import { findTitles, inTurns } from '../../../../electron/engine/register/find-titles.ts'

const line = (name: string, angle: number) => ({ name, angle })

test('lines of every direction take turns, each direction in its order', () => {
  const page = ['a', 'b', 'c'].map((name) => line(name, 0.02))
  const card = ['x', 'y'].map((name) => line(name, -1.4))
  expect(inTurns([...page, ...card]).map(({ name }) => name)).toEqual(['a', 'x', 'b', 'y', 'c'])
})

test('a line and one that is read the other way round have one direction', () => {
  const lines = [line('a', -Math.PI / 2), line('b', Math.PI / 2), line('c', 0)]
  expect(inTurns(lines).map(({ name }) => name)).toEqual(['a', 'c', 'b'])
})

/** Reads the same of every line, a character a step, from the `from`th on; tells how many lines it was shown. */
function saying(text: string, from = 1) {
  const characters = ['', ...new Set(text)]
  let shown = 0
  const network: LineReader['network'] = ({ shape: [count = 0] }, use) => {
    shown += count
    const steps = text.length
    const data = new Float32Array(count * steps * characters.length)
    for (let step = 0; step < count * steps; step++) {
      const says = shown < from ? '' : text.charAt(step % steps)
      data[step * characters.length + characters.indexOf(says)] = 1
    }
    return Promise.resolve(use({ data, shape: [count, steps, characters.length] }))
  }
  const classOf = new Map(characters.map((character, index) => [character, index]))
  return { finder: { network, characters, classOf }, shown: () => shown }
}

const picture = { data: new Uint8Array(960 * 640 * 3), width: 960, height: 640 }
const titleBox = { centerX: 480, centerY: 60, width: 540, height: 40, angle: 0, score: 1 }

test('a line that says a title is not read the other way round', async () => {
  const { finder, shown } = saying(mainPage.title.text)
  expect(await findTitles({ finder }, picture, [titleBox], [])).toHaveLength(1)
  expect(shown()).toBe(1)
})

test('one that says none is, for the picture may be upside down', async () => {
  const { finder, shown } = saying(mainPage.title.text, 2)
  const [title] = await findTitles({ finder }, picture, [titleBox], [])
  expect(shown()).toBe(2)
  expect(title?.pose[0]).toBeLessThan(0)
})
