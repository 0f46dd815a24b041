import { Button, SegmentedControl } from '@mantine/core'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ExportOutcome } from '../../../core/ipc/contract.ts'
import { type RenewalOrder, sortRenewals } from '../../../core/people/renewals.ts'
import { useSession } from '../../state/session-context.ts'
import { Page } from './page.tsx'
import { RenewalsTable } from './renewals-table.tsx'
import { useWalk } from './use-walk.ts'
import { Walking } from './walking.tsx'
import { Written } from './written.tsx'
import styles from './overview.module.css'

const choices = [30, 60, 90, 180] as const

/** Whose license expires soon, as a list to call. */
export function RenewalsPage(props: {
  readonly onBack: () => void
  readonly onOpen: (recordId: string) => void
}) {
  const { t } = useTranslation()
  const { actions } = useSession()
  const [within, setWithin] = useState<number>(90)
  const [sorting, setSorting] = useState<{ order: RenewalOrder; isDescending: boolean }>({
    order: 'validTo',
    isDescending: false,
  })
  const [outcome, setOutcome] = useState<ExportOutcome | null>(null)
  const ask = useCallback(() => actions.findRenewals(within), [actions, within])
  const { walk, stop, again } = useWalk(ask)
  const found = walk.kind === 'done' ? walk.answer : null
  const renewals = sortRenewals(found?.renewals ?? [], sorting.order, sorting.isDescending)
  const exportAll = async () =>
    setOutcome(await actions.exportRenewals(renewals.map(({ id }) => id)))
  const sortBy = (order: RenewalOrder) =>
    setSorting((now) => ({ order, isDescending: now.order === order && !now.isDescending }))
  return (
    <Page
      title={t('openRenewals')}
      onBack={props.onBack}
      ways={
        <Button disabled={renewals.length === 0} onClick={() => void exportAll()}>
          {t('renewalsExport', { count: renewals.length })}
        </Button>
      }
    >
      <div className={styles['choices']}>
        <span id="within">{t('renewalsWithin')}</span>
        <SegmentedControl
          aria-labelledby="within"
          transitionDuration={100}
          value={String(within)}
          data={choices.map((count) => ({
            value: String(count),
            label: t('renewalsDays', { count }),
          }))}
          onChange={(value) => setWithin(Number(value))}
        />
        <p role="status" className={styles['quiet']}>
          {found !== null && (
            <>
              <b>{t('renewalsCount', { count: renewals.length })}</b>{' '}
              {t('renewalsLooked', { count: found.looked })}
            </>
          )}
        </p>
      </div>
      <Written outcome={outcome} />
      {walk.kind !== 'done' && <Walking walk={walk} onStop={stop} onAgain={again} />}
      {found !== null && renewals.length === 0 && (
        <div className={styles['empty']}>
          <b>{t('renewalsNone')}</b>
          <p className={styles['quiet']}>{t('renewalsNoneText')}</p>
        </div>
      )}
      {renewals.length > 0 && (
        <RenewalsTable renewals={renewals} {...sorting} onSort={sortBy} onOpen={props.onOpen} />
      )}
    </Page>
  )
}
