import { SegmentedControl } from '@mantine/core'
import { useId } from 'react'
import styles from './choice.module.css'

/** One of a few, named above. */
export function Choice<Value extends string>(props: {
  readonly label: string
  readonly value: Value
  readonly options: readonly { readonly value: Value; readonly label: string }[]
  readonly onChange: (value: Value) => void
  readonly size?: 'xs' | 'sm'
}) {
  const id = useId()
  return (
    <div className={styles['choice']}>
      <span id={id}>{props.label}</span>
      <SegmentedControl<Value>
        fullWidth
        size={props.size ?? 'xs'}
        transitionDuration={100}
        aria-labelledby={id}
        value={props.value}
        data={[...props.options]}
        onChange={props.onChange}
      />
    </div>
  )
}
