import { parseSeal } from '../../../core/license/parse/text.ts'
import { sealRedness } from '../recognize/redness.ts'
import { type Draft, joined, readFrom } from './draft.ts'
import type { Layout } from './layout.ts'

/** The rows of red text left of the date column and below the address. */
export function extractSeal(layout: Layout): Draft {
  const column =
    layout.labels.get('出生日期') ??
    layout.labels.get('初次领证日期') ??
    layout.labels.get('准驾车型')
  const address = layout.labels.get('住址')
  const rows = layout.values
    .filter(
      ({ line, text, right, row }) =>
        line.redness > sealRedness &&
        /[\u3400-\u9fff]/.test(text) &&
        (column === undefined || right < column.left + 0.45 * layout.unit) &&
        (address === undefined || row > address.row + 1.9 * layout.unit),
    )
    .toSorted((a, b) => a.row - b.row)
  return readFrom(parseSeal(joined(rows)), ...rows)
}
