import type { FieldName } from '../../core/license/field.ts'
import type { FieldReading } from '../../core/license/reading.ts'
import type { LicenseRecord } from '../../core/license/record.ts'
import type { ReviewReason } from '../../core/license/review.ts'
import { suggestionFor } from './suggestion.ts'

/** Where a value came from. `maybe`: what else the field may say, by a reason to look. */
export type Origin = 'offline' | 'wechat' | 'both' | 'inferred' | 'typed' | 'maybe'

/** A value that the field has, had, or may have. */
export interface Candidate {
  readonly origin: Origin
  readonly value: string
  /** It stands now. */
  readonly isNow: boolean
  /** The recognizer's, to which the field is brought back; any other is put in its place. */
  readonly isReading: boolean
}

const readerOf = (recognizer: string): 'offline' | 'wechat' =>
  recognizer.startsWith('wechat') ? 'wechat' : 'offline'

/** Where the recognizer's value of a field came from. */
function originOfReading(record: LicenseRecord, field: FieldName): Origin {
  const { readBy = [], origin } = record.reading.fields[field]
  if (origin === 'derived') return 'inferred'
  const readers = new Set(readBy.map(readerOf))
  if (readers.size > 1) return 'both'
  return [...readers][0] ?? readerOf(record.reading.recognizer ?? record.recognizer)
}

/** Where most values of a license came from: what goes without saying. */
export const originOfMost = ({
  reading,
  recognizer,
}: Pick<LicenseRecord, 'reading' | 'recognizer'>): Origin =>
  readerOf(reading.recognizer ?? recognizer)

/** Where the value that stands now came from. */
export const originOf = (record: LicenseRecord, field: FieldName): Origin => {
  const value = record.decisions[field]?.value
  if (value === undefined || value === record.reading.fields[field].value)
    return originOfReading(record, field)
  return otherReader(record.reading.fields[field], value) ?? 'typed'
}

const otherReader = (reading: FieldReading, value: string): Origin | undefined => {
  for (const doubt of reading.doubts)
    if (doubt.kind === 'readers-differ' && doubt.other === value) return readerOf(doubt.reader)
  return undefined
}

/**
 * Every value that a field can be given without typing, each once: as it was read, by each reader, as it may also be,
 * and as it was typed before.
 */
export function candidatesOf(
  record: LicenseRecord,
  field: FieldName,
  reasons: readonly ReviewReason[],
  typed: readonly string[],
): readonly Candidate[] {
  const reading = record.reading.fields[field]
  const now = record.decisions[field]?.value ?? reading.value
  const others = reading.doubts.flatMap((doubt) =>
    doubt.kind === 'readers-differ'
      ? [{ origin: readerOf(doubt.reader), value: doubt.other } as const]
      : [],
  )
  const maybe = reasons.flatMap((reason) => suggestionFor(field, now, reason) ?? [])
  const all: readonly { readonly origin: Origin; readonly value: string }[] = [
    { origin: originOfReading(record, field), value: reading.value },
    ...others,
    ...maybe.map((value) => ({ origin: 'maybe' as const, value })),
    ...[now, ...typed].map((value) => ({ origin: 'typed' as const, value })),
  ]
  const first = new Map(all.toReversed().map((one) => [one.value, one]))
  const inOrder = all.filter((one) => first.get(one.value) === one)
  return inOrder.map(({ origin, value }) => ({
    origin,
    value,
    isNow: value === now,
    isReading: value === reading.value,
  }))
}
