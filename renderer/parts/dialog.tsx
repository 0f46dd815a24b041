import { Modal, type ModalProps } from '@mantine/core'
import { useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'

/** A dialog before all else: it has the keyboard as soon as it is there, and where that was before it is again afterwards. */
export function Dialog({ closeButtonProps, children, ...asked }: ModalProps) {
  const { t } = useTranslation()
  return (
    <Modal
      {...asked}
      // Its own ways to give the keyboard on come later than the next key.
      returnFocus={false}
      closeButtonProps={{ 'aria-label': t('close'), ...closeButtonProps }}
    >
      <Keyboard />
      {children}
    </Modal>
  )
}

/** Takes the keyboard in the very moment in which the dialog around it is shown, and gives it back when that is gone. */
function Keyboard() {
  const mark = useRef<HTMLSpanElement>(null)
  useLayoutEffect(() => {
    const before = document.activeElement
    const dialog = mark.current?.closest<HTMLElement>('[role=dialog]')
    for (const wanted of ['[data-autofocus]', 'button, input, select, textarea'])
      if (!dialog?.contains(document.activeElement))
        dialog?.querySelector<HTMLElement>(wanted)?.focus({ preventScroll: true })
    return () => {
      const { activeElement } = document
      const isFree = activeElement === document.body || dialog?.contains(activeElement)
      if (isFree && before instanceof HTMLElement) before.focus({ preventScroll: true })
    }
  }, [])
  return <span ref={mark} hidden />
}
