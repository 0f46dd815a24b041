import { useTranslation } from 'react-i18next'
import { Icon } from '../../parts/icon.tsx'
import styles from './drop-veil.module.css'

/** Over the whole window while files hang above it. */
export function DropVeil({ more }: { readonly more: boolean }) {
  const { t } = useTranslation()
  return (
    <div className={styles['veil']} role="status">
      <div>
        <p>
          <Icon name="plus" size={34} />
          <b>{t('dropHere')}</b>
          {more && <span>{t('dropMore')}</span>}
        </p>
      </div>
    </div>
  )
}
