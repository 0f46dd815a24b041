import { useTranslation } from 'react-i18next'
import { isJudging } from '../../../core/verdict/purpose.ts'
import { type Light, lights } from '../../../core/verdict/reason.ts'
import { wordsIn } from '../../../core/words/words.ts'
import { FilterChoice } from '../../parts/filters.tsx'
import { useLanguage, useSession } from '../../state/session-context.ts'
import { useStore } from '../../state/use-store.ts'

/** Which verdict is shown; nothing to choose where licenses are looked at for nothing. */
export function VerdictChoice(props: {
  readonly value: Light | 'all'
  readonly onChange: (value: Light | 'all') => void
}) {
  const { t } = useTranslation()
  const { settings } = useSession()
  const { purpose } = useStore(settings)
  const say = wordsIn(useLanguage())
  if (purpose.kind === 'none' || !isJudging(purpose)) return null
  const any = { value: 'all', words: t('filterAny') } as const
  return (
    <FilterChoice
      label={t('verdictLabel')}
      value={props.value}
      choices={[
        any,
        ...lights.map((value) => ({ value, words: say(`verdict:${purpose.kind}.${value}`) })),
      ]}
      onChange={props.onChange}
    />
  )
}
