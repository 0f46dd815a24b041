import { describe, expect, test } from 'vitest'
import type { Box } from '../../../../electron/engine/forms/form.ts'
import {
  placesByLabels,
  type WrittenLine,
} from '../../../../electron/engine/register/values-by-labels.ts'

/** A line whose characters are as wide as it is high, from `left` on. */
function written(text: string, left: number, row: number, height = 3): WrittenLine {
  const characters = [...text]
  return {
    box: [left, row - height / 2, left + characters.length * height, row + height / 2],
    characters: characters.map((character, index) => ({
      text: character,
      confidence: 0.9,
      at: (index + 0.5) / characters.length,
    })),
  }
}

const rounded = (box: Box | undefined): number[] | undefined => box?.map(Math.round)

describe('a card that is laid out otherwise', () => {
  test('a value stands right of its label, on the same line or on one beside it', () => {
    const places = placesByLabels([
      written('姓名车纷享', 4, 20),
      written('性别', 40, 20),
      written('男', 50, 20),
    ])
    expect(rounded(places.get('name'))).toEqual([10, 19, 20, 22])
    expect(rounded(places.get('sex'))).toEqual([46, 19, 54, 22])
  })

  test('and ends where the next label of its row begins', () => {
    const places = placesByLabels([written('姓名张三性别女', 4, 20)])
    expect(rounded(places.get('name'))).toEqual([10, 19, 16, 22])
    expect(rounded(places.get('sex'))?.slice(0, 1)).toEqual([22])
  })

  test('a long label may be misread in one character, a short one may not', () => {
    const places = placesByLabels([
      written('初次领正日期2012-01-02', 4, 30),
      written('姓各王五', 4, 20),
    ])
    expect(rounded(places.get('issue'))?.[0]).toBe(22)
    expect(places.has('name')).toBe(false)
  })

  test('an address has a second row where one follows without a label, and the seal lies left of the dates', () => {
    const places = placesByLabels([
      written('住址浙江省杭州市', 4, 20),
      written('银马公寓', 5, 25),
      written('浙江省杭', 4, 35),
      written('州市公安', 4, 39),
      written('局交通警', 4, 43),
      written('出生日期1990-01-02', 25, 35),
    ])
    expect(rounded(places.get('address2'))).toEqual([5, 24, 17, 27])
    expect(
      (['seal1', 'seal2', 'seal3'] as const).map((row) => rounded(places.get(row))?.[1]),
    ).toEqual([34, 38, 42])
  })

  test('what stands side by side left of the dates is one row of the seal', () => {
    const places = placesByLabels([
      written('北京市', 4, 35),
      written('公安', 4, 39.4),
      written('局', 11, 39),
      written('交警支队', 4, 43),
      written('出生日期1990-01-02', 25, 35),
    ])
    expect(rounded(places.get('seal2'))).toEqual([4, 38, 14, 41])
    expect(rounded(places.get('seal3'))?.[1]).toBe(42)
  })

  test('the value of another label is no row of the seal', () => {
    const places = placesByLabels([
      written('姓名', 4, 20),
      written('王五', 14, 20),
      written('出生日期1990-01-02', 25, 35),
    ])
    expect(places.has('name')).toBe(true)
    expect(places.has('seal1')).toBe(false)
  })

  test('a label without anything beside it says nothing', () => {
    expect([...placesByLabels([written('姓名', 4, 20), written('王五', 30, 40)]).keys()]).toEqual(
      [],
    )
  })
})
