import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { wordsIn } from '../../../core/words/words.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { useLanguage, useSession } from '../../state/session-context.ts'
import { useStore } from '../../state/use-store.ts'
import { FolderStep } from './folder-step.tsx'
import { LanguageStep } from './language-step.tsx'
import { type Way, WayStep } from './way-step.tsx'
import styles from './welcome.module.css'

const steps = ['language', 'way', 'folder'] as const

/** What to settle at the first start, one thing at a time; each choice takes effect at once, and all can be skipped. */
export function WelcomeDialog(props: {
  readonly opened: boolean
  readonly onClose: () => void
  /** Opens what is set about the way to read. */
  readonly onReading: () => void
}) {
  const { t } = useTranslation()
  const say = wordsIn(useLanguage())
  const { settings, actions } = useSession()
  const { agreedToSend, engine, firstStart } = useStore(settings)
  const { opened, onClose, onReading } = props
  const [at, setAt] = useState(0)
  const [way, setWay] = useState<Way>('offline')
  const heading = useRef<HTMLHeadingElement>(null)
  const sends = agreedToSend && engine !== 'offline'
  useEffect(() => {
    if (!opened) return
    setAt(0)
    setWay(sends ? 'wechat' : 'offline')
    // Begun anew each time that it opens, not while it stands open.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [opened])
  const step = steps[at] ?? 'language'
  const end = (isDone: boolean) => {
    if (firstStart) void actions.set({ firstStart: false })
    onClose()
    if (!isDone) return
    if (way === 'wechat' && !sends) onReading()
    else if (way === 'offline' && sends) void actions.set({ engine: 'offline' })
  }
  const go = (next: number) => {
    setAt(next)
    heading.current?.focus()
  }
  const isLast = at === steps.length - 1
  return (
    <Dialog
      opened={opened}
      onClose={() => end(false)}
      size={560}
      closeOnClickOutside={false}
      title={t('welcomeTitle')}
      closeButtonProps={{ 'aria-label': t('welcomeSkip') }}
    >
      <div className={styles['body']}>
        <div className={styles['dots']} aria-hidden="true">
          {steps.map((one, index) => (
            <span key={one} data-now={index === at} data-past={index < at} />
          ))}
        </div>
        <h2 ref={heading} tabIndex={-1}>
          <small>{t('welcomeStep', { at: at + 1, of: steps.length })}</small>
          {say(`screen:welcome.${step}.title`)}
        </h2>
        <p className={styles['text']}>{say(`screen:welcome.${step}.text`)}</p>
        <div className={styles['step']}>
          {step === 'language' && <LanguageStep />}
          {step === 'way' && <WayStep way={way} onChange={setWay} />}
          {step === 'folder' && <FolderStep />}
        </div>
        <div className={styles['buttons']}>
          <button type="button" className={styles['skip']} onClick={() => end(false)}>
            {t('welcomeSkip')}
          </button>
          {at > 0 && (
            <Button variant="default" onClick={() => go(at - 1)}>
              {t('welcomeBack')}
            </Button>
          )}
          <Button data-autofocus onClick={() => (isLast ? end(true) : go(at + 1))}>
            {t(isLast ? 'welcomeDone' : 'welcomeNext')}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
