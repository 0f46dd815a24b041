import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../parts/dialog.tsx'
import { pathsIn } from '../../state/pasted-paths.ts'
import { useSession } from '../../state/session-context.ts'
import styles from './path-dialog.module.css'

/** Files, folders and image addresses, one a line, for those who copied them from somewhere. */
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
    <Dialog opened={opened} onClose={onClose} title={t('pastePath')} size="lg">
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault()
          add()
        }}
      >
        <Textarea
          data-autofocus
          autosize
          maxRows={8}
          description={t('pathHint')}
          label={t('pathLabel')}
          placeholder={example}
          value={text}
          error={wrong ? t('pathWrong', { example }) : null}
          onChange={(event) => {
            setWrong(false)
            setText(event.currentTarget.value)
          }}
          onKeyDown={(event) => {
            // Several are pasted, one a line; whoever types wants to be done.
            if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
            event.preventDefault()
            add()
          }}
        />
        <Button type="submit">{t('pathAdd')}</Button>
      </form>
    </Dialog>
  )
}
