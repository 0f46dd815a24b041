import type { ExportOutcome } from '../../core/ipc/contract.ts'
import type { LicenseRecord } from '../../core/license/record.ts'

export interface HandOverParts {
  /** `''`: no program takes them up. */
  readonly folder: () => string
  readonly handOver: (folder: string, records: readonly LicenseRecord[]) => Promise<ExportOutcome>
  readonly noteExport: (count: number) => void
  /** Hears what kept a license from getting there. */
  readonly onFailed: (outcome: ExportOutcome) => void
  readonly onError: (error: unknown) => void
}

/** Hands a license over as soon as a person has decided the last that was to be looked at; one after the other. */
export function handOverDecided(parts: HandOverParts): (record: LicenseRecord) => void {
  let last: Promise<unknown> = Promise.resolve()
  const one = async (record: LicenseRecord): Promise<void> => {
    const folder = parts.folder()
    if (folder === '') return
    const outcome = await parts.handOver(folder, [record])
    if (outcome.kind === 'written' && outcome.rows > 0) parts.noteExport(outcome.rows)
    if (outcome.kind === 'locked' || outcome.kind === 'failed') parts.onFailed(outcome)
  }
  return (record) => {
    last = last.then(() => one(record)).catch(parts.onError)
  }
}
