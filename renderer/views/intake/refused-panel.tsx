import { CloseButton } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refusal } from '../../../core/ipc/contract.ts'
import { adviceOf } from '../../../core/words/say-advice.ts'
import { Icon } from '../../parts/icon.tsx'
import { canBeAnswered } from '../../state/intake-state.ts'
import { useLanguage, useSession } from '../../state/session-context.ts'
import { usePart } from '../../state/use-store.ts'
import styles from './refused-panel.module.css'

const few = 3

/** Files that were turned away: each by name, with why and what to do. */
export function RefusedPanel() {
  const { t } = useTranslation()
  const { actions, intake } = useSession()
  const refused = usePart(intake, 'refused')
  const [all, setAll] = useState(false)
  if (refused.length === 0) return null
  const shown = all ? refused : refused.slice(-few)
  const hidden = refused.length - shown.length
  const left = refused.filter(({ kind }) => kind === 'pages-left').length
  const title =
    left === refused.length
      ? t('pagesLeftTitle', { count: left })
      : t('refusedTitle', { count: refused.length - left })
  return (
    <section
      className={styles['panel']}
      aria-label={title}
      data-tone={left === refused.length ? 'look' : 'bad'}
    >
      <header>
        <Icon name="alert" />
        <h2>{title}</h2>
        <CloseButton
          size="sm"
          aria-label={t('dismiss')}
          onClick={() => {
            setAll(false)
            void actions.dismissRefused()
          }}
        />
      </header>
      <ul>
        {shown.map((one) => (
          <Refused key={`${one.kind} ${one.path}`} refusal={one} />
        ))}
      </ul>
      {hidden > 0 && (
        <button type="button" onClick={() => setAll(true)}>
          {t('refusedMore', { count: hidden })}
        </button>
      )}
    </section>
  )
}

function Refused({ refusal }: { readonly refusal: Refusal }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { intake } = useSession()
  const { pages } = refusal
  const { remedy, reason } = adviceOf(refusal.kind, language)
  const found = refusal.found === '' ? '' : t('refusedFound', { found: refusal.found })
  const said = pages === undefined ? [reason, found] : [t('pagesLeft', pages)]
  return (
    <li title={refusal.path}>
      <b>{refusal.name}</b>
      <span>{said.filter((part) => part !== '').join(t('comma'))}</span>
      {canBeAnswered(refusal) ? (
        <button type="button" onClick={() => intake.send({ kind: 'ask', refusal })}>
          {t(pages === undefined ? 'enterPassword' : 'choosePages')}
        </button>
      ) : (
        <small>{remedy}</small>
      )}
    </li>
  )
}
