import { z } from 'zod'
import { type FieldName, fieldNames, type License, mapFields } from './field.ts'
import { type Reading, reading } from './reading.ts'

const kept = 'kept:'

/** The path of an image that came without a file and is kept, sealed, as long as it is on the list. */
export const keptPath = (id: string): string => `${kept}${id}`

/** The id of an image that is kept; nothing where the path is another. */
export const keptIdOf = (path: string): string | undefined =>
  path.startsWith(kept) ? path.slice(kept.length) : undefined

/** Where an image came from. */
export const source = z.object({
  /** An absolute path, an address on the web, or what `keptPath` gives. */
  path: z.string(),
  /** File name for people. */
  name: z.string(),
  /** 1-based page of the file. */
  page: z.number().int().positive(),
  /** SHA-256 in hex of the file's bytes when it came in; not known of an address on the web. */
  image: z.string().optional(),
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
  /** The image that `reading.secondPage` was read in, where that is another one; null once a person took them apart. */
  joined: z.object({ source }).nullable().optional(),
  /** UTC instant, ISO 8601. */
  readAt: z.string(),
  /** How long the recognizer took, in milliseconds. */
  ms: z.number(),
})

export type Source = z.output<typeof source>
type Decision = z.output<typeof decision>
export type LicenseRecord = z.output<typeof licenseRecord>

/** What tells an image from every other, whatever its file is called. */
export const imageOf = ({ image, path, page }: Source): string => `${image ?? path} ${page}`

/** The record after a person confirmed or corrected a field; null: the original reading stands again. */
export function withDecision(
  record: LicenseRecord,
  field: FieldName,
  value: string | null,
): LicenseRecord {
  const { [field]: _before, ...decisions } = record.decisions
  if (value === null) return { ...record, decisions }
  const asRead = record.reading.fields[field].value === value
  const decided: Decision = { kind: asRead ? 'confirmed' : 'corrected', value }
  return { ...record, decisions: { ...decisions, [field]: decided } }
}

/** The record after a further reading: what a person decided stays, told against what is read now. */
export const readAgain = (
  before: LicenseRecord,
  read: Pick<LicenseRecord, 'recognizer' | 'reading' | 'readAt' | 'ms'>,
): LicenseRecord => ({
  ...before,
  ...read,
  reading: withJoined(before, read.reading),
  decisions: Object.fromEntries(
    fieldNames.flatMap((field) => {
      const value = before.decisions[field]?.value
      if (value === undefined) return []
      const asRead = read.reading.fields[field].value === value
      return [[field, { kind: asRead ? 'confirmed' : 'corrected', value }]]
    }),
  ),
})

/** A second page that came as another image is not in this one. */
function withJoined({ joined, reading: before }: LicenseRecord, read: Reading): Reading {
  const { secondPage } = before
  if (joined == null || secondPage === undefined || read.secondPage !== undefined) return read
  return { ...read, secondPage }
}

/** The values as they stand now: what a person decided, else what was read. */
export const licenseOf = (record: Pick<LicenseRecord, 'reading' | 'decisions'>): License =>
  mapFields((field) => record.decisions[field]?.value ?? record.reading.fields[field].value)
