import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { sayField } from '../../../core/words/say-card.ts'
import { Crop } from '../../parts/crop.tsx'
import { Icon } from '../../parts/icon.tsx'
import { RevealButton } from '../masking/reveal-button.tsx'
import { useMasking } from '../masking/use-mask.ts'
import { useReaders } from './use-readers.ts'
import { isMaskedField } from '../../state/id-number.ts'
import { useLanguage } from '../../state/session-context.ts'
import styles from './field-row.module.css'
import type { FieldRowProps } from './field-row-props.ts'
import { FieldWhy } from './field-why.tsx'
import { OriginMenu } from './origin-menu.tsx'
import { ValueInput } from './value-input.tsx'

export function FieldRow(props: FieldRowProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const inputId = useId()
  const whyId = useId()
  const { field, record, reasons, image, dirty, cropWidth } = props
  const label = sayField(field, language)
  const look = reasons.length > 0
  const canMask = useMasking() && isMaskedField(field) && props.value !== ''
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
          {masked && field === 'id_num' && <RevealButton />}
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
