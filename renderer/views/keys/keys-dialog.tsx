import { useTranslation } from 'react-i18next'
import { Dialog } from '../../parts/dialog.tsx'
import { KeyCap } from '../../parts/key-cap.tsx'
import { keyGroups, keyTable } from './keys.ts'
import styles from './keys-dialog.module.css'

const groupWords = {
  review: 'keysReview',
  list: 'keysList',
  image: 'keysImage',
  window: 'keysWindow',
} as const

/** The whole keyboard, by where a key is of use. */
export function KeysDialog({
  opened,
  onClose,
}: {
  readonly opened: boolean
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  return (
    <Dialog opened={opened} onClose={onClose} title={t('keysTitle')} size={760}>
      <Keys />
    </Dialog>
  )
}

/** Drawn only while it is open. */
function Keys() {
  const { t } = useTranslation()
  return (
    <div className={styles['groups']}>
      {keyGroups.map((group) => (
        <section key={group}>
          <h3>{t(groupWords[group])}</h3>
          <dl className={styles['keys']}>
            {keyTable
              .filter((line) => line.group === group)
              .map(({ words, keys }) => (
                <div key={words}>
                  <dt>{t(words)}</dt>
                  <dd>
                    {keys.map((chord) => (
                      <KeyCap key={chord.join(' ')} keys={chord} />
                    ))}
                  </dd>
                </div>
              ))}
          </dl>
        </section>
      ))}
    </div>
  )
}
