import { Popover } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Icon, type IconName } from '../../parts/icon.tsx'
import { TakesKeyboard } from '../../parts/takes-keyboard.tsx'
import { isMaskedField, maskValue } from '../../state/id-number.ts'
import { type Candidate, type Origin, originOfMost } from '../../state/provenance.ts'
import type { QuietNote } from '../../state/quiet-notes.ts'
import { useSession } from '../../state/session-context.ts'
import { useStore } from '../../state/use-store.ts'
import type { FieldRowProps } from './field-row-props.ts'
import styles from './origin-menu.module.css'

const originWords = {
  offline: 'originOffline',
  wechat: 'originWeChat',
  both: 'originBoth',
  inferred: 'originInferred',
  typed: 'originTyped',
  maybe: 'originMaybe',
} as const satisfies Record<Origin, string>

const originIcons = {
  offline: 'screen',
  wechat: 'send',
  both: 'both',
  inferred: 'alert',
  typed: 'pen',
  maybe: 'eye',
} as const satisfies Record<Origin, IconName>

/** At the end of a line: where its value came from and why it can be trusted; opened, every value that it may have. */
export function OriginMenu(
  props: Pick<
    FieldRowProps,
    'field' | 'record' | 'origin' | 'candidates' | 'choosing' | 'note' | 'reasons'
  > &
    Pick<FieldRowProps, 'onChoosing' | 'onConfirm' | 'onRestore' | 'onUse'> & {
      readonly label: string
      readonly masked?: boolean
    },
) {
  const { t } = useTranslation()
  const { field, record, origin, candidates, label } = props
  const isHidden = !useStore(useSession().revealing) && props.masked === true
  const isDecided = record.decisions[field] !== undefined
  const note = useNote(props.note)
  const from = t(originWords[origin])
  const said = [from, ...(note === undefined ? [] : [note])].join(' · ')
  const take = ({ isReading, isNow, value }: Candidate): void => {
    if (isReading && isDecided && !isNow) props.onRestore()
    else if (isNow) props.onConfirm()
    else props.onUse(value)
  }
  const shownAs = (value: string): string =>
    value === ''
      ? t('notFound')
      : isHidden && isMaskedField(field)
        ? maskValue(field, value)
        : value
  /** Whoever opens it wants another value than the one that stands. */
  const first = Math.max(
    0,
    candidates.findIndex(({ isNow }) => !isNow),
  )
  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.stopPropagation()
      return props.onChoosing(false)
    }
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=menuitem]')]
    const at = items.findIndex((item) => item === document.activeElement)
    items[(at + step + items.length) % items.length]?.focus()
  }
  const mark = (
    <button
      type="button"
      className={styles['origin']}
      data-origin={origin}
      data-noted={note !== undefined}
      data-usual={origin === originOfMost(record)}
      tabIndex={-1}
      title={said}
      aria-label={t('originOf', { field: label, origin: said })}
      // The menu takes the keyboard; what is written meanwhile is not left.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => props.onChoosing(!props.choosing)}
    >
      {note !== undefined && <span className={styles['note']}>{note}</span>}
      {isDecided && origin !== 'typed' && <Icon name="check" size={12} />}
      <Icon name={originIcons[origin]} size={14} />
      <span className={styles['from']}>{from}</span>
    </button>
  )
  // A popover costs as much as a whole line, and most are never opened.
  if (!props.choosing) return mark
  return (
    <Popover opened onChange={props.onChoosing} position="bottom-end" trapFocus>
      <Popover.Target>{mark}</Popover.Target>
      <Popover.Dropdown
        className={styles['values'] ?? ''}
        aria-label={t('originChoose', { field: label })}
        onKeyDown={onKeyDown}
      >
        <TakesKeyboard />
        <p>{t('originChoose', { field: label })}</p>
        <div role="menu" aria-label={t('originChoose', { field: label })}>
          {candidates.map((candidate, index) => (
            <button
              key={candidate.value}
              type="button"
              role="menuitem"
              className={styles['candidate']}
              data-now={candidate.isNow}
              {...(index === first && { 'data-autofocus': true })}
              onClick={() => {
                props.onChoosing(false)
                take(candidate)
              }}
            >
              <span className={styles['tick']}>
                {candidate.isNow && <Icon name="check" size={13} />}
              </span>
              <span>{shownAs(candidate.value)}</span>
              <small>{t(originWords[candidate.origin])}</small>
            </button>
          ))}
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}

/** A quiet word that says why the value can be trusted. */
function useNote(note: QuietNote | null): string | undefined {
  const { t } = useTranslation()
  switch (note?.kind) {
    case undefined:
    // Where the value came from says the same.
    case 'alike':
      return undefined
    case 'checksum':
      return t('checksumFits')
    case 'agrees':
      return t('agreesWithId')
    case 'years':
      return t('years', { count: note.count })
  }
}
