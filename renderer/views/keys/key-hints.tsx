import { useTranslation } from 'react-i18next'
import { KeyCap } from '../../parts/key-cap.tsx'
import type { RowState } from '../../state/rows.ts'
import { useMasking } from '../masking/use-mask.ts'
import { control } from './keys.ts'
import styles from './key-hints.module.css'

/** At the bottom: the next keys, and only those that do something now. */
export function KeyHints(props: {
  readonly state: RowState | null
  /** Whether another license has something to look at. */
  readonly more: boolean
  readonly exportable: boolean
  readonly onKeys: () => void
}) {
  const { t } = useTranslation()
  const masking = useMasking()
  const look = props.state?.kind === 'look'
  const hints = [
    { show: look, keys: ['Tab'], words: t('hintNext') },
    { show: look, keys: ['Enter'], words: t('hintConfirm') },
    { show: props.more, keys: [control, 'Enter'], words: t('hintNextLicense') },
    { show: true, keys: [control, 'O'], words: t('hintOpen') },
    { show: true, keys: [control, 'V'], words: t('hintPaste') },
    { show: props.exportable, keys: [control, 'E'], words: t('hintExport') },
    { show: masking && props.state?.kind === 'ready', keys: ['F2'], words: t('hintReveal') },
  ]
  return (
    <footer className={styles['hints']} aria-label={t('keyHints')}>
      {hints
        .filter((hint) => hint.show)
        .map((hint) => (
          <span key={hint.words} className={styles['hint']}>
            <KeyCap keys={hint.keys} /> {hint.words}
          </span>
        ))}
      <span className={styles['grow']} />
      <button type="button" className={styles['hint']} onClick={props.onKeys}>
        <KeyCap keys={['F1']} /> {t('hintKeys')}
      </button>
    </footer>
  )
}
