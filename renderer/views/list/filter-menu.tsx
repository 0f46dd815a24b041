import { useTranslation } from 'react-i18next'
import { wordsIn } from '../../../core/words/words.ts'
import { DayRange, FilterChoice, Filters, ReadersChoice } from '../../parts/filters.tsx'
import { countAsked, type Listing, listOrders, plainListing } from '../../state/listing.ts'
import { useLanguage, useSession } from '../../state/session-context.ts'
import { useStore } from '../../state/use-store.ts'

/** In which order the lines stand, and which of them. */
export function FilterMenu() {
  const { t } = useTranslation()
  const { listing, settings } = useSession()
  const wish = useStore(listing)
  const { kind } = useStore(settings).purpose
  const say = wordsIn(useLanguage())
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
      {kind !== 'none' && (
        <FilterChoice
          label={t('verdictLabel')}
          value={wish.verdict}
          choices={[
            { value: 'all', words: t('filterAny') },
            ...lights.map((value) => ({ value, words: say(`verdict:${kind}.${value}`) })),
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

const lights = ['green', 'amber', 'red'] as const
