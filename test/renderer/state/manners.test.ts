import { expect, it } from 'vitest'
import type { Quad } from '../../../core/license/reading.ts'
import { nextTextSize } from '../../../core/settings/text-size.ts'
import { paragraphsOf } from '../../../renderer/state/help-search.ts'
import { markedRegionOf, placeInto } from '../../../renderer/state/marked-region.ts'

const place: Quad = [
  [900, 100],
  [1000, 100],
  [1000, 200],
  [900, 200],
]
const image = { width: 1000, height: 600, turn: 0 as const }
const glare = {
  kind: 'glare' as const,
  region: place,
}

it('cuts out what is wrong with something around it, inside the image', () => {
  expect(markedRegionOf({ image, hindrances: [glare, { kind: 'blur' }] })).toEqual({
    frames: [place],
    part: { left: 840, top: 40, right: 1000, bottom: 260 },
  })
})

it('shows the whole card where it is everywhere, and nothing where no place is known', () => {
  expect(markedRegionOf({ image, hindrances: [{ kind: 'blur' }] })).toBeNull()
  const card = place
  expect(markedRegionOf({ image: { ...image, card }, hindrances: [{ kind: 'blur' }] })).toEqual({
    frames: [card],
    part: { left: 892, top: 92, right: 1000, bottom: 208 },
  })
})

it('draws a part that lies on its side upright, as large as there is room', () => {
  const part = { left: 0, top: 0, right: 100, bottom: 200 }
  const space = { width: 190, height: 120 }
  expect(placeInto(part, 0, space)).toMatchObject({ width: 60, height: 120, scale: 0.6 })
  expect(placeInto(part, 90, space)).toMatchObject({ width: 190, height: 95, middle: [50, 100] })
})

it('finds paragraphs of the help by words in any order, and all of them by their title', () => {
  const text = 'Excel keeps 15 digits\nWPS is another'
  expect(paragraphsOf('Exporting', text, 'digits EXCEL')).toEqual(['Excel keeps 15 digits'])
  expect(paragraphsOf('Exporting', text, 'export')).toHaveLength(2)
  expect(paragraphsOf('Exporting', text, 'camera')).toEqual([])
})

it('makes text larger and smaller step by step, and stops at the ends', () => {
  expect(nextTextSize(100, 1)).toBe(110)
  expect(nextTextSize(150, 1)).toBe(150)
  expect(nextTextSize(90, -1)).toBe(90)
})
