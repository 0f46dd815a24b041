import { Button, NativeSelect, Popover, TextInput } from '@mantine/core'
import { useContext, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { readers } from '../../../core/records/query.ts'
import { Icon } from '../../parts/icon.tsx'
import {
  countAsked,
  type Listing,
  listOrders,
  plainListing,
  verdictTones,
} from '../../state/listing.ts'
import { useSession } from '../../state/session-context.ts'
import { useStore } from '../../state/use-store.ts'
import styles from './filter-menu.module.css'
import { VerdictContext } from './use-shown.ts'

/** In which order the lines stand, and which of them. */
export function FilterMenu() {
  const { t } = useTranslation()
  const { listing } = useSession()
  const wish = useStore(listing)
  const hasVerdicts = useContext(VerdictContext) !== null
  const [opened, setOpened] = useState(false)
  const asked = countAsked(wish)
  const isPlain = asked === 0 && wish.order === 'arrival'
  const change = (part: Partial<Listing>): void => listing.send({ ...wish, ...part })
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" width={280} trapFocus>
      <Popover.Target>
        <button
          type="button"
          data-filters=""
          className={styles['open']}
          data-on={!isPlain}
          aria-label={asked === 0 ? t('filters') : t('filtersOn', { count: asked })}
          title={t('filters')}
          onClick={() => setOpened(!opened)}
        >
          <Icon name="gear" size={15} />
          {asked > 0 && <b>{asked}</b>}
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('filters')}>
        <div className={styles['form']}>
          <NativeSelect
            data-autofocus
            size="xs"
            label={t('order')}
            value={wish.order}
            data={listOrders.map((value) => ({ value, label: t(orderWords[value]) }))}
            onChange={(event) => {
              const order = listOrders.find((one) => one === event.currentTarget.value)
              if (order !== undefined) change({ order })
            }}
          />
          <NativeSelect
            size="xs"
            label={t('readersLabel')}
            value={wish.readers}
            data={[
              { value: 'all', label: t('filterAny') },
              ...readers.map((value) => ({ value, label: t(readersWords[value]) })),
            ]}
            onChange={(event) =>
              change({ readers: readers.find((one) => one === event.currentTarget.value) ?? 'all' })
            }
          />
          {hasVerdicts && (
            <NativeSelect
              size="xs"
              label={t('verdictLabel')}
              value={wish.verdict}
              data={[
                { value: 'all', label: t('filterAny') },
                ...verdictTones.map((value) => ({ value, label: t(verdictWords[value]) })),
              ]}
              onChange={(event) =>
                change({
                  verdict: verdictTones.find((one) => one === event.currentTarget.value) ?? 'all',
                })
              }
            />
          )}
          <div className={styles['days']}>
            <TextInput
              size="xs"
              type="date"
              label={t('readFrom')}
              value={wish.from}
              max={wish.to}
              onChange={(event) => change({ from: event.currentTarget.value })}
            />
            <TextInput
              size="xs"
              type="date"
              label={t('readTo')}
              value={wish.to}
              min={wish.from}
              onChange={(event) => change({ to: event.currentTarget.value })}
            />
          </div>
          <Button
            size="xs"
            variant="default"
            disabled={isPlain}
            onClick={() => listing.send(plainListing)}
          >
            {t('filtersOff')}
          </Button>
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}

const orderWords = {
  arrival: 'orderArrival',
  newest: 'orderNewest',
  name: 'orderName',
  number: 'orderNumber',
  expiry: 'orderExpiry',
} as const

export const readersWords = {
  offline: 'readersOffline',
  wechat: 'readersWeChat',
  both: 'readersBoth',
} as const

const verdictWords = { yes: 'verdictYes', look: 'verdictLookFirst', no: 'verdictNo' } as const
