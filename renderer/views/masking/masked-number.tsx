import type { FieldName } from '../../../core/license/field.ts'
import { groupIdNumber, maskValue } from '../../state/id-number.ts'
import styles from './masking.module.css'
import { RevealButton } from './reveal-button.tsx'
import { useHidden, useMasking } from './use-mask.ts'
import { useSession } from '../../state/session-context.ts'

/** A number or a date of birth that is read and not written: masked until it is held; copying gives the whole of it. */
export function MaskedNumber(props: {
  readonly recordId: string
  readonly field: FieldName
  readonly value: string
}) {
  const { recordId, field, value } = props
  const { actions } = useSession()
  const isMasked = useMasking() && value !== ''
  const isHidden = useHidden(recordId, isMasked, false, field === 'id_num')
  return (
    <span className={styles['masked']}>
      <span
        className={styles[field === 'id_num' ? 'number' : 'date']}
        onCopy={(event) => {
          event.preventDefault()
          event.clipboardData.setData('text/plain', value)
          if (isHidden) void actions.revealed(recordId)
        }}
      >
        {isHidden ? maskValue(field, value) : field === 'id_num' ? groupIdNumber(value) : value}
      </span>
      {isMasked && field === 'id_num' && <RevealButton />}
    </span>
  )
}
