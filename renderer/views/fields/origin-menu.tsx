import { Menu } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Icon, type IconName } from '../../parts/icon.tsx'
import { maskInGroups } from '../../state/id-number.ts'
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
  return (
    <Menu
      opened={props.choosing}
      onChange={props.onChoosing}
      position="bottom-end"
      withinPortal
      returnFocus={false}
    >
      <Menu.Target>
        <button
          type="button"
          className={styles['origin']}
          data-origin={origin}
          data-usual={origin === originOfMost(record)}
          tabIndex={-1}
          title={said}
          aria-label={t('originOf', { field: label, origin: said })}
          // The menu takes the keyboard; what is written meanwhile is not left.
          onMouseDown={(event) => event.preventDefault()}
        >
          {note !== undefined && <span className={styles['note']}>{note}</span>}
          {isDecided && origin !== 'typed' && <Icon name="check" size={12} />}
          <Icon name={originIcons[origin]} size={14} />
          <span className={styles['from']}>{from}</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('originChoose', { field: label })}</Menu.Label>
        {candidates.map((candidate) => (
          <Menu.Item
            key={candidate.value}
            className={styles['candidate'] ?? ''}
            data-now={candidate.isNow}
            leftSection={
              <span className={styles['tick']}>
                {candidate.isNow && <Icon name="check" size={13} />}
              </span>
            }
            rightSection={<small>{t(originWords[candidate.origin])}</small>}
            onClick={() => take(candidate)}
          >
            {candidate.value === ''
              ? t('notFound')
              : isHidden
                ? maskInGroups(candidate.value)
                : candidate.value}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
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
