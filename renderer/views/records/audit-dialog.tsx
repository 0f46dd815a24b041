import { Button } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AuditEntry, AuditVerdict } from '../../../core/audit/entry.ts'
import { sayAct } from '../../../core/words/say-audit.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { Icon } from '../../parts/icon.tsx'
import { localMinute } from '../../state/instants.ts'
import { useLanguage, useSession } from '../../state/session-context.ts'
import styles from './audit-dialog.module.css'

const most = 2000

/** Who did what when: the newest first, and whether the log is whole. */
export function AuditDialog(props: { readonly opened: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Dialog {...props} size={620} title={t('audit')}>
      <Log />
    </Dialog>
  )
}

function Log() {
  const { t } = useTranslation()
  const { actions } = useSession()
  const [entries, setEntries] = useState<readonly AuditEntry[] | null>(null)
  const [verdict, setVerdict] = useState<AuditVerdict | null>(null)
  useEffect(() => {
    void actions.newestEntries(most).then(setEntries)
  }, [actions])
  const verify = async () => setVerdict(await actions.verifyAudit())
  return (
    <div className={styles['body']}>
      <p className={styles['text']}>{t('auditText')}</p>
      <div className={styles['check']}>
        <Button size="xs" variant="default" data-autofocus onClick={() => void verify()}>
          {t('auditVerify')}
        </Button>
        <p role="status" data-tone={verdict?.kind === 'broken' ? 'bad' : 'good'}>
          {verdict !== null && (
            <>
              <Icon name={verdict.kind === 'sound' ? 'check' : 'alert'} size={15} />{' '}
              {verdict.kind === 'sound'
                ? t('auditSound', { count: verdict.entries })
                : t('auditBroken', { entry: verdict.entry })}
            </>
          )}
        </p>
      </div>
      {entries !== null && entries.length === 0 && <p>{t('auditNone')}</p>}
      {entries !== null && entries.length > 0 && <Lines entries={entries} />}
    </div>
  )
}

const lineHeight = 34

function Lines({ entries }: { readonly entries: readonly AuditEntry[] }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const scroller = useRef<HTMLDivElement>(null)
  // The list draws only what is in sight; it is never memoized.
  // eslint-disable-next-line react/incompatible-library
  const virtual = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => lineHeight,
    overscan: 8,
  })
  return (
    <div
      ref={scroller}
      className={styles['lines']}
      // Only what can have the focus can be scrolled by the keyboard.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      role="region"
      aria-label={t('audit')}
    >
      <ol style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const entry = entries[index]
          if (entry === undefined) return null
          const act = sayAct(entry.act, language)
          return (
            <li key={index} style={{ height: lineHeight, transform: `translateY(${start}px)` }}>
              <time dateTime={entry.at}>{localMinute(entry.at)}</time>
              <span>{entry.count === 1 ? act : t('auditTimes', { act, count: entry.count })}</span>
              <span className={styles['who']}>{entry.who}</span>
            </li>
          )
        })}
      </ol>
    </div>
  )
}
