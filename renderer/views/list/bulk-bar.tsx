import { useTranslation } from 'react-i18next'
import type { Bulk } from '../../state/bulk.ts'
import { useSession } from '../../state/session-context.ts'
import styles from './bulk-bar.module.css'
import { useBulk } from './use-bulk.ts'

/** Below the list while several lines are marked: what can be done with all of them. */
export function BulkBar({ bulk }: { readonly bulk: Bulk }) {
  const { t } = useTranslation()
  const { marks } = useSession()
  const act = useBulk(bulk)
  const { rows } = bulk
  if (rows.length < 2) return null
  const ways = [
    {
      words: t('bulkConfirm'),
      title: t('bulkConfirmText'),
      count: bulk.confirmable,
      do: act.confirm,
    },
    {
      words: t('bulkExport'),
      title: '',
      count: bulk.ready.length + bulk.open.length,
      do: act.export,
    },
    {
      words: t('bulkReadAgain'),
      title: t('bulkReadAgainText'),
      count: bulk.readAgain.length + bulk.retry.length,
      do: act.readAgain,
    },
    {
      words: t('putAway'),
      title: t('putAwayText'),
      count: bulk.finished.length,
      do: act.putAway,
    },
    { words: t('bulkDelete'), title: '', count: rows.length, do: act.remove },
  ]
  return (
    <section className={styles['bar']} aria-label={t('marked', { count: rows.length })}>
      <header>
        <b role="status">{t('marked', { count: rows.length })}</b>
        <button type="button" onClick={() => marks.send({ kind: 'none' })}>
          {t('markNone')}
        </button>
      </header>
      <div className={styles['ways']}>
        {ways.map((way) => (
          <button
            key={way.words}
            type="button"
            title={way.title}
            disabled={way.count === 0}
            onClick={way.do}
          >
            {way.words} <small>{way.count}</small>
          </button>
        ))}
      </div>
    </section>
  )
}
