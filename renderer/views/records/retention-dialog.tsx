import { Button, SegmentedControl } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PurgeView } from '../../../core/ipc/held.ts'
import type { KeepDays } from '../../../core/settings/settings.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { Icon } from '../../parts/icon.tsx'
import { localDay } from '../../state/instants.ts'
import { useSession } from '../../state/session-context.ts'
import { useStore } from '../../state/use-store.ts'
import { tellDone } from '../../parts/tell.ts'
import styles from './person-dialog.module.css'

const choices = [7, 30, 90, 365, 0] as const satisfies readonly KeepDays[]

/** How long records are kept; what would go is shown before it goes. */
export function RetentionDialog(props: { readonly opened: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Dialog {...props} size={560} title={t('openRetention')}>
      <Choice onClose={props.onClose} />
    </Dialog>
  )
}

function Choice({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const { settings, actions, records } = useSession()
  const now = useStore(settings).keepDays
  const [days, setDays] = useState<KeepDays>(now)
  const [shown, setShown] = useState<{ days: KeepDays; view: PurgeView } | null>(null)
  const [isBusy, setBusy] = useState(false)
  useEffect(() => {
    let isOver = false
    const look = async () => {
      const view = await actions.previewPurge(days)
      if (!isOver && view !== null) setShown({ days, view })
    }
    void look()
    return () => {
      isOver = true
    }
  }, [actions, days])
  const view = shown?.days === days ? shown.view : null
  const keep = async () => {
    setBusy(true)
    await actions.set({ keepDays: days })
    const gone = view !== null && view.count > 0 ? await actions.purge(days) : null
    setBusy(false)
    onClose()
    if (gone === null) return
    tellDone(t('purged', { count: gone.count }))
    void records.open(null)
    void records.ask(records.store.get().text)
  }
  return (
    <div className={styles['body']}>
      <p className={styles['quiet']}>{t('retentionText')}</p>
      <SegmentedControl
        fullWidth
        aria-label={t('retention')}
        transitionDuration={100}
        value={String(days)}
        data={choices.map((count) => ({
          value: String(count),
          label: count === 0 ? t('keepForever') : t('keepFor', { count }),
        }))}
        onChange={(value) => setDays(choices.find((count) => String(count) === value) ?? now)}
      />
      <p className={styles['told']} role="status" data-look={view !== null && view.count > 0}>
        {view !== null && <Going days={days} view={view} />}
      </p>
      <div className={styles['buttons']}>
        <Button variant="default" onClick={onClose}>
          {t('cancelEntry')}
        </Button>
        <Button
          disabled={view === null || (days === now && view.count === 0)}
          loading={isBusy}
          onClick={() => void keep()}
        >
          {view !== null && view.count > 0 ? t('purgeNow', { count: view.count }) : t('keepThis')}
        </Button>
      </div>
    </div>
  )
}

function Going({ days, view }: { readonly days: KeepDays; readonly view: PurgeView }) {
  const { t } = useTranslation()
  if (days === 0) return t('purgeForever')
  if (view.count === 0) return t('purgeNothing')
  const { count, oldest, newest } = view
  return (
    <>
      <Icon name="alert" />
      {t('purgePreview', { count, oldest: localDay(oldest), newest: localDay(newest) })}
    </>
  )
}
