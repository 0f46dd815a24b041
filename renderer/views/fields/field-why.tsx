import { useTranslation } from 'react-i18next'
import type { ReviewReason } from '../../../core/license/review.ts'
import { sayFinding } from '../../../core/words/say-finding.ts'
import { recognizerName, sayReason } from '../../../core/words/say-reason.ts'
import { Icon } from '../../parts/icon.tsx'
import { maskValue } from '../../state/id-number.ts'
import { suggestionFor } from '../../state/suggestion.ts'
import { useLanguage, useSession } from '../../state/session-context.ts'
import { useStore } from '../../state/use-store.ts'
import type { FieldRowProps } from './field-row-props.ts'
import styles from './field-why.module.css'

/** Under a field: why to look, what the rules say, and the way back to what was read. */
export function FieldWhy(
  props: Pick<
    FieldRowProps,
    'field' | 'record' | 'value' | 'reasons' | 'findings' | 'onRestore' | 'onUse'
  > & {
    readonly id: string
    readonly label: string
    readonly masked?: boolean
  },
) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { field, record, reasons, findings } = props
  const isHidden = !useStore(useSession().revealing) && props.masked === true
  const reading = record.reading.fields[field]
  const decision = record.decisions[field]
  const changed = decision !== undefined && decision.value !== reading.value
  const original = isHidden ? maskValue(field, reading.value) : reading.value
  const said = new Map(
    told(reasons).map((reason) => [
      differsBetweenReaders(reason) ? t('readersDiffer') : sayReason(reason, reading.raw, language),
      reason,
    ]),
  )
  return (
    <div id={props.id} className={styles['why']}>
      {[...said].map(([sentence, reason]) => (
        <p key={sentence} data-tone="look">
          <span>
            {sentence} <Suggestion {...props} reason={reason} />
            <Readers {...props} reason={reason} />
          </span>
        </p>
      ))}
      {findings.map((finding) => (
        <p key={`${finding.field} ${finding.rule}`} data-tone={finding.severity}>
          {finding.severity !== 'note' && <Icon name="alert" size={13} />}
          <span>{sayFinding(finding, language)}</span>
        </p>
      ))}
      {changed && (
        <p className={styles['original']}>
          <span>
            {t('originally')} {reading.value === '' ? t('originallyNothing') : original}
          </span>
          <button
            type="button"
            tabIndex={-1}
            aria-label={t('restoreField', { field: props.label })}
            onClick={props.onRestore}
          >
            <Icon name="back" size={13} /> {t('restore')}
          </button>
        </p>
      )}
    </div>
  )
}

function Suggestion(
  props: Pick<FieldRowProps, 'field' | 'value' | 'onUse'> & { readonly reason: ReviewReason },
) {
  const { t } = useTranslation()
  const other = suggestionFor(props.field, props.value, props.reason)
  if (other === null || differsBetweenReaders(props.reason)) return null
  return (
    <button
      type="button"
      className={styles['use']}
      tabIndex={-1}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => props.onUse(other)}
    >
      {props.reason.kind === 'look-alike' ? t('useValue', { value: other }) : t('useIt')}
    </button>
  )
}

const differsBetweenReaders = (reason: ReviewReason): boolean =>
  reason.kind === 'doubt' && reason.doubt.kind === 'readers-differ'

/** What two readers read differently, side by side: a click takes one. */
function Readers(
  props: Pick<FieldRowProps, 'field' | 'record' | 'value' | 'onUse'> & {
    readonly reason: ReviewReason
  },
) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { field, record, reason } = props
  if (reason.kind !== 'doubt' || reason.doubt.kind !== 'readers-differ') return null
  const { value, readBy = [] } = record.reading.fields[field]
  const other = suggestionFor(field, value, reason)
  if (other === null) return null
  const choices = [
    { reader: readBy[0] ?? record.recognizer, value },
    { reader: reason.doubt.reader, value: other },
  ]
  return (
    <span className={styles['readers']} role="group" aria-label={t('chooseReading')}>
      {choices.map((choice) => (
        <button
          key={choice.reader}
          type="button"
          tabIndex={-1}
          aria-pressed={choice.value === props.value}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => props.onUse(choice.value)}
        >
          <small>{recognizerName(choice.reader, language)}</small>
          {choice.value}
        </button>
      ))}
    </span>
  )
}

/** Findings are told apart; that a character was unclear goes without saying where more is known. */
function told(reasons: readonly ReviewReason[]): readonly ReviewReason[] {
  const own = reasons.filter(({ kind }) => kind !== 'finding')
  const more = own.filter(({ kind }) => kind !== 'low-confidence')
  return more.length > 0 ? more : own
}
