import { useTranslation } from 'react-i18next'
import { recordOrders } from '../../../core/records/query.ts'
import { DayRange, FilterChoice, Filters, ReadersChoice } from '../../parts/filters.tsx'
import { VerdictChoice } from '../verdict/verdict-choice.tsx'
import { countNarrowed, type Narrowing, notNarrowed } from '../../state/records-narrowing.ts'

/** In which order the records stand, and which of them. */
export function RecordsFilters(props: {
  readonly narrowing: Narrowing
  readonly onChange: (narrowing: Narrowing) => void
}) {
  const { t } = useTranslation()
  const { narrowing } = props
  const asked = countNarrowed(narrowing)
  const change = (part: Partial<Narrowing>): void => props.onChange({ ...narrowing, ...part })
  return (
    <Filters
      asked={asked}
      isPlain={asked === 0 && narrowing.order === 'newest'}
      onReset={() => props.onChange(notNarrowed)}
    >
      <FilterChoice
        isFirst
        label={t('order')}
        value={narrowing.order}
        choices={recordOrders.map((value) => ({ value, words: t(orderWords[value]) }))}
        onChange={(order) => change({ order })}
      />
      <FilterChoice
        label={t('stateLabel')}
        value={narrowing.state}
        choices={[
          { value: 'all', words: t('filterAny') },
          { value: 'look', words: t('stateAnyLook') },
          { value: 'ready', words: t('stateAnyReady') },
        ]}
        onChange={(state) => change({ state })}
      />
      <VerdictChoice value={narrowing.verdict} onChange={(verdict) => change({ verdict })} />
      <ReadersChoice value={narrowing.readers} onChange={(readers) => change({ readers })} />
      <DayRange from={narrowing.from} to={narrowing.to} onChange={change} />
    </Filters>
  )
}

const orderWords = {
  newest: 'orderNewest',
  oldest: 'orderOldest',
  name: 'orderName',
  number: 'orderNumber',
  expiry: 'orderExpiry',
} as const
