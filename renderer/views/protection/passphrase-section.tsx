import { Button, Checkbox, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LockState } from '../../../core/ipc/lock.ts'
import { isStrongEnough, strengthOf } from '../../../core/lock/passphrase.ts'
import { Icon } from '../../parts/icon.tsx'
import { makePassphrase } from '../../state/passphrase.ts'
import styles from './protection.module.css'
import { SecretChangeForm } from './secret-change-form.tsx'
import { type SecretChangeProps, SecretSection } from './secret-section.tsx'

/** The way back to the records when the system's key is lost. */
export function PassphraseSection({ lock }: { readonly lock: LockState }) {
  const { t } = useTranslation()
  const { hasPin, hasPassphrase } = lock
  return (
    <SecretSection
      title={t('passphraseTitle')}
      text={t('passphraseText')}
      isSet={hasPassphrase}
      setWords={t('passphraseSet')}
      standing={
        <p className={styles['state']} data-tone={hasPassphrase ? 'good' : 'look'}>
          <Icon name={hasPassphrase ? 'check' : 'alert'} size={14} />{' '}
          {t(hasPassphrase ? 'passphraseIsSet' : 'passphraseNotSet')}
        </p>
      }
      hasPin={hasPin}
      form={PassphraseForm}
    />
  )
}

const strengths = {
  short: { words: 'strengthShort', tone: 'look' },
  weak: { words: 'strengthWeak', tone: 'look' },
  fair: { words: 'strengthFair', tone: 'good' },
  strong: { words: 'strengthStrong', tone: 'good' },
} as const

const random = (count: number): Uint8Array => crypto.getRandomValues(new Uint8Array(count))

function PassphraseForm(props: SecretChangeProps) {
  const { t } = useTranslation()
  const [next, setNext] = useState('')
  const [isWritten, setWritten] = useState(false)
  const strength = strengthOf(next)
  const isReady = isStrongEnough(next) && isWritten
  const { words, tone } = strengths[strength]
  const change = (phrase: string) => {
    setWritten(false)
    setNext(phrase)
  }
  return (
    <SecretChangeForm
      {...props}
      what="passphrase"
      next={next}
      maySave={() => isReady}
      isDisabled={!isReady}
    >
      <div className={styles['make']}>
        {/* In plain letters: it has to be copied by hand. */}
        <TextInput
          label={t('passphraseNew')}
          value={next}
          autoComplete="off"
          spellCheck={false}
          classNames={{ input: styles['phrase'] ?? '' }}
          onChange={(event) => change(event.currentTarget.value)}
        />
        <Button variant="default" onClick={() => change(makePassphrase(random))}>
          {t('passphraseMake')}
        </Button>
      </div>
      <p className={styles['state']} data-tone={next === '' ? 'none' : tone} role="status">
        {next !== '' && (
          <>
            <Icon name={tone === 'good' ? 'check' : 'alert'} size={14} /> {t(words)}
          </>
        )}
      </p>
      <div className={styles['write']}>
        <p>{t('passphraseWrite')}</p>
        <Checkbox
          label={t('passphraseWritten')}
          checked={isWritten}
          disabled={!isStrongEnough(next)}
          onChange={(event) => setWritten(event.currentTarget.checked)}
        />
      </div>
    </SecretChangeForm>
  )
}
