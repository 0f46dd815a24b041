import { isSoundIdNumber, parseIdNumber } from '../../../core/license/parse/id-number.ts'
import { type Draft, joined, readFrom } from './draft.ts'
import { type Layout, toRightOf } from './layout.ts'
import { narrow, type Segment } from './segment.ts'

/** The license number: 18 characters wherever they stand, sound ones first; else whatever stands beside 证号. */
export function extractIdNumber(layout: Layout): Draft {
  const candidates = layout.values
    .flatMap(numbersIn)
    .toSorted((a, b) => Number(isSoundIdNumber(b.value)) - Number(isSoundIdNumber(a.value)))
  const best = candidates[0]
  if (best !== undefined) return readFrom(best.value, best.segment)
  const beside = toRightOf(layout, '证号')
  return readFrom(parseIdNumber(joined(beside)), ...beside)
}

function numbersIn(segment: Segment): { value: string; segment: Segment }[] {
  const digits = segment.text
    .toUpperCase()
    .replaceAll('O', '0')
    .replaceAll(/[IL|]/g, '1')
    .replaceAll(/[×✕]/g, 'X')
  return [...digits.matchAll(/(?=((?:\d\s?){17}[\dX]))/g)].map(({ 1: found = '', index }) => ({
    value: parseIdNumber(found),
    segment: narrow(segment, index, index + found.length),
  }))
}
