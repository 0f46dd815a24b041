import { z } from 'zod'
import { fieldNames, type License, mapFields } from './field.ts'
import { reading } from './reading.ts'

/** Where an image came from. */
export const source = z.object({
  /** Absolute path. */
  path: z.string(),
  /** File name for people. */
  name: z.string(),
  /** 1-based page of the file. */
  page: z.number().int().positive(),
})

/** What a person decided about one field; the reading itself is never changed. */
const decision = z.object({ kind: z.enum(['confirmed', 'corrected']), value: z.string() })

/** One license that was read. */
export const licenseRecord = z.object({
  id: z.string(),
  source,
  /** Id of the recognizer, such as `offline`. */
  recognizer: z.string(),
  reading,
  decisions: z.partialRecord(z.enum(fieldNames), decision),
  /** UTC instant, ISO 8601. */
  readAt: z.string(),
  /** How long the recognizer took, in milliseconds. */
  ms: z.number(),
})

export type Source = z.output<typeof source>
export type Decision = z.output<typeof decision>
export type LicenseRecord = z.output<typeof licenseRecord>

/** The record after a further reading: what a person decided stays, told against what is read now. */
export const readAgain = (
  before: LicenseRecord,
  read: Pick<LicenseRecord, 'recognizer' | 'reading' | 'readAt' | 'ms'>,
): LicenseRecord => ({
  ...before,
  ...read,
  decisions: Object.fromEntries(
    fieldNames.flatMap((field) => {
      const value = before.decisions[field]?.value
      if (value === undefined) return []
      const asRead = read.reading.fields[field].value === value
      return [[field, { kind: asRead ? 'confirmed' : 'corrected', value }]]
    }),
  ),
})

/** The values as they stand now: what a person decided, else what was read. */
export const licenseOf = (record: Pick<LicenseRecord, 'reading' | 'decisions'>): License =>
  mapFields((field) => record.decisions[field]?.value ?? record.reading.fields[field].value)
