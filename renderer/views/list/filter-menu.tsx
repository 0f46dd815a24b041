import { useContext } from 'react'
import { useTranslation } from 'react-i18next'
import { DayRange, FilterChoice, Filters, ReadersChoice } from '../../parts/filters.tsx'
import {
  countAsked,
  type Listing,
  listOrders,
  plainListing,
  verdictTones,
} from '../../state/listing.ts'
import { useSession } from '../../state/session-context.ts'
import { useStore } from '../../state/use-store.ts'
import { VerdictContext } from './use-shown.ts'

/** In which order the lines stand, and which of them. */
export function FilterMenu() {
  const { t } = useTranslation()
  const { listing } = useSession()
  const wish = useStore(listing)
  const hasVerdicts = useContext(VerdictContext) !== null
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
      {hasVerdicts && (
        <FilterChoice
          label={t('verdictLabel')}
          value={wish.verdict}
          choices={[
            { value: 'all', words: t('filterAny') },
            ...verdictTones.map((value) => ({ value, words: t(verdictWords[value]) })),
          ]}
          onChange={(verdict) => change({ verdict })}
        />
      )}
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

const verdictWords = { yes: 'verdictYes', look: 'verdictLookFirst', no: 'verdictNo' } as const
