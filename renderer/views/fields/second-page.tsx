import { useTranslation } from 'react-i18next'
import { doubtsAbout, type SecondPage } from '../../../core/license/second-page.ts'
import { saySecondPage } from '../../../core/words/say-card.ts'
import { Icon } from '../../parts/icon.tsx'
import { useLanguage } from '../../state/session-context.ts'
import styles from './second-page.module.css'

/** What the second page of the license says, under the fields of the first. */
export function SecondPageLines(props: {
  readonly secondPage: SecondPage
  /** On the first page, as it stands now. */
  readonly idNumber: string
}) {
  const { t } = useTranslation()
  const { secondPage, idNumber } = props
  const language = useLanguage()
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
      {doubtsAbout(secondPage, idNumber).map((doubt) => (
        <p key={doubt} className={styles['doubt']}>
          <Icon name="eye" size={13} />
          <span>{saySecondPage(doubt, language)}</span>
        </p>
      ))}
    </div>
  )
}
