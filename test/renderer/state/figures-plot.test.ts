import { expect, it } from 'vitest'
import { type Point, sharesOf } from '../../../core/figures/shares.ts'
import { plotOf, size } from '../../../renderer/state/figures-plot.ts'

const pointOf = (period: string, quiet: number, caught: number): Point => ({
  period,
  licenses: 1,
  shares: sharesOf({ quiet, inVain: 0, caught, slipped: 0 }),
})

it('stands all of it at the top, from left to right, on a floor below the worst', () => {
  const { dots, line, grid } = plotOf([
    pointOf('a', 10, 0),
    pointOf('b', 97, 3),
    pointOf('c', 0, 0),
  ])
  expect(dots.map(({ point }) => point.period)).toEqual(['a', 'b'])
  expect(dots[0]?.y).toBe(size.top)
  expect(dots[1]?.y).toBeGreaterThan(size.top)
  expect(dots[1]?.x).toBeLessThan(size.width - size.right)
  expect(grid.map(({ share }) => share)).toEqual([95, 97.5, 100])
  expect(line).toMatch(/^M.+L.+$/)
  expect(plotOf([pointOf('a', 1, 9)]).grid[0]?.share).toBe(0)
})

it('draws no line through one dot', () => {
  expect(plotOf([pointOf('a', 1, 0)]).line).toBe('')
})
