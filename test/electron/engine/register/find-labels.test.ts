import { expect, test } from 'vitest'
import type { Point } from '../../../../core/license/reading.ts'
import { mainPage } from '../../../../electron/engine/forms/main-page.ts'
import { applyHomography } from '../../../../electron/engine/geometry/homography.ts'
import { placeByLabels } from '../../../../electron/engine/register/find-labels.ts'
import { placeOf, similarity } from '../../../../electron/engine/register/pose.ts'

/** Nine pixels to the millimetre, a little turned. */
const pose = similarity([0, 0], [88, 0], [120, 90], [910, 130])

/** A line that begins with a label of the form, where that is. */
function line(text: string, behind = '', shift: Point = [0, 0]) {
  const word = mainPage.words.find((one) => one.text === text)
  if (word === undefined) throw new Error(`no label ${text}`)
  const [left, top, right, bottom] = word.box
  const box = [left + shift[0], top + shift[1], right + shift[0], bottom + shift[1]] as const
  return { quad: placeOf(pose, box), text: text + behind }
}

const four = [
  line('姓名', '王建国'),
  line('性别'),
  line('出生日期', '1980-01-02'),
  line('准驾车型'),
]

test('a form is found by four labels in their places, whatever stands elsewhere', () => {
  const found = placeByLabels([...four, line('住址', '', [30, -14]), line('国籍', '', [-20, 22])])
  if (found === undefined) throw new Error('not found')
  for (const corner of [
    [0, 0],
    [88, 0],
    [88, 60],
    [0, 60],
  ] as const) {
    const [[u, v], [x, y]] = [
      applyHomography(found, [...corner]),
      applyHomography(pose, [...corner]),
    ]
    expect(Math.hypot(u - x, v - y)).toBeLessThan(9)
  }
})

test('not by three, and not by four of which one lies elsewhere', () => {
  expect(placeByLabels(four.slice(0, 3))).toBeUndefined()
  expect(placeByLabels([...four.slice(0, 3), line('准驾车型', '', [12, -9])])).toBeUndefined()
  expect(placeByLabels([])).toBeUndefined()
})
