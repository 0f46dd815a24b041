import { Button, PasswordInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type LockState, pinPattern } from '../../../core/ipc/lock.ts'
import { Icon } from '../../parts/icon.tsx'
import styles from './protection.module.css'
import { useFirstFocus } from './use-first-focus.ts'
import { useProtect } from './use-protect.ts'

type Doing = 'nothing' | 'setting' | 'removing'

/** The PIN: set, changed or taken away; what is typed is kept nowhere. */
export function PinSection({ lock }: { readonly lock: LockState }) {
  const { t } = useTranslation()
  const [doing, setDoing] = useState<Doing>('nothing')
  return (
    <section className={styles['section']} aria-label={t('pinTitle')}>
      <div className={styles['head']}>
        <div>
          <h2>{t('pinTitle')}</h2>
          <p>{t('pinText')}</p>
        </div>
        {doing === 'nothing' && (
          <div className={styles['buttons']}>
            {lock.hasPin && (
              <Button size="xs" variant="default" onClick={() => setDoing('removing')}>
                {t('pinRemove')}
              </Button>
            )}
            <Button
              size="xs"
              variant={lock.hasPin ? 'default' : 'filled'}
              onClick={() => setDoing('setting')}
            >
              {t(lock.hasPin ? 'pinChange' : 'pinSet')}
            </Button>
          </div>
        )}
      </div>
      {doing === 'nothing' && lock.hasPin && (
        <p className={styles['state']}>
          <Icon name="check" size={14} /> {t('pinIsSet')}
        </p>
      )}
      {doing !== 'nothing' && (
        <PinForm doing={doing} hasPin={lock.hasPin} onClose={() => setDoing('nothing')} />
      )}
    </section>
  )
}

function PinForm(props: {
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
  const [again, setAgain] = useState('')
  const [isTold, setTold] = useState(false)
  const isShaped = pinPattern.test(next)
  const isSame = next === again
  const save = () => {
    setTold(true)
    if (doing === 'setting' && !(isShaped && isSame)) return
    void send({ what: 'pin', proof, next: doing === 'setting' ? next : '' })
  }
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault()
        save()
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
        <div className={styles['pair']}>
          <PasswordInput
            ref={hasPin ? null : first}
            label={t('pinNew')}
            inputMode="numeric"
            value={next}
            error={isTold && !isShaped ? t('pinShape') : null}
            autoComplete="off"
            onChange={(event) => setNext(event.currentTarget.value.trim())}
          />
          <PasswordInput
            label={t('pinAgain')}
            inputMode="numeric"
            value={again}
            error={isTold && isShaped && !isSame ? t('pinDiffers') : null}
            autoComplete="off"
            onChange={(event) => setAgain(event.currentTarget.value.trim())}
          />
        </div>
      )}
      {!hasPin && trouble !== null && <p className={styles['trouble']}>{trouble}</p>}
      <div className={styles['buttons']}>
        <Button size="xs" variant="default" onClick={onClose}>
          {t('cancelEntry')}
        </Button>
        <Button size="xs" type="submit" loading={isBusy}>
          {t(doing === 'setting' ? 'save' : 'pinRemove')}
        </Button>
      </div>
    </form>
  )
}
