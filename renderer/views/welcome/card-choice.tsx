import { useId } from 'react'
import styles from './welcome.module.css'

/** One of a few, each with a sentence about what it means. */
export function CardChoice<Value extends string>(props: {
  readonly label: string
  readonly value: Value
  readonly options: readonly {
    readonly value: Value
    readonly label: string
    readonly text?: string
    readonly lang?: string
  }[]
  readonly onChange: (value: Value) => void
}) {
  const name = useId()
  return (
    <fieldset className={styles['choices']}>
      <legend>{props.label}</legend>
      {props.options.map(({ value, label, text, lang }) => (
        <label key={value} data-chosen={value === props.value}>
          <input
            type="radio"
            name={name}
            checked={value === props.value}
            onChange={() => props.onChange(value)}
          />
          <span lang={lang}>
            <strong>{label}</strong>
            {text !== undefined && <small>{text}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
