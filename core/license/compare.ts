import { mapFields } from './field.ts'
import type { FieldReading, Reading } from './reading.ts'

/** What one recognizer read, and its id. */
export interface Read {
  readonly recognizer: string
  readonly reading: Reading
}

/**
 * One reading out of two of the same card. What both read alike stands; where they differ, or only one found something,
 * a person has to look. Nothing is decided for them: the first one's value stands until then.
 */
export const compareReadings = (first: Read, second: Read): Reading => ({
  ...first.reading,
  fields: mapFields((field) =>
    compareField(
      { by: first.recognizer, read: first.reading.fields[field] },
      { by: second.recognizer, read: second.reading.fields[field] },
    ),
  ),
})

/** Notes on every field who read it. */
export const signed = ({ recognizer, reading }: Read): Reading => ({
  ...reading,
  fields: mapFields((field) => ({ ...reading.fields[field], readBy: [recognizer] })),
})

interface FieldRead {
  readonly by: string
  readonly read: FieldReading
}

function compareField(first: FieldRead, second: FieldRead): FieldReading {
  if (first.read.value === second.read.value)
    return { ...first.read, readBy: first.read.value === '' ? [] : [first.by, second.by] }
  if (second.read.value === '') return readByOne(first)
  if (first.read.value === '') return readByOne(second)
  return withDoubt(first, { kind: 'readers-differ', other: second.read.value, reader: second.by })
}

const readByOne = (one: FieldRead): FieldReading =>
  withDoubt(one, { kind: 'read-by-one', reader: one.by })

const withDoubt = (
  { by, read }: FieldRead,
  doubt: FieldReading['doubts'][number],
): FieldReading => ({ ...read, doubts: [...read.doubts, doubt], readBy: [by] })
