import { Button, PasswordInput } from '@mantine/core'
import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refusal } from '../../../core/ipc/contract.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { useSession } from '../../state/session-context.ts'
import { usePart } from '../../state/use-store.ts'
import styles from './document-dialog.module.css'
import { PagesForm } from './pages-form.tsx'

/** What is asked about a document: the password of a locked PDF, or which pages of a long one. */
export function DocumentDialog() {
  const { t } = useTranslation()
  const { intake } = useSession()
  const asking = usePart(intake, 'asking')
  const close = () => intake.send({ kind: 'not-now' })
  return (
    <Dialog
      opened={asking !== null}
      onClose={close}
      title={t(asking?.kind === 'password-needed' ? 'passwordTitle' : 'pagesTitle')}
      size={asking?.kind === 'pages-left' ? 'xl' : 'md'}
    >
      {asking?.kind === 'password-needed' && <PasswordForm key={asking.path} document={asking} />}
      {asking?.kind === 'pages-left' && (
        <PagesForm key={asking.path} document={asking} onCancel={close} />
      )}
    </Dialog>
  )
}

interface FormProps {
  readonly document: Refusal
}

function PasswordForm({ document: { path, name } }: FormProps) {
  const { t } = useTranslation()
  const { actions } = useSession()
  const [password, setPassword] = useState('')
  const [state, setState] = useState<'typing' | 'busy' | 'wrong'>('typing')
  const open = async () => {
    setState('busy')
    const report = await actions.addDocument(path, { password })
    const isLocked = report?.refused.some(({ kind }) => kind === 'password-needed')
    setState(isLocked === true ? 'wrong' : 'typing')
  }
  return (
    <form className={styles['form']} onSubmit={submitted(() => void open())}>
      <p>{t('passwordText')}</p>
      <PasswordInput
        data-autofocus
        autoComplete="off"
        label={t('passwordLabel', { name })}
        maxLength={200}
        value={password}
        error={state === 'wrong' ? t('passwordWrong') : null}
        visibilityToggleButtonProps={{ 'aria-hidden': true }}
        onChange={(event) => {
          setState('typing')
          setPassword(event.currentTarget.value)
        }}
      />
      <Button type="submit" loading={state === 'busy'} disabled={password === ''}>
        {t('passwordOpen')}
      </Button>
    </form>
  )
}

const submitted = (act: () => void) => (event: SubmitEvent) => {
  event.preventDefault()
  act()
}
