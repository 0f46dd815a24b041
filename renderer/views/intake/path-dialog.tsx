import { Button, Modal, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { pathsIn } from '../../state/pasted-paths.ts'
import { useSession } from '../../state/session-context.ts'
import styles from './path-dialog.module.css'

/** A file or folder by its path, for those who copied it from somewhere. */
export function PathDialog({
  opened,
  onClose,
}: {
  readonly opened: boolean
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const { actions } = useSession()
  const [text, setText] = useState('')
  const [wrong, setWrong] = useState(false)
  const example = navigator.userAgent.includes('Windows')
    ? 'D:\\scans\\0001.jpg'
    : '/home/me/scans/0001.jpg'
  const add = () => {
    const paths = pathsIn(text)
    if (paths.length === 0) {
      setWrong(true)
      return
    }
    void actions.add(paths)
    setText('')
    onClose()
  }
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('pastePath')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault()
          add()
        }}
      >
        <TextInput
          data-autofocus
          label={t('pathLabel')}
          placeholder={example}
          value={text}
          error={wrong ? t('pathWrong', { example }) : null}
          onChange={(event) => {
            setWrong(false)
            setText(event.currentTarget.value)
          }}
        />
        <Button type="submit">{t('pathAdd')}</Button>
      </form>
    </Modal>
  )
}
