import { useTranslation } from 'react-i18next'
import { doubtsAbout, type SecondPage } from '../../../core/license/second-page.ts'
import type { LicenseRecord } from '../../../core/license/record.ts'
import { saySecondPage } from '../../../core/words/say-card.ts'
import { saySource } from '../../../core/words/say-source.ts'
import { Icon } from '../../parts/icon.tsx'
import { useLanguage, useSession } from '../../state/session-context.ts'
import styles from './second-page.module.css'

/** What the second page of the license says, under the fields of the first. */
export function SecondPageLines(props: {
  readonly secondPage: SecondPage
  /** On the first page, as it stands now. */
  readonly idNumber: string
  /** The record on the desk, where the page may have come as an image of its own. */
  readonly record?: LicenseRecord
}) {
  const { t } = useTranslation()
  const { secondPage, idNumber, record } = props
  const language = useLanguage()
  const { actions } = useSession()
  return (
    <div className={styles['page']}>
      <dl>
        {(['fileNumber', 'record'] as const).map((what) => (
          <div key={what} data-second-page={what}>
            <dt>{t(what)}</dt>
            <dd>
              {secondPage[what].value === '' ? (
                <span className={styles['missing']}>{t('notFound')}</span>
              ) : (
                secondPage[what].value
              )}
            </dd>
          </div>
        ))}
      </dl>
      {record?.joined != null && (
        <p className={styles['joined']}>
          <span title={record.joined.source.path}>
            {t('secondPageFrom', { file: saySource(record.joined.source, language) })}
          </span>
          <button type="button" onClick={() => void actions.takeApart(record.id)}>
            {t('takeApart')}
          </button>
        </p>
      )}
      {doubtsAbout(secondPage, idNumber).map((doubt) => (
        <p key={doubt} className={styles['doubt']}>
          <Icon name="eye" size={13} />
          <span>{saySecondPage(doubt, language)}</span>
        </p>
      ))}
    </div>
  )
}
