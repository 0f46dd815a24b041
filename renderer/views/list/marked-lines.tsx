import { useTranslation } from 'react-i18next'
import { BulkBar } from '../../parts/bulk-bar.tsx'
import type { Bulk } from '../../state/bulk.ts'
import { useSession } from '../../state/session-context.ts'
import { useBulk } from './use-bulk.ts'

/** Below the list while several lines are marked. */
export function MarkedLines({ bulk }: { readonly bulk: Bulk }) {
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
    <BulkBar
      words={t('marked', { count: rows.length })}
      ways={ways}
      onNone={() => marks.send({ kind: 'none' })}
    />
  )
}
