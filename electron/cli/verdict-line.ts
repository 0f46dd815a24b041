import { lawAsOf } from '../../core/license/law.ts'
import type { Language } from '../../core/settings/settings.ts'
import { usualPolicy } from '../../core/verdict/house-policy.ts'
import type { RentalWish } from '../../core/verdict/purpose.ts'
import type { Light, ReasonKind } from '../../core/verdict/reason.ts'
import { type Judging, verdictOf } from '../../core/verdict/verdict.ts'
import { sayVerdictReason } from '../../core/words/say-verdict.ts'
import type { ScanResult } from './results.ts'

/** What a rental would be on a license, by the usual policy of a house. */
export interface VerdictLine {
  readonly light: Light
  /** Those that weigh most first; `said` in the language of the command. */
  readonly reasons: readonly {
    readonly kind: ReasonKind
    readonly light: Light
    readonly said: string
  }[]
  /** The day from which the regulations behind it are in force. */
  readonly asOf: string
}

/** A rental by the usual policy of a house. */
export const judgingRental = (wish: RentalWish, listed: Judging['listed']): Judging => ({
  purpose: { kind: 'rental', wish },
  policy: usualPolicy,
  listed,
})

interface Asked {
  readonly judging: Judging
  readonly language: Language
  readonly today: string
}

/** Null where no license was read. */
export function verdictLine(result: ScanResult, asked: Asked): VerdictLine | null {
  if (result.kind !== 'read') return null
  const { judging, language, today } = asked
  const verdict = verdictOf(result.record, { ...judging, today })
  if (verdict === undefined) return null
  const reasons = verdict.reasons.map((reason) => ({
    kind: reason.kind,
    light: reason.light,
    said: sayVerdictReason(reason, language),
  }))
  return { light: verdict.light, reasons, asOf: lawAsOf }
}
