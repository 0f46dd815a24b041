import { useTranslation } from 'react-i18next'
import type { WatchView } from '../../../core/intake/watch.ts'

const said = {
  beginning: 'watchBeginning',
  paused: 'watchPaused',
  away: 'watchAway',
  closed: 'watchClosed',
  'too-large': 'watchTooLarge',
  'not-kept': 'watchNotKept',
} as const

/** How it is with the folder that is watched, in one sentence. */
export function useWatchWords(): (view: WatchView) => string {
  const { t } = useTranslation()
  return ({ state, taken }) =>
    state === 'watching' ? t('watchWatching', { count: taken }) : t(said[state])
}

/** Whether a person has to do something about it. */
export const isTroubled = ({ state, stuck }: WatchView): boolean =>
  stuck > 0 || !['beginning', 'watching', 'paused'].includes(state)
