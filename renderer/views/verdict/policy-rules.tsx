import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type HousePolicy, type Stance, usualPolicy } from '../../../core/verdict/house-policy.ts'
import { useSession } from '../../state/session-context.ts'
import styles from './dialogs.module.css'
import { usePageFocus } from './use-page-focus.ts'
import { type NumberRule, numberRules, readPolicy, writePolicy } from './policy-form.ts'

const stanceWords = {
  accept: 'stanceAccept',
  ask: 'stanceAsk',
  refuse: 'stanceRefuse',
} as const satisfies Record<Stance, string>

const stances = ['accept', 'ask', 'refuse'] as const
const careful = ['ask', 'refuse'] as const

/** What the shop asks for besides the law. */
export function PolicyRules({ onLeave }: { readonly onLeave: () => void }) {
  const { t } = useTranslation()
  const { settings, actions } = useSession()
  const [typed, setTyped] = useState(() => writePolicy(settings.get().housePolicy))
  const policy = readPolicy(typed)
  const save = async () => {
    if (policy === undefined) return
    await actions.set({ housePolicy: policy })
    onLeave()
  }
  const stanceOf = <Rule extends StanceRule>(rule: Rule, options: readonly HousePolicy[Rule][]) => (
    <StanceOf
      rule={rule}
      value={typed[rule]}
      options={options}
      onChange={(value) => setTyped({ ...typed, [rule]: value })}
    />
  )
  const host = usePageFocus<HTMLFormElement>()
  return (
    <form
      ref={host}
      className={styles['body']}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <p className={styles['quiet']}>{t('policyText')}</p>
      <div className={styles['rules']}>
        {numberRules.map((rule, at) => (
          <NumberOf
            key={rule.name}
            rule={rule}
            isFirst={at === 0}
            value={typed[rule.name]}
            onChange={(value) => setTyped({ ...typed, [rule.name]: value })}
          />
        ))}
        {stanceOf('expiring', careful)}
        {stanceOf('firstYear', stances)}
        {stanceOf('foreigners', stances)}
        {stanceOf('copies', careful)}
        {stanceOf('electronic', stances)}
      </div>
      <div className={styles['buttons']}>
        <Button variant="default" onClick={() => setTyped(writePolicy(usualPolicy))}>
          {t('policyUsual')}
        </Button>
        <Button variant="default" onClick={onLeave}>
          {t('cancelEntry')}
        </Button>
        <Button type="submit" disabled={policy === undefined}>
          {t('policySave')}
        </Button>
      </div>
    </form>
  )
}

type StanceRule = 'expiring' | 'firstYear' | 'foreigners' | 'copies' | 'electronic'

function StanceOf<Value extends Stance>(props: {
  readonly rule: StanceRule
  readonly value: Stance
  readonly options: readonly Value[]
  readonly onChange: (value: Value) => void
}) {
  const { t } = useTranslation()
  const id = useId()
  const { rule, options, value } = props
  const labelOf = (stance: Stance): string => t(stanceWords[stance])
  return (
    <>
      <label htmlFor={id}>{t(rule)}</label>
      <NativeSelect
        id={id}
        size="sm"
        value={value}
        data={options.map((each) => ({ value: each, label: labelOf(each) }))}
        onChange={(event) => {
          const chosen = options.find((each) => each === event.currentTarget.value)
          if (chosen !== undefined) props.onChange(chosen)
        }}
      />
    </>
  )
}

function NumberOf(props: {
  readonly rule: NumberRule
  readonly isFirst: boolean
  readonly value: string
  readonly onChange: (value: string) => void
}) {
  const { t } = useTranslation()
  const id = useId()
  const { name, unit, least, most, isRight } = props.rule
  const isWrong = !isRight(props.value)
  return (
    <>
      <label htmlFor={id}>{t(name)}</label>
      <span className={styles['number']}>
        <TextInput
          id={id}
          size="sm"
          data-autofocus={props.isFirst ? true : undefined}
          inputMode="numeric"
          maxLength={3}
          value={props.value}
          aria-invalid={isWrong}
          aria-describedby={isWrong ? `${id}-wrong` : undefined}
          onChange={(event) => props.onChange(event.currentTarget.value)}
        />
        {t(unit)}
      </span>
      {isWrong && (
        <p id={`${id}-wrong`} className={styles['wrong']} role="alert">
          {t('wholeNumber', { least, most })}
        </p>
      )}
    </>
  )
}
