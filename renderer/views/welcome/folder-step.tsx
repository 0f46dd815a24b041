import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../parts/icon.tsx'
import { useSession } from '../../state/session-context.ts'
import { useStore } from '../../state/use-store.ts'
import styles from './welcome.module.css'

export function FolderStep() {
  const { t } = useTranslation()
  const { settings, actions } = useSession()
  const { exportFolder } = useStore(settings)
  return (
    <div className={styles['folder']}>
      <Icon name="folder" size={20} />
      <span title={exportFolder}>{exportFolder === '' ? t('welcomeDocuments') : exportFolder}</span>
      <Button size="xs" variant="default" onClick={() => void actions.pickExportFolder()}>
        {t('welcomeChooseFolder')}
      </Button>
    </div>
  )
}
