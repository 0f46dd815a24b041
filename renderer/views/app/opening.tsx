import { Loader } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import styles from './opening.module.css'

/** Until it is known what is on the desk; seen only where that takes a while, as with a very long list. */
export function Opening() {
  const { t } = useTranslation()
  return (
    <main className={styles['opening']} role="status">
      <Loader size={22} />
      <p>{t('opening')}</p>
    </main>
  )
}
