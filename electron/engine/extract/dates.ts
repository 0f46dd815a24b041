import { findDates } from '../../../core/license/parse/date.ts'
import { birthDateOf, isSoundIdNumber } from '../../../core/license/parse/id-number.ts'
import {
  longTerm,
  parseTerm,
  parseValidPeriod,
  periodOfTerm,
} from '../../../core/license/parse/valid-period.ts'
import { type Draft, derivedFrom, notFound, readFrom } from './draft.ts'
import type { Label } from './label.ts'
import { type Layout, toRightOf } from './layout.ts'
import { narrow, type Segment } from './segment.ts'

interface Dated {
  readonly segment: Segment
  readonly dates: readonly string[]
}

export interface DateDrafts {
  readonly style: 'old' | 'current' | 'unknown'
  readonly birth_date: Draft
  readonly issue_date: Draft
  readonly valid_from: Draft
  readonly valid_to: Draft
}

/** The four dates; a birth date that cannot be read is derived from a sound license number. */
export function extractDates(layout: Layout, idNumber: Draft): DateDrafts {
  const dated = layout.values.flatMap((segment): Dated[] => {
    const dates = findDates(segment.text).map(({ date }) => date)
    return dates.length > 0 ? [{ segment, dates }] : []
  })
  const birth = inRow(layout, dated, '出生日期')
  const issue = inRow(layout, dated, '初次领证日期')
  const old = layout.labels.has('有效起始日期')
  const period = old ? oldPeriod(layout, dated) : currentPeriod(layout, dated)
  const birth_date =
    birth === notFound && isSoundIdNumber(idNumber.value)
      ? derivedFrom(birthDateOf(idNumber.value), ...idNumber.segments)
      : birth
  return {
    style: old ? 'old' : period.valid_from.value === '' ? 'unknown' : 'current',
    birth_date,
    issue_date:
      issue === notFound ? leftOver(dated, [birth_date, ...Object.values(period)]) : issue,
    ...period,
  }
}

function inRow(layout: Layout, dated: readonly Dated[], label: Label): Draft {
  const anchor = layout.labels.get(label)
  if (anchor === undefined) return notFound
  const nearest = dated
    .filter(({ segment }) => (segment.left + segment.right) / 2 > (anchor.left + anchor.right) / 2)
    .map((entry) => ({ ...entry, off: Math.abs(entry.segment.row - anchor.row) }))
    .filter(({ off }) => off < 0.8 * layout.unit)
    .toSorted((a, b) => a.off - b.off)[0]
  const date = nearest?.dates[0] ?? ''
  return nearest === undefined ? notFound : readFrom(date, ...partsWith(date, [nearest.segment]))
}

/** The one date that stands alone and belongs to no other field. */
function leftOver(dated: readonly Dated[], others: readonly Draft[]): Draft {
  const used = new Set(others.map(({ value }) => value))
  const free = dated.filter(({ dates }) => dates.length === 1 && !used.has(dates[0] ?? ''))
  const only = free.length === 1 ? free[0] : undefined
  return only === undefined ? notFound : readFrom(only.dates[0] ?? '', only.segment)
}

type Period = Pick<DateDrafts, 'valid_from' | 'valid_to'>

function oldPeriod(layout: Layout, dated: readonly Dated[]): Period {
  const from = inRow(layout, dated, '有效起始日期')
  const terms = [
    ...toRightOf(layout, '有效期限', { tolerance: 1 }),
    ...layout.values.filter(({ text }) => /年$|长期$/.test(text) && text.length < 4),
  ]
  const stated = terms.find(({ text }) => parseTerm(text) !== undefined)
  const period = periodOfTerm(from.value, stated && parseTerm(stated.text))
  const segments = stated === undefined ? [] : [stated]
  return {
    valid_from: from,
    valid_to: period.derived
      ? derivedFrom(period.to, ...segments)
      : readFrom(period.to, ...segments),
  }
}

function currentPeriod(layout: Layout, dated: readonly Dated[]): Period {
  const row = toRightOf(layout, '有效期限', { tolerance: 1.1 })
  const source = row.some(({ text }) => findDates(text).length > 0)
    ? row
    : dated
        .filter(({ segment, dates }) => dates.length > 1 || /至|长/.test(segment.text))
        .map(({ segment }) => segment)
        .slice(0, 1)
  const { from, to } = parseValidPeriod(source.map(({ text }) => text).join(' '))
  return {
    valid_from: readFrom(from, ...partsWith(from, source)),
    valid_to: readFrom(to, ...partsWith(to, source)),
  }
}

/** The parts of the segments that say `value`: a date or 长期. */
function partsWith(value: string, segments: readonly Segment[]): Segment[] {
  return segments.flatMap((segment) => {
    const { text } = segment
    const start = value === longTerm ? text.search(/长|期/) : -1
    if (start >= 0) return [narrow(segment, start, text.length)]
    const found = findDates(text).find(({ date }) => date === value)
    return found === undefined ? [] : [narrow(segment, found.start, found.end)]
  })
}
