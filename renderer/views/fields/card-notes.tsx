import type { Reading } from '../../../core/license/reading.ts'
import { sayMedium, sayHindrances } from '../../../core/words/say-card.ts'
import { sayPlace } from '../../../core/words/say-source.ts'
import { Icon } from '../../parts/icon.tsx'
import { useLanguage } from '../../state/session-context.ts'
import styles from './card-notes.module.css'

/** What kind of card it is, which of several in the picture, and what made it hard to read; nothing where all is plain. */
export function CardNotes({ reading }: { readonly reading: Reading }) {
  const language = useLanguage()
  const place = sayPlace(reading)
  const medium = sayMedium(reading, language)
  const hindered = sayHindrances(reading, language)
  if (place === '' && medium === undefined && hindered === '') return null
  return (
    <div className={styles['notes']}>
      {place !== '' && <span className={styles['place']}>{place}</span>}
      {medium !== undefined && (
        <span className={styles['badge']} data-medium={reading.medium}>
          <b>{medium.badge}</b> · {medium.advice}
        </span>
      )}
      {hindered !== '' && (
        <p className={styles['hindered']}>
          <Icon name="alert" size={13} />
          <span>{hindered}</span>
        </p>
      )}
    </div>
  )
}
