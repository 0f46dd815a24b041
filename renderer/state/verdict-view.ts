import type { LicenseRecord } from '../../core/license/record.ts'
import type { Settings } from '../../core/settings/settings.ts'
import { judge, returnDateOf, type Verdict } from '../../core/verdict/verdict.ts'
import { type DoNotRentState, listedIn } from './do-not-rent-state.ts'
import type { Drafts } from './drafts.ts'
import { type LicenseView, viewOf, viewWhileTyping } from './license-view.ts'

export interface VerdictParts {
  readonly today: string
  readonly settings: Pick<Settings, 'purpose' | 'housePolicy'>
  readonly list: DoNotRentState
  /** What is typed into this record. */
  readonly typed: Drafts
}

/** The verdict on a license as it stands on the screen, with what is being typed; nothing where none was asked for. */
export function verdictOn(record: LicenseRecord, parts: VerdictParts): Verdict | undefined {
  const { today, settings, list, typed } = parts
  const { purpose, housePolicy: policy } = settings
  if (purpose.kind === 'none') return undefined
  const { returnDate } = returnDateOf(purpose)
  const view: LicenseView =
    typed.length === 0
      ? viewOf(record, today, returnDate)
      : viewWhileTyping(record, today, typed, returnDate)
  return judge(
    { ...view, medium: record.reading.medium },
    { today, purpose, policy, listed: (idNumber) => listedIn(list, idNumber) },
  )
}
