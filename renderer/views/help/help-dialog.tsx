import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { wordsIn } from '../../../core/words/words.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { Icon } from '../../parts/icon.tsx'
import { KeyCap } from '../../parts/key-cap.tsx'
import { paragraphsOf } from '../../state/help-search.ts'
import { useLanguage } from '../../state/session-context.ts'
import { keyTable } from '../keys/keys.ts'
import styles from './help.module.css'

const sections = [
  'start',
  'ways',
  'orange',
  'retake',
  'verdict',
  'returning',
  'exports',
  'leaving',
  'records',
  'renewals',
  'wechat',
  'privacy',
  'trouble',
] as const

/** How everything is done, without the network; what is looked for is found in any of it. */
export function HelpDialog(props: {
  readonly opened: boolean
  readonly onClose: () => void
  readonly onOther: (other: 'report' | 'about' | 'welcome') => void
}) {
  const { t } = useTranslation()
  const say = wordsIn(useLanguage())
  const { opened, onClose, onOther } = props
  const [wanted, setWanted] = useState('')
  const found = sections.flatMap((section) => {
    const title = say(`screen:guide.${section}.title`)
    const paragraphs = paragraphsOf(title, say(`screen:guide.${section}.text`), wanted)
    return paragraphs.length === 0 ? [] : { section, title, paragraphs }
  })
  const keys = keyTable.filter(
    ({ words, keys: chords }) =>
      paragraphsOf(t('keysTitle'), `${t(words)} ${chords.flat().join(' ')}`, wanted).length > 0,
  )
  return (
    <Dialog
      opened={opened}
      onClose={() => {
        setWanted('')
        onClose()
      }}
      size={700}
      title={t('asides.help')}
    >
      <div className={styles['help']}>
        <TextInput
          className={styles['search'] ?? ''}
          data-autofocus
          aria-label={t('helpSearch')}
          placeholder={t('helpSearch')}
          leftSection={<Icon name="search" size={15} />}
          value={wanted}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setWanted(event.currentTarget.value)}
        />
        <div className={styles['sections']} aria-live="polite">
          {found.map(({ section, title, paragraphs }) => (
            <section key={section} data-section={section}>
              <h2>{title}</h2>
              {paragraphs.map((paragraph) => (
                <p key={paragraph}>{paragraph}</p>
              ))}
            </section>
          ))}
          {keys.length > 0 && (
            <section data-section="keys">
              <h2>{t('keysTitle')}</h2>
              <dl className={styles['keys']}>
                {keys.map(({ words, keys: chords }) => (
                  <div key={words}>
                    <dt>{t(words)}</dt>
                    <dd>
                      {chords.map((chord) => (
                        <KeyCap key={chord.join(' ')} keys={chord} />
                      ))}
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          )}
          {found.length === 0 && keys.length === 0 && (
            <p className={styles['waiting']}>{t('helpNothing')}</p>
          )}
        </div>
        <div className={styles['doors']}>
          {(['report', 'about', 'welcome'] as const).map((other) => (
            <button key={other} type="button" onClick={() => onOther(other)}>
              {say(`screen:asides.${other}`)}
            </button>
          ))}
        </div>
      </div>
    </Dialog>
  )
}
