import { useTranslation } from 'react-i18next'
import { Icon } from '../../parts/icon.tsx'
import { useSession, useToday } from '../../state/session-context.ts'
import { useStore } from '../../state/use-store.ts'
import { control } from '../keys/keys.ts'
import styles from './purpose-button.module.css'

/** What the licenses are for, always in sight, and the way to change it. */
export function PurposeButton({ onOpen }: { readonly onOpen: () => void }) {
  const { t } = useTranslation()
  const { settings } = useSession()
  const { purpose } = useStore(settings)
  const today = useToday()
  const wish = purpose.kind === 'rental' ? purpose.wish : null
  const isPast = wish !== null && wish.giveBack < today
  const words = {
    none: 'purposeNone',
    school: 'purposeSchool',
    rental: wish === null ? 'purposeRentalOpen' : 'purposeRental',
  } as const
  return (
    <button
      type="button"
      className={styles['purpose']}
      data-tone={isPast ? 'look' : 'none'}
      data-set={purpose.kind !== 'none'}
      title={`${t('purposeTitle')}  ${control} G`}
      onClick={onOpen}
    >
      <Icon name="calendar" size={13} />
      <span>{t(words[purpose.kind], { vehicle: wish?.vehicle ?? '' })}</span>
      {wish !== null && (
        <strong>
          {shortDay(wish.pickUp)}–{shortDay(wish.giveBack)}
        </strong>
      )}
    </button>
  )
}

const shortDay = (day: string): string => day.slice(5)
