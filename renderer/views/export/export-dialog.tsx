import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../parts/dialog.tsx'
import { Icon } from '../../parts/icon.tsx'
import type { ExportAim, ExportState } from '../../state/export-state.ts'
import { viewOf } from '../../state/license-view.ts'
import { exportableOf, type Row } from '../../state/rows.ts'
import { useReturnDate, useSession, useToday } from '../../state/session-context.ts'
import { useStore } from '../../state/use-store.ts'
import styles from './export-dialog.module.css'
import { Told, titleOfTold } from './told.tsx'

/** Asks before doubtful licenses go out, and tells what became of the export. */
export function ExportDialog({
  rows,
  onLook,
}: {
  readonly rows: readonly Row[]
  readonly onLook: () => void
}) {
  const { exporting } = useSession()
  const state = useStore(exporting)
  const close = () => exporting.send({ kind: 'closed' })
  return (
    <Dialog
      opened={state.kind === 'asking' || state.kind === 'told'}
      onClose={close}
      size={480}
      title={<Title state={state} />}
    >
      {state.kind === 'asking' && <Ask rows={rows} to={state.to} onLook={onLook} onClose={close} />}
      {state.kind === 'told' && <Told told={state} rows={rows} onLook={onLook} onClose={close} />}
    </Dialog>
  )
}

function Title({ state }: { readonly state: ExportState }) {
  const { t } = useTranslation()
  const [icon, tone, words] =
    state.kind === 'told' ? titleOfTold(state) : (['eye', 'look', 'exportTitle'] as const)
  return (
    <span className={styles['title']} data-tone={tone}>
      <Icon name={icon} size={18} /> {t(words)}
    </span>
  )
}

function Ask(props: {
  readonly rows: readonly Row[]
  readonly to: ExportAim
  readonly onLook: () => void
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const { actions } = useSession()
  const { rows, to } = props
  const today = useToday()
  const returnDate = useReturnDate()
  const { ready, look } = exportableOf(rows, today, returnDate)
  const wrong = rows.filter((row) => isWrong(row, today, returnDate)).length
  return (
    <div className={styles['body']}>
      <p>
        {t('exportAsk', { count: look.length })} {wrong > 0 && t('exportWrong', { count: wrong })}{' '}
        {t('exportAskText')} {t('exportSaysSo')}
      </p>
      <div className={styles['choices']}>
        <Button
          data-autofocus
          fullWidth
          onClick={() => {
            props.onClose()
            props.onLook()
          }}
        >
          {t('goLook')}
        </Button>
        {ready.length > 0 && (
          <Button
            fullWidth
            variant="default"
            onClick={() => void actions.exportTo({ to, recordIds: ready, openToo: false }, null)}
          >
            {t('exportReadyOnly', { count: ready.length })}
          </Button>
        )}
        <Button
          fullWidth
          variant="default"
          onClick={() =>
            void actions.exportTo({ to, recordIds: [...ready, ...look], openToo: true }, null)
          }
        >
          {t('exportAnyway', { count: ready.length + look.length })}
        </Button>
      </div>
    </div>
  )
}

/** Whether something in it cannot be right, and nobody has decided on it. */
const isWrong = ({ record }: Row, today: string, returnDate?: string): boolean =>
  record !== null &&
  [...viewOf(record, today, returnDate).look.values()].some((reasons) =>
    reasons.some((one) => one.kind === 'finding' && one.finding.severity === 'error'),
  )
