import { useTranslation } from 'react-i18next'
import { Dialog } from '../../parts/dialog.tsx'
import { useSession } from '../../state/session-context.ts'
import { useStore } from '../../state/use-store.ts'
import { AccountForm } from './account-form.tsx'
import { ConnectionTest } from './connection-test.tsx'
import styles from './reading-dialog.module.css'
import { WayChoice } from './way-choice.tsx'

/** How images are read and, for the ways through WeChat, whose account is used; each change takes effect at once. */
export function ReadingDialog(props: { readonly opened: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const { settings, account } = useSession()
  const { engine } = useStore(settings)
  const view = useStore(account)
  return (
    <Dialog {...props} size={820} title={t('readingTitle')}>
      <div className={styles['body']}>
        <WayChoice />
        {view !== null && engine !== 'offline' && (
          <section className={styles['account']} aria-label={t('accountTitle')}>
            <h2>{t('accountTitle')}</h2>
            <AccountForm view={view} engine={engine} />
            <ConnectionTest view={view} engine={engine} />
          </section>
        )}
      </div>
    </Dialog>
  )
}
