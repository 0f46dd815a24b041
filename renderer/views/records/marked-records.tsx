import { useTranslation } from 'react-i18next'
import { BulkBar } from '../../parts/bulk-bar.tsx'
import { type Asked, Question } from '../../parts/question.tsx'
import type { RecordsAct } from '../../state/records-bulk.ts'
import { useSession } from '../../state/session-context.ts'
import { useStore } from '../../state/use-store.ts'
import { useRecordsBulk } from './use-records-bulk.ts'

/** Below the records while several are marked, or something is done with many of them. */
export function MarkedRecords() {
  const { t } = useTranslation()
  const { actions, recordMarks, recordsBulk } = useSession()
  const { work } = useStore(recordsBulk)
  const { ids } = useStore(recordMarks)
  const { run } = useRecordsBulk()
  const count = ids.size
  if (count < 2 && work === null) return null
  const ways = [
    { words: t('bulkConfirm'), title: t('bulkConfirmText'), do: () => run('confirm-marked') },
    { words: t('bulkExport'), title: '', do: () => run('export-marked') },
    { words: t('bulkReadAgain'), title: t('readRecordsText'), do: () => run('read-again') },
    { words: t('bulkDelete'), title: '', do: () => run('delete') },
  ]
  return (
    <BulkBar
      words={t('markedRecords', { count })}
      ways={ways}
      onNone={() => recordMarks.send({ kind: 'none' })}
      {...(work !== null && {
        work: {
          words: t(workWords[work.act]),
          ...(work.walked !== null && {
            at: t('walkingAt', work.walked),
            percent: (100 * work.walked.looked) / work.walked.total,
          }),
          ...(work.act !== 'delete' && { onStop: () => void actions.stopRecords() }),
        },
      })}
    />
  )
}

const workWords = {
  confirm: 'confirmingRecords',
  'read-again': 'checkingImages',
  delete: 'deletingRecords',
} as const

/** Asks before something is done with all records that are marked. */
export function RecordsQuestion() {
  const { t } = useTranslation()
  const { recordMarks, recordsBulk } = useSession()
  const { question } = useStore(recordsBulk)
  const { ids } = useStore(recordMarks)
  const { carryOut } = useRecordsBulk()
  const close = (): void => recordsBulk.send({ kind: 'asked', question: null })
  const count = ids.size
  const askedOf = (act: RecordsAct): Asked => {
    const ways = { onYes: () => void carryOut(act), no: t('deleteNo'), onNo: close }
    switch (act) {
      case 'confirm':
        return {
          title: t('confirmRecordsTitle', { count }),
          text: t('confirmRecordsText'),
          yes: t('bulkConfirmYes'),
          ...ways,
          no: t('bulkConfirmNo'),
        }
      case 'read-again':
        return {
          title: t('readRecordsTitle', { count }),
          text: t('readRecordsText'),
          yes: t('bulkReadAgain'),
          ...ways,
          no: t('cancel'),
        }
      case 'delete':
        return {
          title: t('deleteRecordsTitle', { count }),
          text: t('bulkRemoveText'),
          yes: t('deleteYes'),
          ...ways,
        }
    }
  }
  return <Question asked={question === null ? null : askedOf(question)} onClose={close} />
}
