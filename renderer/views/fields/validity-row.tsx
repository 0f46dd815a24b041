import { useTranslation } from 'react-i18next'
import { sayField } from '../../../core/words/say-card.ts'
import { useLanguage } from '../../state/session-context.ts'
import { Note } from './field-row.tsx'
import type { FieldRowProps } from './field-row-props.ts'
import rowStyles from './field-row.module.css'
import { FieldWhy } from './field-why.tsx'
import styles from './validity-row.module.css'
import { ValueInput } from './value-input.tsx'

/** Both ends of the valid period in one line, when neither is in doubt. */
export function ValidityRow(props: { readonly from: FieldRowProps; readonly to: FieldRowProps }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { from, to } = props
  return (
    <div
      className={rowStyles['row']}
      data-field="valid_from"
      data-look={false}
      data-focused={from.focused || to.focused}
    >
      <span className={rowStyles['label']}>{t('validity')}</span>
      <div className={rowStyles['pair']}>
        <div className={`${rowStyles['value']} ${styles['both']}`}>
          <ValueInput
            {...from}
            label={sayField('valid_from', language)}
            describedBy="why-valid-from"
          />
          <span className={styles['until']}>{t('until')}</span>
          <ValueInput {...to} label={sayField('valid_to', language)} describedBy="why-valid-to" />
          {to.note !== null && !to.dirty && !from.dirty && <Note note={to.note} />}
        </div>
        <FieldWhy {...from} id="why-valid-from" label={sayField('valid_from', language)} />
        <FieldWhy {...to} id="why-valid-to" label={sayField('valid_to', language)} />
      </div>
    </div>
  )
}
