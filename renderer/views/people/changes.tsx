import { useTranslation } from 'react-i18next'
import type { License } from '../../../core/license/field.ts'
import { type Change, changesBetween } from '../../../core/people/changes.ts'
import { sayField } from '../../../core/words/say-card.ts'
import { groupIdNumber, isMaskedField, maskValue } from '../../state/id-number.ts'
import { useLanguage, useSession } from '../../state/session-context.ts'
import { useStore } from '../../state/use-store.ts'
import styles from './people.module.css'

/** Field by field what is different on the later of two licenses. */
export function Changes(props: { readonly before: License; readonly now: License }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { settings } = useSession()
  const { maskNumbers } = useStore(settings)
  const changes = changesBetween(props.before, props.now)
  if (changes.length === 0) return <p className={styles['quiet']}>{t('seenUnchanged')}</p>
  const shown = (change: Change, value: string): string => {
    if (maskNumbers && isMaskedField(change.field)) return maskValue(change.field, value)
    return change.field === 'id_num' ? groupIdNumber(value) : value
  }
  return (
    <dl className={styles['changes']} aria-label={t('changesSince')}>
      {changes.map((change) => (
        <div key={change.field}>
          <dt>{sayField(change.field, language)}</dt>
          <dd data-change={change.field}>
            <span
              role="img"
              aria-label={t('changedFrom', {
                before: shown(change, change.before),
                now: shown(change, change.now),
              })}
            >
              <s>{shown(change, change.before)}</s> <span aria-hidden="true">→</span>{' '}
              <b>{shown(change, change.now)}</b>
            </span>
            <Meaning change={change} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Meaning({ change }: { readonly change: Change }) {
  const { t } = useTranslation()
  if (change.kind === 'renewed') return <em data-tone="good">{t('renewed')}</em>
  if (change.kind !== 'classes') return null
  const { gained, gone } = change
  return (
    <>
      {gained.length > 0 && (
        <em data-tone="good">{t('classesGained', { classes: gained.join(' ') })}</em>
      )}
      {gone.length > 0 && <em data-tone="look">{t('classesGone', { classes: gone.join(' ') })}</em>}
    </>
  )
}
