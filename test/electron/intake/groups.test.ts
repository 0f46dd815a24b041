import { expect, it } from 'vitest'
import { inGrowingGroups } from '../../../electron/intake/groups.ts'

async function* numbers(most: number, taken: number[] = []): AsyncGenerator<number> {
  for (let number = 0; number < most; number += 1) {
    taken.push(number)
    yield number
  }
}

it('gives the first at once, then more and more, and all of them in order', async () => {
  const sizes: number[] = []
  const all: number[] = []
  for await (const group of inGrowingGroups(numbers(1000))) {
    sizes.push(group.length)
    all.push(...group)
  }
  expect(sizes).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 256, 233])
  expect(all).toEqual(Array.from({ length: 1000 }, (_, number) => number))
})

it('gives a group before more is asked for', async () => {
  const taken: number[] = []
  const { value } = await inGrowingGroups(numbers(1000, taken)).next()
  expect(value).toEqual([0])
  expect(taken).toEqual([0])
})

it('gives no empty group', async () => {
  expect((await inGrowingGroups(numbers(0)).next()).done).toBe(true)
  const sizes: number[] = []
  for await (const group of inGrowingGroups(numbers(3))) sizes.push(group.length)
  expect(sizes).toEqual([1, 2])
})
