import { Button, CloseButton, SegmentedControl } from '@mantine/core'
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RetakeCause } from '../../../core/retake/causes.ts'
import type { Language } from '../../../core/settings/settings.ts'
import { sayRetake } from '../../../core/words/say-retake.ts'
import { Icon } from '../../parts/icon.tsx'
import { KeyCap } from '../../parts/key-cap.tsx'
import type { Size } from '../../state/image-geometry.ts'
import type { MarkedRegion } from '../../state/marked-region.ts'
import { MarkedCrop } from './marked-crop.tsx'
import styles from './retake-note.module.css'

const alt = navigator.userAgent.includes('Mac OS') ? '⌥' : 'Alt'

export interface Marked {
  readonly image: HTMLImageElement
  readonly full: Size
  readonly turn: number
  readonly region: MarkedRegion
}

/** What to write to the customer whose picture is no use; to Chinese customers in Chinese, whatever the window speaks. */
export function RetakeNote(props: {
  readonly cause: RetakeCause
  /** What is wrong, where a place in the picture is known. */
  readonly marked: Marked | null
  /** Whether it stands open at once: where nothing was read there is nothing else to do. */
  readonly isOpen: boolean
}) {
  const { t } = useTranslation()
  const { cause, marked } = props
  const [isOpen, setOpen] = useState(props.isOpen)
  const [language, setLanguage] = useState<Language>('zh')
  const text = useRef<HTMLTextAreaElement>(null)
  const [wish, setWish] = useState(0)
  const [isCopied, setCopied] = useState(false)
  const copy = useCallback(() => {
    setOpen(true)
    setWish((before) => before + 1)
  }, [])
  useEffect(() => {
    if (wish === 0 || text.current === null) return
    setCopied(copyOf(text.current))
  }, [wish])
  useCopyKey(copy)
  if (!isOpen)
    return (
      <p className={styles['door']}>
        <button type="button" onClick={() => setOpen(true)}>
          <Icon name="turn" size={13} /> {t('retakeOpen')}
        </button>
        <KeyCap keys={[alt, 'C']} />
      </p>
    )
  return (
    <section className={styles['note']} aria-label={t('retakeTitle')}>
      <div className={styles['head']}>
        <h3>{t('retakeTitle')}</h3>
        <SegmentedControl<Language>
          size="xs"
          transitionDuration={100}
          aria-label={t('retakeLanguage')}
          value={language}
          data={[
            { value: 'zh', label: '中文' },
            { value: 'en', label: 'English' },
          ]}
          onChange={(next) => {
            setLanguage(next)
            setCopied(false)
          }}
        />
        {!props.isOpen && (
          <CloseButton size="sm" aria-label={t('close')} onClick={() => setOpen(false)} />
        )}
      </div>
      {marked !== null && <MarkedCrop {...marked} label={t('retakeCrop')} />}
      <textarea
        ref={text}
        className={styles['message']}
        readOnly
        rows={4}
        lang={language === 'zh' ? 'zh-CN' : 'en'}
        aria-label={t('retakeMessage')}
        value={sayRetake(cause, language)}
      />
      <div className={styles['foot']}>
        <Button
          size="xs"
          leftSection={<Icon name={isCopied ? 'check' : 'file'} size={13} />}
          onClick={copy}
        >
          {t('copyMessage')}
        </Button>
        <KeyCap keys={[alt, 'C']} />
        <span className={styles['hint']} role="status">
          {t(isCopied ? 'messageCopied' : 'retakeText')}
        </span>
      </div>
    </section>
  )
}

/** The page may not ask for the clipboard; copying what is selected needs no permission. The keyboard stays where it was. */
function copyOf(text: HTMLTextAreaElement): boolean {
  const before = document.activeElement
  text.select()
  const isCopied = document.execCommand('copy')
  text.setSelectionRange(0, 0)
  if (before instanceof HTMLElement) before.focus({ preventScroll: true })
  else text.blur()
  return isCopied
}

function useCopyKey(copy: () => void): void {
  // Heard from the moment in which its hint is painted.
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      // On a Mac this key with that letter is another character.
      if (!event.altKey || event.ctrlKey || event.metaKey || event.code !== 'KeyC') return
      if (event.defaultPrevented || document.querySelector('[aria-modal="true"]') !== null) return
      event.preventDefault()
      copy()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [copy])
}
