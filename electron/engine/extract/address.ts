import { findDates } from '../../../core/license/parse/date.ts'
import { parseAddress } from '../../../core/license/parse/text.ts'
import { type Draft, joined, notFound, readFrom } from './draft.ts'
import { type Layout, toRightOf } from './layout.ts'

/** One or two lines right of 住址; the second begins under the first and above the dates. */
export function extractAddress(layout: Layout): Draft {
  const label = layout.labels.get('住址')
  const first = toRightOf(layout, '住址', { tolerance: 0.72 }).filter(({ text }) => text !== '中国')
  const start = first[0]
  if (label === undefined || start === undefined) return notFound
  const { unit } = layout
  const below = layout.labels.get('出生日期') ?? layout.labels.get('初次领证日期')
  const limit =
    below === undefined
      ? label.row + 3.4 * unit
      : Math.min(below.row - unit, label.row + 4.6 * unit)
  const second = layout.values
    .filter(
      (value) =>
        !first.includes(value) &&
        Math.abs(value.left - start.left) < 1.8 * unit &&
        value.row > start.row + 0.6 * unit &&
        value.row < limit &&
        findDates(value.text).length === 0,
    )
    .toSorted((a, b) => a.row - b.row)
  const segments = [...first, ...second]
  return readFrom(parseAddress(joined(segments)), ...segments)
}
