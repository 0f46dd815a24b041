import { Button, CloseButton, TextInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../parts/icon.tsx'
import { KeyCap } from '../../parts/key-cap.tsx'
import { matchAt } from '../../state/records-state.ts'
import { useSession } from '../../state/session-context.ts'
import { useStore } from '../../state/use-store.ts'
import { isForDialog } from '../keys/dialog-keys.ts'
import { control } from '../keys/keys.ts'
import hintStyles from '../keys/key-hints.module.css'
import { AuditDialog } from './audit-dialog.tsx'
import { RecordPane } from './record-pane.tsx'
import { MarkedRecords, RecordsQuestion } from './marked-records.tsx'
import { RecordsFilters } from './records-filters.tsx'
import { RecordsList } from './records-list.tsx'
import styles from './records-view.module.css'
import { RetentionDialog } from './retention-dialog.tsx'
import { useAskAnew } from './use-ask-anew.ts'

/** Everything that was ever read and is still kept: find, look, hand out, delete. */
export function RecordsView({
  onBack,
  onOverview,
}: {
  readonly onBack: () => void
  readonly onOverview: (which: 'renewals') => void
}) {
  const { t } = useTranslation()
  const { records, recordMarks, settings } = useSession()
  const { keepDays } = useStore(settings)
  const { total, searching, narrowing } = useStore(records.store)
  const [dialog, setDialog] = useState<'none' | 'retention' | 'audit'>('none')
  const [text, setText] = useState(() => records.store.get().text)
  useAskAnew()
  useEffect(() => document.getElementById('search')?.focus(), [])
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented && !isForDialog()) onBack()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [onBack])
  const find = (next: string) => {
    setText(next)
    recordMarks.send({ kind: 'none' })
    void records.ask(next)
  }
  const close = () => setDialog('none')
  return (
    <div className={styles['records']}>
      <header className={styles['bar']} data-pane="top">
        <Button variant="default" leftSection={<Icon name="back" size={15} />} onClick={onBack}>
          {t('backToDesk')}
        </Button>
        <h1>{t('records')}</h1>
        <span className={styles['grow']} />
        <Button variant="default" onClick={() => onOverview('renewals')}>
          {t('renewals')}
        </Button>
        <Button variant="default" onClick={() => setDialog('audit')}>
          {t('audit')}
        </Button>
        <Button variant="default" onClick={() => setDialog('retention')}>
          {t('retention')} · {keepDays === 0 ? t('keepForever') : t('keepFor', { count: keepDays })}
        </Button>
      </header>
      <aside className={styles['column']} aria-label={t('records')}>
        <div className={styles['find']}>
          <TextInput
            className={styles['search'] ?? ''}
            id="search"
            aria-label={t('recordsSearchAll')}
            placeholder={t('recordsSearchAll')}
            leftSection={<Icon name="search" size={15} />}
            value={text}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => find(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Escape' && text !== '') {
                event.preventDefault()
                find('')
              }
              if (event.key === 'ArrowDown') {
                event.preventDefault()
                document.getElementById('records')?.focus()
                const first = matchAt(records.store.get(), 0)
                if (first !== undefined && records.store.get().openId === null)
                  void records.open(first.id)
              }
            }}
            rightSection={
              text === '' ? null : (
                <CloseButton size="sm" aria-label={t('searchClear')} onClick={() => find('')} />
              )
            }
          />
          <RecordsFilters
            narrowing={narrowing}
            onChange={(next) => {
              recordMarks.send({ kind: 'none' })
              void records.ask(text, next)
            }}
          />
        </div>
        <p className={styles['count']}>
          <span role="status">
            {searching !== null
              ? t('judgingRecords')
              : total !== null && t('recordsCount', { count: total })}
          </span>{' '}
          {searching !== null && <span aria-hidden="true">{t('walkingAt', searching)}</span>}
        </p>
        <RecordsList />
        <MarkedRecords />
      </aside>
      <RecordPane />
      <footer className={hintStyles['hints']} aria-label={t('keyHints')}>
        <Hint keys={['↑', '↓']} words={t('keyMove')} />
        <Hint keys={['F2']} words={t('hintReveal')} />
        <Hint keys={[control, 'F']} words={t('keySearch')} />
        <Hint keys={['Esc']} words={t('backToDesk')} />
      </footer>
      <RecordsQuestion />
      <RetentionDialog opened={dialog === 'retention'} onClose={close} />
      <AuditDialog opened={dialog === 'audit'} onClose={close} />
    </div>
  )
}

const Hint = ({ keys, words }: { readonly keys: readonly string[]; readonly words: string }) => (
  <span className={hintStyles['hint']}>
    <KeyCap keys={keys} /> {words}
  </span>
)
