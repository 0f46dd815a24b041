import type { Point } from '../../../core/license/reading.ts'
import { mainPage } from '../forms/main-page.ts'
import { applyHomography } from '../geometry/homography.ts'
import { turnPoint } from '../geometry/quad.ts'
import type { PlacedForm } from './refine.ts'

/** Cards whose middles differ by less than this share of a card's height stand in one row. */
const sameRow = 0.5

/** Cards row by row, as one reads when most of them stand upright. */
export function inReadingOrder(forms: readonly PlacedForm[]): PlacedForm[] {
  const places = forms.map((form) => {
    const { pose } = form
    const [x, y] = applyHomography(pose, [mainPage.width / 2, mainPage.height / 2])
    return {
      form,
      middle: [x, y] satisfies Point,
      size: Math.hypot(pose[0], pose[3]),
      turn: turnOf(pose),
    }
  })
  const turns = [0, 1, 2, 3].map((turn) => places.filter((place) => place.turn === turn).length)
  const usual = turns.indexOf(Math.max(...turns))
  const upright = places
    .map((place) => ({ ...place, at: turnPoint(place.middle, (-usual * Math.PI) / 2) }))
    .toSorted((a, b) => a.at[1] - b.at[1])
  const rows: (typeof upright)[] = []
  for (const place of upright) {
    const row = rows.at(-1)
    const first = row?.[0]
    const height = mainPage.height * place.size
    if (row !== undefined && first !== undefined && place.at[1] - first.at[1] < sameRow * height)
      row.push(place)
    else rows.push([place])
  }
  return rows.flatMap((row) => row.toSorted((a, b) => a.at[0] - b.at[0]).map(({ form }) => form))
}

/** Clockwise quarter turns of a form in the picture, 0 to 3. */
const turnOf = ([a, , , d]: PlacedForm['pose']): number =>
  (Math.round(Math.atan2(d, a) / (Math.PI / 2)) + 4) % 4
