import type { FieldName } from '../../../core/license/field.ts'
import type { Doubt } from '../../../core/license/reading.ts'
import type { Draft } from '../extract/draft.ts'
import type { Raster } from '../geometry/raster.ts'
import type { Segment } from '../extract/segment.ts'
import { gapsInField } from './gaps-in-field.ts'
import { lostSecondRow } from './lost-second-row.ts'
import { doubtNames } from './near-names.ts'

/**
 * What a person should know about a field that was found, apart from how sure the network was.
 * @param card the straightened card
 */
export function raiseDoubts(
  field: FieldName,
  { value, segments, origin, chosen }: Draft,
  card: Raster,
): Doubt[] {
  if (value === '' || origin === 'derived') return []
  const gaps = gapsInField(card, segments)
  const names: Doubt[] = chosen === undefined ? [] : [{ kind: 'chosen-name', ...chosen }]
  switch (field) {
    case 'name':
      return hasUnsureBlank(value, segments) ? [...gaps, { kind: 'unsure-blank' }] : gaps
    case 'address':
      return [...gaps, ...lostSecondRow(card, segments), ...names, ...doubtNames(field, value)]
    case 'official_seal':
      return [...gaps, ...names, ...doubtNames(field, value)]
    default:
      return gaps
  }
}

/** A blank is sure from this on. */
const sure = 0.9

/** Whether a name in Latin letters is one word, or has a blank that was measured or hardly seen. */
function hasUnsureBlank(name: string, segments: readonly Segment[]): boolean {
  if (!/^[\p{Script=Latin} .,'-]+$/u.test(name)) return false
  const blanks = segments
    .flatMap(({ characters }) => characters)
    .filter(({ text }) => text.trim() === '')
  return !name.includes(' ') || blanks.some(({ confidence }) => confidence < sure)
}
