import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../../parts/dialog.tsx'
import type { ExportAim } from '../../../state/export-state.ts'
import { exportableOf, type Row } from '../../../state/rows.ts'
import { useReturnDate, useSession, useToday } from '../../../state/session-context.ts'
import { tell } from '../../../parts/tell.ts'
import { ColumnList } from './column-list.tsx'
import { FileSection } from './file-section.tsx'
import { PresetBar } from './preset-bar.tsx'
import { Preview } from './preview.tsx'
import { ProgramSection } from './program-section.tsx'
import styles from './setup.module.css'
import { usePresets } from './use-presets.ts'
import { WritingSection } from './writing-section.tsx'

export interface ExportSetupProps {
  readonly opened: boolean
  readonly rows: readonly Row[]
  readonly current: Row | null
  readonly onClose: () => void
}

/** What is exported, how it is laid out and where it goes. */
export function ExportSetup({ opened, onClose, ...shown }: ExportSetupProps) {
  const { t } = useTranslation()
  return (
    <Dialog opened={opened} onClose={onClose} size={1040} title={t('exportSetup')}>
      <Setup {...shown} onClose={onClose} />
    </Dialog>
  )
}

function Setup({ rows, current, onClose }: Omit<ExportSetupProps, 'opened'>) {
  const { t } = useTranslation()
  const { actions } = useSession()
  const today = useToday()
  const desk = usePresets()
  const { ready, look } = exportableOf(rows, today, useReturnDate())
  const count = ready.length + look.length
  const leaveTo = async (act: () => Promise<unknown>): Promise<void> => {
    await desk.keep()
    onClose()
    await act()
  }
  const exportTo = (to: ExportAim): void => void leaveTo(() => actions.startExport(today, to))
  const record = current?.record ?? null
  const walk = async (): Promise<void> => {
    if (record !== null && !(await actions.startWalk(record.id))) tell(t('walkNothing'))
  }
  return (
    <div className={styles['setup']}>
      <PresetBar desk={desk} />
      <Preview rows={rows} preset={desk.preset} />
      <div className={styles['halves']}>
        <div className={styles['half']}>
          <ColumnList desk={desk} />
        </div>
        <div className={styles['half']}>
          <WritingSection desk={desk} />
          <FileSection />
          <ProgramSection
            ready={ready.length}
            name={record === null ? null : (current?.name ?? '')}
            onHandOver={() => exportTo('folder')}
            onWalk={() => void leaveTo(walk)}
          />
        </div>
      </div>
      <div className={styles['foot']}>
        <Button variant="default" disabled={count === 0} onClick={() => exportTo('clipboard')}>
          {t('copyTable')}
        </Button>
        <Button disabled={count === 0} onClick={() => exportTo('file')}>
          {count === 0 ? t('exportNone') : t('exportCount', { count })}
        </Button>
      </div>
    </div>
  )
}
