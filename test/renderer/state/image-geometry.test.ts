import { describe, expect, it } from 'vitest'
import type { Quad } from '../../../core/license/reading.ts'
import {
  bringIntoSight,
  fit,
  keepInSight,
  quarterTurn,
  showText,
  toPane,
  zoomAt,
} from '../../../renderer/state/image-geometry.ts'

const pane = { width: 600, height: 400 }
const image = { width: 2000, height: 1000 }
const close = (point: readonly number[]) => point.map((one) => Math.round(one * 1000) / 1000)

describe('the place of the image', () => {
  it('fits the whole image, also when it lies on its side', () => {
    const upright = fit(pane, image, 0, 0)
    expect(close(toPane(upright, image, [0, 0]))).toEqual([0, 50])
    const turned = fit(pane, image, 90, 0)
    expect(turned.scale).toBe(0.2)
    expect(close(toPane(turned, image, [0, 0]))).toEqual([400, 0])
  })

  it('fits a part of the image into the middle', () => {
    const place = fit(pane, image, 0, 0, { left: 0, top: 0, right: 200, bottom: 100 })
    expect(close(toPane(place, image, [100, 50]))).toEqual([300, 200])
  })

  it('zooms at the pointer', () => {
    const place = fit(pane, image, 270, 10)
    const before = toPane(place, image, [700, 300])
    expect(close(toPane(zoomAt(place, before, 1.7), image, [700, 300]))).toEqual(close(before))
  })

  it('turns around the middle of the pane, and back in four', () => {
    const place = { x: 250, y: 90, scale: 0.4, turn: 0 }
    let turned = place
    for (let times = 0; times < 4; times += 1) turned = quarterTurn(turned, pane)
    expect(turned).toEqual({ ...place, turn: 360 })
    expect(quarterTurn(place, pane)).toMatchObject({ x: 410, y: 150, turn: 90 })
  })

  it('never lets the image leave the pane', () => {
    const away = keepInSight({ x: -5000, y: 9000, scale: 0.3, turn: 0 }, pane, image)
    const [right] = toPane(away, image, [2000, 0])
    const [, top] = toPane(away, image, [0, 0])
    expect([Math.round(right), Math.round(top)]).toEqual([80, 320])
  })

  it('moves as little as needed to show a point', () => {
    const place = fit(pane, image, 0, 0)
    expect(bringIntoSight(place, pane, image, [[1000, 500]], 40)).toBe(place)
    const moved = bringIntoSight(place, pane, image, [[0, 500]], 40)
    expect(close(toPane(moved, image, [0, 500]))).toEqual([40, 200])
  })

  it('enlarges text only where it could not be read', () => {
    const line: Quad = [
      [900, 500],
      [1100, 500],
      [1100, 520],
      [900, 520],
    ]
    const small = fit(pane, image, 0, 0)
    const shown = showText(small, pane, image, [line])
    expect(20 * shown.scale).toBeCloseTo(18)
    expect(showText(shown, pane, image, [line])).toBe(shown)
  })
})
