import { Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { KeyCap } from '../../parts/key-cap.tsx'
import { keyTable } from './keys.ts'
import styles from './keys-dialog.module.css'

export function KeysDialog({
  opened,
  onClose,
}: {
  readonly opened: boolean
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={<b className={styles['title']}>{t('keysTitle')}</b>}
      size={620}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <dl className={styles['keys']}>
        {keyTable.map(({ words, keys }) => (
          <div key={words}>
            <dt>{t(words)}</dt>
            <dd>
              {keys.map((chord) => (
                <KeyCap key={chord.join(' ')} keys={chord} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Modal>
  )
}
