import { expect, test } from 'vitest'
import { type Automaton, AutomatonBuilder } from '../../../../electron/engine/legal/automaton.ts'
import {
  birthDate,
  carClass,
  mainlandNumber,
  nationality,
  soundNumber,
} from '../../../../electron/engine/legal/grammars.ts'

function accepts({ arcs, ends }: Automaton, text: string): boolean {
  let at = new Set([0])
  for (const character of text)
    at = new Set(
      arcs.flatMap((arc) => (arc.character === character && at.has(arc.from) ? [arc.to] : [])),
    )
  return ends.some((end) => at.has(end))
}

test('words that begin alike share their beginning, and go on where they are told to', () => {
  const parts = new AutomatonBuilder()
  const end = parts.node()
  for (const word of ['广东省', '广西']) parts.wordTo(0, word, end)
  const automaton = parts.build([parts.word(end, '市')])
  expect(automaton.arcs.filter(({ character }) => character === '广')).toHaveLength(1)
  expect(['广东省市', '广西市'].every((text) => accepts(automaton, text))).toBe(true)
  expect(['广东市', '广西', '广西省市'].some((text) => accepts(automaton, text))).toBe(false)
})

test('each month has its days', () => {
  const days = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  days.forEach((last, index) => {
    const month = String(index + 1).padStart(2, '0')
    for (let day = 0; day <= 32; day++) {
      const date = `1984-${month}-${String(day).padStart(2, '0')}`
      expect([date, accepts(birthDate, date)]).toEqual([date, day >= 1 && day <= last])
    }
  })
  expect(accepts(birthDate, '1984-13-01') || accepts(birthDate, '2184-01-01')).toBe(false)
})

test('a number has a check character that fits only where it must', () => {
  expect(accepts(mainlandNumber, '11010519491231002X')).toBe(true)
  expect(accepts(mainlandNumber, '110105194912310021')).toBe(true)
  expect(accepts(mainlandNumber, '110105194913310021')).toBe(false)
  const last = [...'0123456789X'].filter((check) =>
    accepts(soundNumber, `11010519491231002${check}`),
  )
  expect(last).toEqual(['X'])
})

test('classes stand together in the order of the form', () => {
  const legal = ['A1', 'C1', 'A1A2', 'A1A2D', 'C1D', 'C1E', 'B2E', 'A2D']
  expect(legal.filter((text) => !accepts(carClass, text))).toEqual([])
  expect(['C1A1', 'C1C1', 'A4', 'C7', 'D1', ''].filter((text) => accepts(carClass, text))).toEqual(
    [],
  )
})

test('only China has a code', () => {
  expect(['中国', '中国/CHN', '法国'].every((text) => accepts(nationality, text))).toBe(true)
  expect(accepts(nationality, '法国/CHN')).toBe(false)
})
