import type { FieldName } from '../../../core/license/field.ts'
import type { Doubt } from '../../../core/license/reading.ts'
import type { Draft } from '../extract/draft.ts'
import type { Raster } from '../geometry/raster.ts'
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
      return /^\p{Script=Latin}+$/u.test(value) ? [...gaps, { kind: 'no-blank' }] : gaps
    case 'address':
      return [...gaps, ...lostSecondRow(card, segments), ...names, ...doubtNames(field, value)]
    case 'official_seal':
      return [...gaps, ...names, ...doubtNames(field, value)]
    default:
      return gaps
  }
}
