import { addTallies, noCounts, type Tally } from '../figures/tally.ts'
import { periodOf, sharesOf, type Span, wayOf } from '../figures/shares.ts'
import { fieldNames } from '../license/field.ts'
import type { Language } from '../settings/settings.ts'
import { wordsIn } from '../words/words.ts'

/** Counts of every week or month, way of reading and field; nothing of anybody. */
export function figuresTable(rows: Tally, span: Span, language: Language): string[][] {
  const say = wordsIn(language)
  const periods = addTallies(
    rows.map((row) => ({ ...row, from: periodOf(row.from, span), way: wayOf(row.way) })),
  )
  return [
    [
      say(span === 'week' ? 'table:weekFrom' : 'table:month'),
      say('table:way'),
      say('table:fieldName'),
      say('table:valuesRead'),
      say('table:rightAsRead'),
      say('table:lookedInVain'),
      say('table:correctedAsked'),
      say('table:correctedUnasked'),
    ],
    ...periods.flatMap(({ from, way, fields }) =>
      fieldNames.flatMap((field) => {
        const { total, right, counts } = sharesOf(fields[field] ?? noCounts)
        if (total === 0) return []
        const numbers = [total, right, counts.inVain, counts.caught, counts.slipped]
        return [
          [
            from,
            say(`table:ways.${wayOf(way)}`),
            say(`table:field.${field}`),
            ...numbers.map(String),
          ],
        ]
      }),
    ),
  ]
}
