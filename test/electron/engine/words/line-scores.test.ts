import { expect, test } from 'vitest'
import { nothingWatched, scoresIn } from '../../../../electron/engine/words/line-scores.ts'

/** What is kept of one step that shows these classes, and all others hardly. */
function candidatesOf(likely: Readonly<Record<number, number>>, classes = 1000) {
  const named = Object.values(likely).reduce((sum, one) => sum + one, 0)
  const data = new Float32Array(classes).fill((1 - named) / classes)
  for (const [one, confidence] of Object.entries(likely)) data[Number(one)] = confidence
  const { candidates } = scoresIn({ data, shape: [1, 1, classes] }, 0, 1, nothingWatched)
  return candidates[0]?.map((candidate) => candidate.class)
}

test('every class that is not unlikely is a candidate, the likeliest first, wherever it stands', () => {
  expect(candidatesOf({ 0: 0.5, 400: 0.004, 999: 0.48 })).toEqual([0, 999, 400])
  expect(candidatesOf({ 0: 0.9955, 999: 0.0041 })).toEqual([0, 999])
  expect(candidatesOf({ 0: 0.99, 500: 0.003 })).toEqual([0])
})

test('where all are unlikely the least unlikely is one', () => {
  expect(candidatesOf({ 700: 0.0035 })).toEqual([700])
})
