import type { LicenseRecord } from '../../core/license/record.ts'
import type { Desk } from '../desk.ts'

/** Exports, and knows what has not left the desk yet. */
export interface ExportNotes {
  readonly exportCsv: Desk['exportCsv']
  /** How many records were never exported, or changed since. */
  readonly unexported: () => number
}

export function noteExports(desk: Pick<Desk, 'exportCsv' | 'snapshot'>): ExportNotes {
  const exported = new WeakSet<LicenseRecord>()
  return {
    async exportCsv(wish) {
      const wanted = wish.recordIds && new Set(wish.recordIds)
      const going = desk.snapshot().records.filter(({ id }) => wanted?.has(id) ?? true)
      const outcome = await desk.exportCsv(wish)
      if (outcome.kind === 'written') for (const record of going) exported.add(record)
      return outcome
    },
    unexported: () => desk.snapshot().records.filter((record) => !exported.has(record)).length,
  }
}
