import { Button, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { carClasses } from '../../../core/license/parse/car-class.ts'
import { isDate } from '../../../core/license/parse/date.ts'
import type { Purpose, RentalWish } from '../../../core/verdict/purpose.ts'
import { wordsIn } from '../../../core/words/words.ts'
import { DayInput } from '../../parts/day-input.tsx'
import { useLanguage, useSession } from '../../state/session-context.ts'
import styles from './dialogs.module.css'
import { usePageFocus } from './use-page-focus.ts'

const kinds = [
  { kind: 'none', title: 'forNothing', text: 'forNothingText' },
  { kind: 'rental', title: 'forRental', text: 'forRentalText' },
  { kind: 'school', title: 'forSchool', text: 'forSchoolText' },
] as const satisfies readonly { readonly kind: Purpose['kind']; title: string; text: string }[]

/** The answer while it is given; it outlasts a look at the policy or the list. */
export interface TypedPurpose {
  readonly kind: Purpose['kind']
  readonly wish: RentalWish
}

const emptyWish: RentalWish = { vehicle: 'C1', pickUp: '', giveBack: '' }

/** Who opens the question wants a verdict, and mostly on a rental. */
export const typedOf = (purpose: Purpose): TypedPurpose => ({
  kind: purpose.kind === 'none' ? 'rental' : purpose.kind,
  wish: (purpose.kind === 'rental' && purpose.wish) || emptyWish,
})

/** Asks once what the licenses of the list are for. */
export function PurposeQuestion(props: {
  readonly typed: TypedPurpose
  readonly onType: (typed: TypedPurpose) => void
  readonly onClose: () => void
  readonly onPolicy: () => void
  readonly onList: () => void
}) {
  const { t } = useTranslation()
  const { actions } = useSession()
  const { kind, wish } = props.typed
  const { onType, onClose } = props
  const [isAsked, setAsked] = useState(false)
  const wrong = wrongIn(wish)
  const set = async () => {
    setAsked(true)
    if (kind === 'rental' && wrong !== undefined) return
    await actions.set({ purpose: kind === 'rental' ? { kind, wish } : { kind } })
    onClose()
  }
  const host = usePageFocus<HTMLFormElement>()
  return (
    <form
      ref={host}
      className={styles['body']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void set()
      }}
    >
      <p className={styles['quiet']}>{t('purposeText')}</p>
      <fieldset className={styles['purposes']}>
        <legend>{t('purposeTitle')}</legend>
        {kinds.map((each) => (
          <div key={each.kind} className={styles['purpose']} data-chosen={kind === each.kind}>
            <label>
              <input
                type="radio"
                aria-label={t(each.title)}
                name="purpose"
                checked={kind === each.kind}
                data-autofocus={kind === each.kind ? true : undefined}
                onChange={() => onType({ kind: each.kind, wish })}
              />
              <span>
                <strong>{t(each.title)}</strong>
                <small>{t(each.text)}</small>
              </span>
            </label>
            {each.kind === 'rental' && kind === 'rental' && (
              <Wish
                wish={wish}
                wrong={isAsked ? wrong : undefined}
                onChange={(next) => onType({ kind, wish: next })}
              />
            )}
          </div>
        ))}
      </fieldset>
      <div className={styles['buttons']}>
        <span className={styles['doors']}>
          <Button variant="subtle" size="compact-sm" onClick={props.onPolicy}>
            {t('policy')}
          </Button>
          <Button variant="subtle" size="compact-sm" onClick={props.onList}>
            {t('doNotRent')}
          </Button>
        </span>
        <Button variant="default" onClick={onClose}>
          {t('cancelEntry')}
        </Button>
        <Button type="submit">{t('purposeDone')}</Button>
      </div>
    </form>
  )
}

type WrongWish = {
  readonly field: 'pickUp' | 'giveBack'
  readonly words: 'dateWanted' | 'giveBackTooEarly'
}

function wrongIn({ pickUp, giveBack }: RentalWish): WrongWish | undefined {
  if (!isDate(pickUp)) return { field: 'pickUp', words: 'dateWanted' }
  if (!isDate(giveBack)) return { field: 'giveBack', words: 'dateWanted' }
  return giveBack < pickUp ? { field: 'giveBack', words: 'giveBackTooEarly' } : undefined
}

function Wish(props: {
  readonly wish: RentalWish
  readonly wrong: WrongWish | undefined
  readonly onChange: (wish: RentalWish) => void
}) {
  const { t } = useTranslation()
  const say = wordsIn(useLanguage())
  const { wish, wrong, onChange } = props
  const errorOf = (field: WrongWish['field']) =>
    wrong?.field === field ? t(wrong.words) : undefined
  return (
    <div className={styles['wish']}>
      <NativeSelect
        label={t('vehicle')}
        value={wish.vehicle}
        data={carClasses.map((code) => ({
          value: code,
          label: `${code}  ${say(`verdict:class.${code}`)}`,
        }))}
        onChange={(event) => {
          const vehicle = carClasses.find((code) => code === event.currentTarget.value)
          if (vehicle !== undefined) onChange({ ...wish, vehicle })
        }}
      />
      {(['pickUp', 'giveBack'] as const).map((field) => (
        <DayInput
          key={field}
          label={t(field)}
          max="9999-12-31"
          value={wish[field]}
          error={errorOf(field)}
          onChange={(event) => onChange({ ...wish, [field]: event.currentTarget.value })}
        />
      ))}
    </div>
  )
}
