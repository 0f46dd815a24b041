import { useTranslation } from 'react-i18next'
import type { Point, Shares, Span } from '../../../core/figures/shares.ts'
import type { FieldCounts } from '../../../core/figures/tally.ts'
import type { FieldName } from '../../../core/license/field.ts'
import { sayField } from '../../../core/words/say-card.ts'
import { useLanguage } from '../../state/session-context.ts'
import { percent } from './percent.ts'
import styles from './overview.module.css'

/** The eleven fields, each with what people found out about it. */
export function FieldFigures(props: {
  readonly fields: readonly { readonly field: FieldName; readonly shares: Shares }[]
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <table className={`${styles['figures']} ${styles['fields']}`}>
      <thead>
        <tr>
          <th scope="col">{t('columnField')}</th>
          <th scope="col">{t('columnValues')}</th>
          <th scope="col">{t('columnRight')}</th>
          <th scope="col">{t('columnInVain')}</th>
          <th scope="col">{t('columnCaught')}</th>
          <th scope="col">{t('columnSlipped')}</th>
        </tr>
      </thead>
      <tbody>
        {props.fields.map(({ field, shares: { total, right, counts } }) => (
          <tr key={field} data-field={field}>
            <th scope="row">{sayField(field, language)}</th>
            <td>{total}</td>
            <td>
              {percent(right, total)}
              <Bar counts={counts} total={total} />
            </td>
            <td>{counts.inVain}</td>
            <td>{counts.caught}</td>
            <td>{counts.slipped}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Right, looked at in vain, corrected: side by side. */
function Bar({ counts, total }: { readonly counts: FieldCounts; readonly total: number }) {
  const { quiet, inVain, caught, slipped } = counts
  const parts = { good: quiet, look: inVain, bad: caught + slipped }
  return (
    <span className={styles['share']} aria-hidden="true">
      {Object.entries(parts).map(([tone, part]) => (
        <i
          key={tone}
          data-tone={tone}
          style={{ width: `${total === 0 ? 0 : (100 * part) / total}%` }}
        />
      ))}
    </span>
  )
}

/** The same numbers that the plot shows. */
export function TimeFigures(props: { readonly points: readonly Point[]; readonly span: Span }) {
  const { t } = useTranslation()
  return (
    <div
      className={styles['times']}
      role="region"
      aria-label={t('figuresOverTime')}
      // Only what can have the focus can be scrolled by the keyboard.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      <table className={styles['figures']}>
        <thead>
          <tr>
            <th scope="col">{t('columnPeriod')}</th>
            <th scope="col">{t('columnLicenses')}</th>
            <th scope="col">{t('columnRight')}</th>
            <th scope="col">{t('columnInVain')}</th>
          </tr>
        </thead>
        <tbody>
          {props.points.map(({ period, licenses, shares: { total, right, counts } }) => (
            <tr key={period}>
              <th scope="row">{props.span === 'week' ? t('weekOf', { day: period }) : period}</th>
              <td>{licenses}</td>
              <td>{percent(right, total)}</td>
              <td>{counts.inVain}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
