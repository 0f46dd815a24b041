import { useTranslation } from 'react-i18next'
import { Icon } from '../../parts/icon.tsx'
import { useSession } from '../../state/session-context.ts'
import { useStore } from '../../state/use-store.ts'
import { isTroubled, useWatchWords } from './use-watch-words.ts'
import styles from './watch-bar.module.css'

/** The folder that is watched, wherever files come in; opens what can be done about it. */
export function WatchBar() {
  const { t } = useTranslation()
  const { watch, intake } = useSession()
  const view = useStore(watch)
  const say = useWatchWords()
  if (view === null) return null
  const { folder } = view
  const name = folder.split(/[\\/]/).findLast((part) => part !== '') ?? folder
  return (
    <button
      type="button"
      className={styles['bar']}
      data-troubled={isTroubled(view)}
      title={folder}
      aria-label={`${t('watchTitle')}: ${name}. ${say(view)}`}
      onClick={() => intake.send({ kind: 'way', way: 'watch' })}
    >
      <Icon name={isTroubled(view) ? 'alert' : 'folder'} size={15} />
      <b>{name}</b>
      <span role="status">{say(view)}</span>
    </button>
  )
}
