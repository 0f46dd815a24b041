import { SegmentedControl } from '@mantine/core'
import { useId } from 'react'
import styles from './choice.module.css'

/** One of a few, named above or, in a narrow list of them, beside. */
export function Choice<Value extends string>(props: {
  readonly label: string
  readonly value: Value
  readonly options: readonly { readonly value: Value; readonly label: string }[]
  readonly onChange: (value: Value) => void
  readonly beside?: boolean
}) {
  const id = useId()
  const { beside = false } = props
  return (
    <div className={styles['choice']} data-beside={beside}>
      <span id={id}>{props.label}</span>
      <SegmentedControl<Value>
        fullWidth={!beside}
        size="xs"
        transitionDuration={100}
        aria-labelledby={id}
        value={props.value}
        data={[...props.options]}
        onChange={props.onChange}
      />
    </div>
  )
}
