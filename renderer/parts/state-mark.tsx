import { useTranslation } from 'react-i18next'
import { unreachable } from '../../core/result.ts'
import { isSecondPage, type RowState } from '../state/rows.ts'
import { Icon, type IconName } from './icon.tsx'
import styles from './state-mark.module.css'

const toneOf = (state: RowState): 'good' | 'look' | 'bad' | 'quiet' => {
  switch (state.kind) {
    case 'ready':
      return 'good'
    case 'look':
    case 'unknown':
      return 'look'
    case 'failed':
      return isSecondPage(state) ? 'quiet' : 'bad'
    case 'queued':
    case 'reading':
    case 'cancelled':
      return 'quiet'
    default:
      return unreachable(state)
  }
}

const icons: { readonly [K in RowState['kind']]: IconName } = {
  queued: 'clock',
  reading: 'turn',
  ready: 'check',
  look: 'eye',
  failed: 'cross',
  unknown: 'alert',
  cancelled: 'minus',
}

/** Where a license stands: an icon, a word and a colour that mean the same. */
export function StateMark({ state }: { readonly state: RowState }) {
  const word = useStateWord()(state)
  return (
    <span className={styles['mark']} data-tone={toneOf(state)} data-state={state.kind}>
      <Icon name={isSecondPage(state) ? 'cards' : icons[state.kind]} size={13} />
      <span>{word}</span>
    </span>
  )
}

function useStateWord(): (state: RowState) => string {
  const { t } = useTranslation()
  return (state) => {
    switch (state.kind) {
      case 'queued':
        return t('stateQueued')
      case 'reading':
        return t('stateReading')
      case 'ready':
        return t('stateReady')
      case 'look':
        return t('stateLook', { count: state.count })
      case 'failed':
        return t(isSecondPage(state) ? 'stateSecondPage' : 'stateFailed')
      case 'unknown':
        return t('stateUnknown')
      case 'cancelled':
        return t('stateCancelled')
      default:
        return unreachable(state)
    }
  }
}
