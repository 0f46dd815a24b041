import { setImmediate as nextTurn } from 'node:timers/promises'
import type { LicenseRecord } from '../../core/license/record.ts'
import type { Stores } from '../store/stores.ts'

export interface WalkParts {
  readonly records: Pick<Stores['records'], 'marks' | 'get'>
  readonly signal: AbortSignal
  readonly onProgress?: (looked: number, total: number) => void
}

/** Opening a record takes some tenths of a millisecond: so long at a time, and others get their turn. */
const slice = 20
/** Milliseconds between two tellings of how far it has come. */
const pace = 120

/**
 * Opens every record, the newest first, without holding up anything else.
 * @returns how many were opened; nothing where it was given up
 */
export async function walkRecords(
  { records, signal, onProgress }: WalkParts,
  visit: (record: LicenseRecord) => void,
): Promise<number | undefined> {
  const marks = records.marks({})
  let opened = 0
  let [began, told] = [performance.now(), performance.now()]
  for (const [looked, { id }] of marks.entries()) {
    if (signal.aborted) return undefined
    const record = records.get(id)
    if (record !== undefined) {
      visit(record)
      opened += 1
    }
    if (performance.now() - began < slice) continue
    await nextTurn()
    began = performance.now()
    if (began - told < pace) continue
    told = began
    onProgress?.(looked + 1, marks.length)
  }
  return signal.aborted ? undefined : opened
}
