import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Finding } from '../../../core/license/finding.ts'
import type { FieldName } from '../../../core/license/field.ts'
import type { LicenseRecord } from '../../../core/license/record.ts'
import type { ReviewReason } from '../../../core/license/review.ts'
import { fieldWords } from '../../../core/words/field-words.ts'
import { Crop } from '../../parts/crop.tsx'
import { Icon } from '../../parts/icon.tsx'
import { RevealButton } from '../masking/reveal-button.tsx'
import { useMasking } from '../masking/use-mask.ts'
import { useReaders } from './use-readers.ts'
import type { Candidate, Origin } from '../../state/provenance.ts'
import type { QuietNote } from '../../state/quiet-notes.ts'
import { useLanguage } from '../../state/session-context.ts'
import styles from './field-row.module.css'
import { FieldWhy } from './field-why.tsx'
import { OriginMenu } from './origin-menu.tsx'
import { ValueInput } from './value-input.tsx'

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

export function FieldRow(props: FieldRowProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const inputId = useId()
  const whyId = useId()
  const { field, record, reasons, image, dirty, cropWidth } = props
  const label = fieldWords[field][language]
  const look = reasons.length > 0
  const canMask = useMasking() && field === 'id_num' && props.value !== ''
  const masked = canMask && !look && !dirty
  const action = t(dirty ? 'save' : props.value === '' ? 'leaveEmpty' : 'confirm')
  const reading = record.reading.fields[field]
  const readers = useReaders(reading)
  // Of a sure field it comes below the value: what is under the pointer stays there.
  const crop = image !== null && reading.boxes.length > 0 && (
    <Crop
      image={image}
      full={record.reading.image}
      boxes={reading.boxes}
      text={reading.raw}
      label={t('cropOf', { field: label })}
      maxWidth={cropWidth}
      {...(props.cropScale !== undefined && { scale: props.cropScale })}
    />
  )
  return (
    <div className={styles['row']} data-field={field} data-look={look} data-focused={props.focused}>
      <label htmlFor={inputId} title={readers}>
        {label}
      </label>
      <div className={styles['pair']}>
        {look && crop}
        <div
          className={styles['value']}
          data-bad={props.findings.some((one) => one.severity === 'error')}
        >
          <ValueInput {...props} id={inputId} describedBy={whyId} masked={masked} />
          {masked && <RevealButton />}
          {!dirty && <OriginMenu {...props} label={label} masked={masked} />}
        </div>
        {!look && props.focused && crop}
        <div className={styles['under']}>
          <FieldWhy {...props} id={whyId} label={label} masked={masked} />
          {(look || dirty) && (
            <button
              type="button"
              className={styles['confirm']}
              tabIndex={-1}
              aria-label={t('fieldAction', { field: label, what: action })}
              // Keeps the focus in the input, so that leaving it does not save a second time.
              onMouseDown={(event) => event.preventDefault()}
              onClick={props.onConfirm}
            >
              <Icon name="check" size={14} />
              {action}
            </button>
          )}
        </div>
      </div>
    </div>
  )
}
