import { Button, Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import styles from './delete-dialog.module.css'

/** Asks before a record is deleted for good. */
export function DeleteDialog(props: {
  readonly opened: boolean
  /** On the license, `''` when it was not read. */
  readonly name: string
  readonly onClose: () => void
  readonly onDelete: () => void
}) {
  const { t } = useTranslation()
  const { name, opened, onClose, onDelete } = props
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size={440}
      title={<b>{t('deleteTitle')}</b>}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <p>{name === '' ? t('deleteText') : t('deleteTextOf', { name })}</p>
      <div className={styles['buttons']}>
        <Button variant="default" onClick={onDelete}>
          {t('deleteYes')}
        </Button>
        <Button data-autofocus onClick={onClose}>
          {t('deleteNo')}
        </Button>
      </div>
    </Modal>
  )
}
