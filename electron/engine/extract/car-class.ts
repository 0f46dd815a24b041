import { parseCarClass, splitCarClass } from '../../../core/license/parse/car-class.ts'
import { type Draft, notFound, readFrom } from './draft.ts'
import { type Layout, toRightOf } from './layout.ts'
import type { Segment } from './segment.ts'
import { surer } from './surer.ts'

/** The classes beside 准驾车型; where nothing stands there, a text that can only be a class. */
export function extractCarClass(layout: Layout): Draft {
  const beside = toRightOf(layout, '准驾车型', { tolerance: 1 })
  const known = (segment: Segment): boolean =>
    splitCarClass(parseCarClass(segment.text)) !== undefined
  const best = beside.find(known) ?? beside[0] ?? layout.values.find(known)
  return best === undefined ? notFound : readFrom(parseCarClass(best.text), surer(best, meaningOf))
}

/** Small and capital letters, and all that can only be a 1 there, mean the same class. */
const meaningOf = (text: string, before: string): string => parseCarClass(before + text)
