import { Modal, type ModalProps } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { TakesKeyboard } from './takes-keyboard.tsx'

/** A dialog before all else: it has the keyboard as soon as it is there, and where that was before it is again afterwards. */
export function Dialog({ closeButtonProps, children, ...asked }: ModalProps) {
  const { t } = useTranslation()
  return (
    <Modal
      {...asked}
      // Its own way to give the keyboard on comes later than the next key.
      returnFocus={false}
      closeButtonProps={{ 'aria-label': t('close'), ...closeButtonProps }}
    >
      <TakesKeyboard />
      {children}
    </Modal>
  )
}
