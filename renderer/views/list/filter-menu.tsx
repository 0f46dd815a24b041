import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { isJudging } from '../../../core/verdict/purpose.ts'
import { DayRange, FilterChoice, Filters, ReadersChoice } from '../../parts/filters.tsx'
import { countAsked, type Listing, listOrders, plainListing } from '../../state/listing.ts'
import { useSession } from '../../state/session-context.ts'
import { useStore } from '../../state/use-store.ts'
import { VerdictChoice } from '../verdict/verdict-choice.tsx'

/** In which order the lines stand, and which of them. */
export function FilterMenu() {
  const { t } = useTranslation()
  const { listing, settings } = useSession()
  const wish = useStore(listing)
  const { purpose } = useStore(settings)
  useEffect(() => {
    // Without a purpose there is no verdict to ask for, and nothing would be shown.
    const last = listing.get()
    if (!isJudging(purpose) && last.verdict !== 'all') listing.send({ ...last, verdict: 'all' })
  }, [listing, purpose])
  const asked = countAsked(wish)
  const change = (part: Partial<Listing>): void => listing.send({ ...wish, ...part })
  return (
    <Filters
      asked={asked}
      isPlain={asked === 0 && wish.order === 'arrival'}
      onReset={() => listing.send(plainListing)}
    >
      <FilterChoice
        isFirst
        label={t('order')}
        value={wish.order}
        choices={listOrders.map((value) => ({ value, words: t(orderWords[value]) }))}
        onChange={(order) => change({ order })}
      />
      <ReadersChoice value={wish.readers} onChange={(readers) => change({ readers })} />
      <VerdictChoice value={wish.verdict} onChange={(verdict) => change({ verdict })} />
      <DayRange from={wish.from} to={wish.to} onChange={change} />
    </Filters>
  )
}

const orderWords = {
  arrival: 'orderArrival',
  newest: 'orderNewest',
  name: 'orderName',
  number: 'orderNumber',
  expiry: 'orderExpiry',
} as const
