import { ActionIcon } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { columns } from '../../../../core/export/columns.ts'
import { longestHeading, type PresetColumn } from '../../../../core/layout/preset.ts'
import { headingOf } from '../../../../core/export/table.ts'
import type { Language } from '../../../../core/settings/settings.ts'
import { Icon } from '../../../parts/icon.tsx'
import styles from './setup.module.css'

export interface ColumnRowProps {
  readonly column: PresetColumn
  readonly at: number
  readonly isLast: boolean
  readonly isOnly: boolean
  /** Language of the table's headings. */
  readonly headings: Language
  readonly isDragged: boolean
  /** It is taken in the hand. */
  readonly onGrip: () => void
  readonly onMove: (to: number) => void
  readonly onMoveByKey: (to: number) => void
  readonly onHead: (heading: string) => void
  readonly onOut: () => void
}

/** One column: its handle, its heading, and its ways to go. */
export function ColumnRow(props: ColumnRowProps) {
  const { t } = useTranslation()
  const { column, at, headings, onMove, onMoveByKey } = props
  const name = headingOf(column, headings)
  const steps = [
    { words: 'columnUp', icon: 'up', to: at - 1, isOff: at === 0 },
    { words: 'columnDown', icon: 'down', to: at + 1, isOff: props.isLast },
  ] as const
  return (
    <li className={styles['column']} data-dragged={props.isDragged}>
      <span
        className={styles['grip']}
        title={t('columnMove')}
        onPointerDown={(event) => {
          event.preventDefault()
          props.onGrip()
        }}
      >
        <Icon name="grip" size={14} />
      </span>
      <input
        className={styles['heading']}
        aria-label={t('columnHeading', {
          at: at + 1,
          name: columns[column.column].heading(headings),
        })}
        maxLength={longestHeading}
        value={column.heading}
        placeholder={columns[column.column].heading(headings)}
        onChange={(event) => props.onHead(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
          event.preventDefault()
          onMoveByKey(event.key === 'ArrowUp' ? at - 1 : at + 1)
        }}
      />
      {steps.map(({ words, icon, to, isOff }) => (
        <ActionIcon
          key={words}
          variant="subtle"
          color="gray"
          size={24}
          disabled={isOff}
          aria-label={t(words, { name })}
          title={t(words, { name })}
          onClick={() => onMove(to)}
        >
          <Icon name={icon} size={13} />
        </ActionIcon>
      ))}
      <ActionIcon
        variant="subtle"
        color="gray"
        size={24}
        disabled={props.isOnly}
        aria-label={t('columnOut', { name })}
        title={t('columnOut', { name })}
        onClick={props.onOut}
      >
        <Icon name="cross" size={12} />
      </ActionIcon>
    </li>
  )
}
