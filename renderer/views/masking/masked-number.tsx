import { groupIdNumber, maskInGroups } from '../../state/id-number.ts'
import styles from './masking.module.css'
import { RevealButton } from './reveal-button.tsx'
import { useHidden, useMasking } from './use-mask.ts'
import { useSession } from '../../state/session-context.ts'

/** An id number that is read and not written: masked until it is held; copying gives the whole number. */
export function MaskedNumber(props: { readonly recordId: string; readonly value: string }) {
  const { recordId, value } = props
  const { actions } = useSession()
  const isMasked = useMasking() && value !== ''
  const isHidden = useHidden(recordId, isMasked, false)
  return (
    <span className={styles['masked']}>
      <span
        className={styles['number']}
        onCopy={(event) => {
          event.preventDefault()
          event.clipboardData.setData('text/plain', value)
          if (isHidden) void actions.revealed(recordId)
        }}
      >
        {isHidden ? maskInGroups(value) : groupIdNumber(value)}
      </span>
      {isMasked && <RevealButton />}
    </span>
  )
}
