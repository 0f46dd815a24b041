import { Button, Checkbox, PasswordInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LockState } from '../../../core/ipc/lock.ts'
import { Icon } from '../../parts/icon.tsx'
import { makePassphrase, strengthOf } from '../../state/passphrase.ts'
import styles from './protection.module.css'
import { useFirstFocus } from './use-first-focus.ts'
import { useProtect } from './use-protect.ts'

type Doing = 'nothing' | 'setting' | 'removing'

/** The way back to the records when the system's key is lost. */
export function PassphraseSection({ lock }: { readonly lock: LockState }) {
  const { t } = useTranslation()
  const [doing, setDoing] = useState<Doing>('nothing')
  const isSet = lock.hasPassphrase
  return (
    <section className={styles['section']} aria-label={t('passphraseTitle')}>
      <div className={styles['head']}>
        <div>
          <h2>{t('passphraseTitle')}</h2>
          <p>{t('passphraseText')}</p>
        </div>
        {doing === 'nothing' && (
          <div className={styles['buttons']}>
            {isSet && (
              <Button size="xs" variant="default" onClick={() => setDoing('removing')}>
                {t('pinRemove')}
              </Button>
            )}
            <Button
              size="xs"
              variant={isSet ? 'default' : 'filled'}
              onClick={() => setDoing('setting')}
            >
              {t(isSet ? 'pinChange' : 'passphraseSet')}
            </Button>
          </div>
        )}
      </div>
      {doing === 'nothing' && (
        <p className={styles['state']} data-tone={isSet ? 'good' : 'look'}>
          <Icon name={isSet ? 'check' : 'alert'} size={14} />{' '}
          {t(isSet ? 'passphraseIsSet' : 'passphraseNotSet')}
        </p>
      )}
      {doing !== 'nothing' && (
        <PassphraseForm doing={doing} hasPin={lock.hasPin} onClose={() => setDoing('nothing')} />
      )}
    </section>
  )
}

const strengths = {
  short: { words: 'strengthShort', tone: 'look' },
  weak: { words: 'strengthWeak', tone: 'look' },
  fair: { words: 'strengthFair', tone: 'good' },
  strong: { words: 'strengthStrong', tone: 'good' },
} as const

const random = (count: number): Uint8Array => crypto.getRandomValues(new Uint8Array(count))

function PassphraseForm(props: {
  readonly doing: 'setting' | 'removing'
  readonly hasPin: boolean
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const { doing, hasPin, onClose } = props
  const { trouble, isBusy, send, forget } = useProtect(onClose)
  const first = useFirstFocus()
  const [proof, setProof] = useState('')
  const [next, setNext] = useState('')
  const [isWritten, setWritten] = useState(false)
  const strength = strengthOf(next)
  const isReady = doing === 'removing' || (strength !== 'short' && isWritten)
  const { words, tone } = strengths[strength]
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault()
        if (isReady) void send({ what: 'passphrase', proof, next: doing === 'setting' ? next : '' })
      }}
    >
      {hasPin && (
        <PasswordInput
          ref={first}
          label={t('proof')}
          value={proof}
          error={trouble}
          autoComplete="off"
          onChange={(event) => {
            forget()
            setProof(event.currentTarget.value)
          }}
        />
      )}
      {doing === 'setting' && (
        <>
          <div className={styles['make']}>
            {/* In plain letters: it has to be copied by hand. */}
            <TextInput
              ref={hasPin ? null : first}
              label={t('passphraseNew')}
              value={next}
              autoComplete="off"
              spellCheck={false}
              classNames={{ input: styles['phrase'] ?? '' }}
              onChange={(event) => {
                setWritten(false)
                setNext(event.currentTarget.value)
              }}
            />
            <Button
              variant="default"
              onClick={() => {
                setWritten(false)
                setNext(makePassphrase(random))
              }}
            >
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
              disabled={strength === 'short'}
              onChange={(event) => setWritten(event.currentTarget.checked)}
            />
          </div>
        </>
      )}
      {!hasPin && trouble !== null && <p className={styles['trouble']}>{trouble}</p>}
      <div className={styles['buttons']}>
        <Button size="xs" variant="default" onClick={onClose}>
          {t('cancelEntry')}
        </Button>
        <Button size="xs" type="submit" loading={isBusy} disabled={!isReady}>
          {t(doing === 'setting' ? 'save' : 'pinRemove')}
        </Button>
      </div>
    </form>
  )
}
