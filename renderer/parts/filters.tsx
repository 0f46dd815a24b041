import { Button, NativeSelect, Popover } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { readers, type Readers } from '../../core/records/query.ts'
import { DayInput } from './day-input.tsx'
import { Icon } from './icon.tsx'
import { TakesKeyboard } from './takes-keyboard.tsx'
import styles from './filters.module.css'

/** A button beside a search, and what opens from it: in which order a list stands, and what of it is shown. */
export function Filters(props: {
  /** How many things are asked besides the order. */
  readonly asked: number
  readonly isPlain: boolean
  readonly onReset: () => void
  readonly children: ReactNode
}) {
  const { t } = useTranslation()
  const [opened, setOpened] = useState(false)
  const { asked, isPlain } = props
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-end"
      width={290}
      trapFocus
      returnFocus
      // Below: without motion it would be gone before it could keep the key to itself.
      closeOnEscape={false}
    >
      <Popover.Target>
        <button
          type="button"
          data-filters=""
          className={styles['open']}
          data-on={!isPlain}
          aria-label={asked === 0 ? t('filters') : t('filtersOn', { count: asked })}
          title={t('filters')}
          onClick={() => setOpened(!opened)}
        >
          <Icon name="filter" size={15} />
          {asked > 0 && <b>{asked}</b>}
        </button>
      </Popover.Target>
      <Popover.Dropdown
        aria-label={t('filters')}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          // It closes this, and nothing behind it.
          event.stopPropagation()
          setOpened(false)
        }}
      >
        <TakesKeyboard />
        <div className={styles['form']}>
          {props.children}
          <Button size="xs" variant="default" onClick={props.onReset}>
            {t('filtersOff')}
          </Button>
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}

/** One of a few things. */
export function FilterChoice<Value extends string>(props: {
  readonly label: string
  readonly value: Value
  readonly choices: readonly { readonly value: Value; readonly words: string }[]
  readonly onChange: (value: Value) => void
  readonly isFirst?: boolean
}) {
  const { choices } = props
  return (
    <NativeSelect
      {...(props.isFirst === true && { 'data-autofocus': true })}
      size="xs"
      label={props.label}
      value={props.value}
      data={choices.map(({ value, words }) => ({ value, label: words }))}
      onChange={(event) => {
        const chosen = choices.find(({ value }) => value === event.currentTarget.value)
        if (chosen !== undefined) props.onChange(chosen.value)
      }}
    />
  )
}

export function ReadersChoice(props: {
  readonly value: Readers | 'all'
  readonly onChange: (value: Readers | 'all') => void
}) {
  const { t } = useTranslation()
  const any = { value: 'all', words: t('filterAny') } as const
  return (
    <FilterChoice
      label={t('readersLabel')}
      value={props.value}
      choices={[any, ...readers.map((value) => ({ value, words: t(readersWords[value]) }))]}
      onChange={props.onChange}
    />
  )
}

const readersWords = {
  offline: 'readersOffline',
  wechat: 'readersWeChat',
  both: 'readersBoth',
} as const

/** From one day to another, `YYYY-MM-DD`, both included; `''` where nothing is asked. */
export function DayRange(props: {
  readonly from: string
  readonly to: string
  readonly onChange: (days: { readonly from: string; readonly to: string }) => void
}) {
  const { t } = useTranslation()
  const { from, to } = props
  return (
    <div className={styles['days']}>
      <DayInput
        size="xs"
        label={t('readFrom')}
        value={from}
        max={to}
        onChange={(event) => props.onChange({ from: event.currentTarget.value, to })}
      />
      <DayInput
        size="xs"
        label={t('readTo')}
        value={to}
        min={from}
        onChange={(event) => props.onChange({ from, to: event.currentTarget.value })}
      />
    </div>
  )
}
