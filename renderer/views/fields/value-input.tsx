import { useLayoutEffect, useRef, useState } from 'react'
import type { FieldName } from '../../../core/license/field.ts'
import { markDoubtful, overShownText } from '../../state/doubtful-characters.ts'
import { caretInGroups, groupIdNumber, maskValue, withoutGaps } from '../../state/id-number.ts'
import { useHidden } from '../masking/use-mask.ts'
import type { FieldRowProps } from './field-row-props.ts'
import styles from './value-input.module.css'

type Writing = HTMLInputElement | HTMLTextAreaElement

/** Grouped, monospaced or wrapped, as the field asks; the value itself never holds a gap. */
const shownAs = (field: FieldName, value: string): string =>
  field === 'id_num' ? groupIdNumber(value) : value

export function ValueInput(
  props: Omit<FieldRowProps, 'note' | 'image' | 'cropWidth'> & {
    readonly id?: string
    readonly label?: string
    readonly describedBy?: string
    /** Whether the value is hidden as long as nobody writes here. */
    readonly masked?: boolean
  },
) {
  const { field, value, dirty, record, masked = false } = props
  const [isFocused, setFocused] = useState(false)
  const isHidden = useHidden(record.id, masked, isFocused, field === 'id_num')
  const element = useRef<Writing | null>(null)
  const caret = useRef<number | null>(null)
  const text = isHidden ? maskValue(field, value) : shownAs(field, value)
  const long = field === 'address' || field === 'official_seal'

  useLayoutEffect(() => {
    if (caret.current === null || element.current === null) return
    const at = caretInGroups(text, caret.current)
    caret.current = null
    element.current.setSelectionRange(at, at)
  }, [text])

  const onChange = (event: React.ChangeEvent<Writing>) => {
    const typed = event.target.value
    if (field !== 'id_num') {
      props.onType(typed.replaceAll('\n', ''))
      return
    }
    const before = typed.slice(0, event.target.selectionStart ?? typed.length)
    caret.current = withoutGaps(before).length
    props.onType(withoutGaps(typed))
  }
  const onCopy = (event: React.ClipboardEvent<Writing>) => {
    if (field !== 'id_num') return
    const { selectionStart, selectionEnd, value: all } = event.currentTarget
    const chosen = all.slice(selectionStart ?? 0, selectionEnd ?? all.length)
    if (chosen === '') return
    event.clipboardData.setData('text/plain', withoutGaps(chosen))
    event.preventDefault()
  }
  const common = {
    ref: (node: Writing | null) => {
      element.current = node
      props.hold(node)
    },
    id: props.id,
    value: text,
    'aria-label': props.label,
    'aria-describedby': props.describedBy,
    'aria-invalid': props.findings.some((finding) => finding.severity === 'error') || undefined,
    tabIndex: props.stop ? 0 : -1,
    spellCheck: false,
    autoComplete: 'off',
    onChange,
    onCopy,
    onFocus: () => {
      setFocused(true)
      props.onFocus()
    },
    onBlur: () => {
      setFocused(false)
      props.onLeave()
    },
    onKeyDown: props.onKeyDown,
  }
  return (
    <span className={styles['box']} data-field={field} data-empty={value === ''}>
      {props.reasons.length > 0 && !dirty && <Marks {...props} />}
      {long ? <textarea rows={1} {...common} /> : <input type="text" {...common} />}
    </span>
  )
}

/** Lies exactly over the text and underlines the characters in doubt. */
function Marks(props: Pick<FieldRowProps, 'field' | 'value' | 'record' | 'reasons'>) {
  const { field, value, record, reasons } = props
  const parts = markDoubtful(value, record.reading.fields[field], reasons)
  return (
    <span className={styles['marks']} aria-hidden="true">
      {overShownText(parts, shownAs(field, value)).map(({ text, doubtful }, at) =>
        // Stretches have no names; their order is all there is.
        // eslint-disable-next-line react/no-array-index-key
        doubtful ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>,
      )}
    </span>
  )
}
