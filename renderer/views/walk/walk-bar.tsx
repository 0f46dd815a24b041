import { useTranslation } from 'react-i18next'
import { KeyCap } from '../../parts/key-cap.tsx'
import { Icon } from '../../parts/icon.tsx'
import { useSession } from '../../state/session-context.ts'
import { useStore } from '../../state/use-store.ts'
import { keyWords } from '../keys/keys.ts'
import styles from './walk-bar.module.css'

/** Which field is on the clipboard, and how the next one gets there. */
export function WalkBar() {
  const { t } = useTranslation()
  const { walk, actions } = useSession()
  const view = useStore(walk)
  if (view === null) return null
  const { at, headings, key } = view
  const of = headings.length
  const isLast = at + 1 === of
  return (
    <div className={styles['walk']} role="status">
      <Icon name="cards" size={15} />
      <p>
        <strong>{t('walkOn', { heading: headings[at] ?? '', at: at + 1, of })}</strong>{' '}
        {key === null ? (
          <span>{t('walkNoKey')}</span>
        ) : (
          !isLast && (
            <span>
              {t('walkHow')} <KeyCap keys={keyWords(key)} /> {t('walkHowNext')}
            </span>
          )
        )}{' '}
        <span>{t('walkMinute')}</span>
      </p>
      <button type="button" disabled={at === 0} onClick={() => void actions.moveWalk('previous')}>
        {t('walkPrevious')}
      </button>
      {!isLast && (
        <button type="button" onClick={() => void actions.moveWalk('next')}>
          {t('walkNext')}
        </button>
      )}
      <button type="button" onClick={() => void actions.moveWalk('end')}>
        {t('walkEnd')}
      </button>
    </div>
  )
}
