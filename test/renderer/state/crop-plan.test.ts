import { describe, expect, it } from 'vitest'
import type { Point, Quad } from '../../../core/license/reading.ts'
import { planCrop } from '../../../renderer/state/crop-plan.ts'

const line = (width: number, height: number): Quad => [
  [100, 100],
  [100 + width, 100],
  [100 + width, 100 + height],
  [100, 100 + height],
]

/** Where a drawn pixel of the strip comes from. */
const inImage = (strip: ReturnType<typeof planCrop>[number], x: number, y: number): Point => [
  strip.origin[0] + strip.across[0] * x + strip.down[0] * y,
  strip.origin[1] + strip.across[1] * x + strip.down[1] * y,
]

describe('the crop of a field', () => {
  it('shows a short line whole, with a rim, at reading size', () => {
    const strips = planCrop([line(200, 50)], '佘明远', 32, 320)
    expect(strips).toHaveLength(1)
    const [strip] = strips
    if (strip === undefined) throw new Error('no strip')
    expect(strip.height).toBe(32)
    const [left, top] = inImage(strip, 0, 0)
    const [right, bottom] = inImage(strip, strip.width, strip.height)
    expect(left).toBeLessThan(100)
    expect(top).toBeLessThan(100)
    expect(right).toBeGreaterThan(300)
    expect(bottom).toBeGreaterThan(150)
  })

  it('stands upright however the line lies in the image', () => {
    const turned: Quad = [
      [400, 100],
      [400, 300],
      [350, 300],
      [350, 100],
    ]
    const [strip] = planCrop([turned], '佘明远', 32, 320)
    if (strip === undefined) throw new Error('no strip')
    expect(strip.width).toBeGreaterThan(strip.height)
    const [, top] = inImage(strip, 0, 16)
    const [, bottom] = inImage(strip, strip.width, 16)
    expect(top).toBeLessThan(100)
    expect(bottom).toBeGreaterThan(300)
  })

  it('cuts a long line between characters and shrinks it only a little', () => {
    const text = '河南省漯河市郾城区团结路五十七号三单元'
    const strips = planCrop([line(950, 50)], text, 32, 320)
    expect(strips.length).toBeGreaterThan(1)
    for (const { width, height } of strips) {
      expect(height).toBeGreaterThanOrEqual(24)
      expect(width).toBeLessThanOrEqual(345)
    }
    const [, second] = strips
    if (second === undefined) throw new Error('one strip only')
    const cut = inImage(second, 0, 0)[0] + 50 * 0.3 - 100
    expect(cut % 50).toBeCloseTo(0)
  })

  it('shows two lines one above the other and drops a box of no size', () => {
    expect(planCrop([line(200, 50), line(100, 50)], '河南省漯河市', 32, 320)).toHaveLength(2)
    expect(planCrop([line(0, 0)], '', 32, 320)).toEqual([])
  })
})
