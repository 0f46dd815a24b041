import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Renewal, RenewalOrder } from '../../../core/people/renewals.ts'
import { sayField } from '../../../core/words/say-card.ts'
import { maskIdNumber } from '../../state/id-number.ts'
import { localDay } from '../../state/instants.ts'
import { useLanguage } from '../../state/session-context.ts'
import { useMasking } from '../masking/use-mask.ts'
import styles from './overview.module.css'

const rowHeight = 40
/** Within so many days it is told in another colour. */
const soon = 30

/** The people to call; only those in sight are drawn. */
export function RenewalsTable(props: {
  readonly renewals: readonly Renewal[]
  readonly order: RenewalOrder
  readonly isDescending: boolean
  readonly onSort: (order: RenewalOrder) => void
  readonly onOpen: (recordId: string) => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const scroller = useRef<HTMLDivElement>(null)
  const { renewals } = props
  // The list draws only what is in sight; it is never memoized.
  // eslint-disable-next-line react/incompatible-library
  const virtual = useVirtualizer({
    count: renewals.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  })
  const columns = [
    { order: 'name', words: sayField('name', language) },
    { order: null, words: sayField('id_num', language) },
    { order: 'carClass', words: sayField('car_class', language) },
    { order: 'validTo', words: sayField('valid_to', language) },
    { order: null, words: t('columnDays') },
    { order: 'readAt', words: t('columnRead') },
  ] as const
  return (
    <div
      className={styles['renewals']}
      role="table"
      aria-label={t('openRenewals')}
      aria-rowcount={renewals.length + 1}
    >
      <div role="row" className={styles['columns']} aria-rowindex={1}>
        {columns.map(({ order, words }) => (
          <div key={words} role="columnheader" aria-sort={sortOf(order, props)}>
            {order === null ? (
              words
            ) : (
              <button
                type="button"
                title={t('sortBy', { column: words })}
                onClick={() => props.onSort(order)}
              >
                {words}
                <span aria-hidden="true">
                  {order === props.order ? (props.isDescending ? ' ↓' : ' ↑') : ''}
                </span>
              </button>
            )}
          </div>
        ))}
      </div>
      <div
        ref={scroller}
        className={styles['scroller']}
        role="rowgroup"
        // Only what can have the focus can be scrolled by the keyboard.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        aria-label={t('openRenewals')}
      >
        <div role="presentation" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const renewal = renewals[index]
            if (renewal === undefined) return null
            return (
              <Row
                key={renewal.id}
                renewal={renewal}
                index={index}
                top={start}
                onOpen={props.onOpen}
              />
            )
          })}
        </div>
      </div>
    </div>
  )
}

function sortOf(
  order: RenewalOrder | null,
  now: { readonly order: RenewalOrder; readonly isDescending: boolean },
): 'ascending' | 'descending' | 'none' | undefined {
  if (order === null) return undefined
  if (order !== now.order) return 'none'
  return now.isDescending ? 'descending' : 'ascending'
}

function Row(props: {
  readonly renewal: Renewal
  readonly index: number
  readonly top: number
  readonly onOpen: (recordId: string) => void
}) {
  const { t } = useTranslation()
  const masking = useMasking()
  const { id, name, idNumber, carClass, validTo, days, readAt } = props.renewal
  return (
    <div
      role="row"
      className={styles['row']}
      aria-rowindex={props.index + 2}
      style={{ height: rowHeight, transform: `translateY(${props.top}px)` }}
    >
      <div role="cell">
        <button type="button" className={styles['link']} onClick={() => props.onOpen(id)}>
          {name === '' ? t('unnamed') : name}
        </button>
      </div>
      <div role="cell" className={styles['number']}>
        {masking ? maskIdNumber(idNumber) : idNumber}
      </div>
      <div role="cell">{carClass}</div>
      <div role="cell">{validTo}</div>
      <div role="cell" data-tone={days <= soon ? 'look' : 'none'}>
        {days === 0 ? t('expiresToday') : days}
      </div>
      <div role="cell">{localDay(readAt)}</div>
    </div>
  )
}
