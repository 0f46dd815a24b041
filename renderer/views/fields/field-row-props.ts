import type { Candidate, Origin } from '../../state/provenance.ts'
import type { FieldName } from '../../../core/license/field.ts'
import type { Finding } from '../../../core/license/finding.ts'
import type { LicenseRecord } from '../../../core/license/record.ts'
import type { ReviewReason } from '../../../core/license/review.ts'
import type { QuietNote } from '../../state/quiet-notes.ts'

export interface FieldRowProps {
  readonly field: FieldName
  readonly record: LicenseRecord
  readonly image: HTMLImageElement | null
  readonly cropWidth: number
  readonly value: string
  /** Typed and not yet saved. */
  readonly dirty: boolean
  /** Why a person must look; empty when the field is sure. */
  readonly reasons: readonly ReviewReason[]
  readonly findings: readonly Finding[]
  /** A quiet word at the end of the line, such as that the check digit fits. */
  readonly note: QuietNote | null
  readonly focused: boolean
  /** Where the value came from, and every one that it can be given without typing. */
  readonly origin: Origin
  readonly candidates: readonly Candidate[]
  /** Whether these are shown. */
  readonly choosing: boolean
  readonly onChoosing: (isOpen: boolean) => void
  /** Drawn pixels to the pixel of the image, for every crop alike. */
  readonly cropScale: number | undefined
  /** Whether Tab stops here. */
  readonly stop: boolean
  readonly hold: (input: HTMLElement | null) => void
  readonly onFocus: () => void
  readonly onType: (value: string) => void
  readonly onLeave: () => void
  readonly onKeyDown: (event: React.KeyboardEvent) => void
  readonly onConfirm: () => void
  /** Takes over what else the field may hold. */
  readonly onUse: (value: string) => void
  readonly onRestore: () => void
}
