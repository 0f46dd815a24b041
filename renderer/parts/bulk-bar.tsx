import { Progress } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import styles from './bulk-bar.module.css'

/** Something that can be done with all that is marked. */
export interface BulkWay {
  readonly words: string
  readonly title: string
  /** With how many of them; nothing where that is not known before it is done. */
  readonly count?: number
  readonly do: () => void
}

/** Below a list while several of its lines are marked: what can be done with all of them, or how far that has come. */
export function BulkBar(props: {
  readonly words: string
  readonly ways: readonly BulkWay[]
  readonly onNone: () => void
  readonly work?: {
    readonly words: string
    /** How far it has come, for the eye alone. */
    readonly at?: string
    /** 0 to 100; nothing where it is not known. */
    readonly percent?: number
    readonly onStop?: () => void
  }
}) {
  const { t } = useTranslation()
  const { words, ways, work } = props
  return (
    <section className={styles['bar']} aria-label={words}>
      <header>
        <span>
          <b role="status">{work?.words ?? words}</b>{' '}
          {work?.at !== undefined && <b aria-hidden="true">{work.at}</b>}
        </span>
        {work === undefined ? (
          <button type="button" onClick={props.onNone}>
            {t('markNone')}
          </button>
        ) : (
          work.onStop !== undefined && (
            <button type="button" onClick={work.onStop}>
              {t('walkStop')}
            </button>
          )
        )}
      </header>
      {work?.percent !== undefined && (
        <Progress size="sm" value={work.percent} aria-label={work.words} />
      )}
      <div className={styles['ways']}>
        {ways.map((way) => (
          <button
            key={way.words}
            type="button"
            title={way.title}
            disabled={way.count === 0 || work !== undefined}
            onClick={way.do}
          >
            {way.words} {way.count !== undefined && <small>{way.count}</small>}
          </button>
        ))}
      </div>
    </section>
  )
}
