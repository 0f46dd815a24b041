import { CloseButton, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../parts/icon.tsx'
import { freeToRetry, type Row } from '../../state/rows.ts'
import type { Bulk } from '../../state/bulk.ts'
import { plainListing } from '../../state/listing.ts'
import { useSession } from '../../state/session-context.ts'
import { useStore } from '../../state/use-store.ts'
import { AddMenu } from '../intake/add-menu.tsx'
import { WatchBar } from '../intake/watch-bar.tsx'
import { RefusedPanel } from '../intake/refused-panel.tsx'
import { FilterMenu } from './filter-menu.tsx'
import { LicenseList } from './license-list.tsx'
import { MarkedLines } from './marked-lines.tsx'
import styles from './list-column.module.css'
import { PausePanel } from './pause-panel.tsx'

/** The left column: what comes in, how to find it, and the licenses themselves. */
export function ListColumn(props: {
  /** What the filter and the search let through, of so many in all. */
  readonly shown: readonly Row[]
  readonly total: number
  readonly selectedId: string | null
  readonly onPath: () => void
  readonly onLeave: (row: Row) => void
  readonly onLeaveMarked: () => void
  readonly bulk: Bulk
}) {
  const { t } = useTranslation()
  const { selection, listing, actions } = useSession()
  const chosen = useStore(selection)
  const { shown, total } = props
  const narrowed = shown.length < total
  const retryable = chosen.filter === 'failed' ? freeToRetry(shown) : []
  const ready = chosen.filter === 'ready' ? shown.filter((row) => row.state.kind === 'ready') : []
  const showAll = () => {
    selection.send({ kind: 'filter', filter: 'all' })
    selection.send({ kind: 'search', text: '' })
    listing.send({ ...plainListing, order: listing.get().order })
  }
  return (
    <aside className={styles['column']} aria-label={t('list')}>
      <AddMenu onPath={props.onPath} />
      <WatchBar />
      <div className={styles['find']}>
        <TextInput
          className={styles['search'] ?? ''}
          id="search"
          size="xs"
          aria-label={t('searchLabel')}
          placeholder={t('searchAll')}
          leftSection={<Icon name="search" size={14} />}
          value={chosen.search}
          onChange={(event) => selection.send({ kind: 'search', text: event.currentTarget.value })}
          onKeyDown={(event) => {
            if (event.key === 'Escape') selection.send({ kind: 'search', text: '' })
            if (event.key === 'ArrowDown') {
              event.preventDefault()
              document.querySelector<HTMLElement>('[data-pane=list]')?.focus()
            }
          }}
          rightSection={
            chosen.search === '' ? null : (
              <CloseButton
                size="xs"
                aria-label={t('searchClear')}
                onClick={() => selection.send({ kind: 'search', text: '' })}
              />
            )
          }
        />
        <FilterMenu />
      </div>
      {(narrowed || chosen.filter !== 'all') && (
        <div className={styles['narrowed']} role="status">
          <span>{t('shownOf', { shown: shown.length, total })}</span>
          {retryable.length > 0 && (
            <button type="button" onClick={() => void actions.retry(retryable)}>
              {t('retryAll')}
            </button>
          )}
          {ready.length > 0 && (
            <button
              type="button"
              title={t('putAwayText')}
              onClick={() => void actions.putAway(ready.map((row) => row.id))}
            >
              {t('putAwayAll', { count: ready.length })}
            </button>
          )}
          <button type="button" onClick={showAll}>
            {t('showAll')}
          </button>
        </div>
      )}
      {shown.length === 0 && total > 0 ? (
        <p className={styles['none']}>{t('noMatch')}</p>
      ) : (
        <LicenseList
          rows={shown}
          selectedId={props.selectedId}
          onLeave={props.onLeave}
          onLeaveMarked={props.onLeaveMarked}
        />
      )}
      <MarkedLines bulk={props.bulk} />
      <PausePanel />
      <RefusedPanel />
    </aside>
  )
}
