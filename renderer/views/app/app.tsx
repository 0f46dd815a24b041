import { Activity, useCallback, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldName } from '../../../core/license/field.ts'
import { unreachable } from '../../../core/result.ts'
import { bulkOf } from '../../state/bulk.ts'
import { isMore, isOfMarked } from '../../state/commands.ts'
import { isOfAside } from '../../state/aside.ts'
import { type Command, isOfDesk } from '../../state/keyboard.ts'
import { useDesk } from '../../state/desk-context.tsx'
import { isSeenOnDesk } from '../../state/history.ts'
import { markedOr } from '../../state/marks.ts'
import { nextToLookAt, rowNamed, rowsOf } from '../../state/rows.ts'
import { useReturnDate, useSession, useToday } from '../../state/session-context.ts'
import { useStore } from '../../state/use-store.ts'
import { tell } from '../../parts/tell.ts'
import { EmptyView, Promises } from '../empty/empty-view.tsx'
import { ExportDialog } from '../export/export-dialog.tsx'
import { ExportSetup } from '../export/setup/export-setup.tsx'
import { useHandoverFailures } from '../export/use-handover-failures.ts'
import { fieldBeingWritten } from '../image/use-line-taking.ts'
import type { ImageControls } from '../image/image-pane.tsx'
import { CameraDialog } from '../intake/camera-dialog.tsx'
import { DocumentDialog } from '../intake/document-dialog.tsx'
import { AsideDialogs } from './aside-dialogs.tsx'
import { DropVeil } from '../intake/drop-veil.tsx'
import { PathDialog } from '../intake/path-dialog.tsx'
import { WatchDialog } from '../intake/watch-dialog.tsx'
import { useWaysIn } from '../intake/use-ways-in.ts'
import { KeyHints } from '../keys/key-hints.tsx'
import { paletteCommands } from '../keys/command-words.ts'
import { KeysDialog } from '../keys/keys-dialog.tsx'
import { PaletteDialog } from '../keys/palette-dialog.tsx'
import { BulkDialog } from '../list/bulk-dialog.tsx'
import { ListColumn } from '../list/list-column.tsx'
import { useShown } from '../list/use-shown.ts'
import { useTakingOff } from '../list/use-taking-off.ts'
import { useRevealKey } from '../masking/use-reveal-key.ts'
import { ProtectionDialog } from '../protection/protection-dialog.tsx'
import { ReadingDialog } from '../reading/reading-dialog.tsx'
import { FiguresPage } from '../overview/figures-page.tsx'
import { RenewalsPage } from '../overview/renewals-page.tsx'
import { RecordsView } from '../records/records-view.tsx'
import { useRecordsBulk } from '../records/use-records-bulk.ts'
import { WalkBar } from '../walk/walk-bar.tsx'
import { HoldBar } from '../top-bar/hold-bar.tsx'
import { TopBar } from '../top-bar/top-bar.tsx'
import { Announcer } from './announcer.tsx'
import { JudgingDialog, type JudgingPage } from '../verdict/judging-dialog.tsx'
import styles from './app.module.css'
import { DeskView } from './desk-view.tsx'
import { useMoreCommands } from './more-commands.ts'
import { nextPane } from './next-pane.ts'
import { Opening } from './opening.tsx'
import { NoticeDialog } from './notice-dialog.tsx'
import { useCommands } from './use-commands.ts'
import { useMenu } from './use-menu.ts'

type DialogName = 'none' | 'keys' | 'palette' | 'path' | 'reading' | 'protection' | 'export'

type Screen = 'desk' | 'records' | 'renewals' | 'figures'

export function App() {
  const { t } = useTranslation()
  const { asking, selection, exporting, gate, history, marks, spoken, actions, records } =
    useSession()
  const today = useToday()
  const deskState = useDesk()
  const { rowId } = useStore(selection)
  const returnDate = useReturnDate()
  const rows = useMemo(() => rowsOf(deskState, today, returnDate), [deskState, today, returnDate])
  const current = rowNamed(rows, rowId) ?? rows[0] ?? null
  const shown = useShown(rows)
  const takingOff = useTakingOff(shown)
  const marked = useStore(marks)
  const bulk = useMemo(() => {
    const ids = new Set(markedOr(marked, current?.id ?? null))
    return bulkOf(
      rows.filter(({ id }) => ids.has(id)),
      today,
      returnDate,
    )
  }, [rows, marked, current, today, returnDate])
  const [dialog, setDialog] = useState<DialogName>('none')
  const [lineField, setLineField] = useState<FieldName | null>(null)
  const [judging, setJudging] = useState<JudgingPage | null>(null)
  const [screen, setScreen] = useState<Screen>('desk')
  const controls = useRef<ImageControls | null>(null)
  const closeDialog = () => setDialog('none')
  const backToDesk = useCallback(() => setScreen('desk'), [])

  const goOn = (): boolean => {
    const from = current?.id ?? null
    const next = nextToLookAt(shown, from) ?? nextToLookAt(rows, from)
    if (next === null) return false
    selection.send({ kind: 'select', rowId: next.id, grab: true })
    const count = next.state.kind === 'look' ? next.state.count : 0
    spoken.send(t('turnedTo', { name: next.name === '' ? t('unnamed') : next.name, count }))
    return true
  }
  const startLooking = () => {
    if (current?.state.kind === 'look')
      selection.send({ kind: 'select', rowId: current.id, grab: true })
    else goOn()
  }
  const more = useMoreCommands(rows, shown, bulk, {
    palette: () => setDialog('palette'),
    lines: () => setLineField(fieldBeingWritten()),
    reading: () => setDialog('reading'),
    protection: () => setDialog('protection'),
    path: () => setDialog('path'),
  })
  const startExport = () => void actions.startExport(today)
  const startWalk = async (): Promise<void> => {
    const record = current?.record ?? null
    if (record === null || !(await actions.startWalk(record.id))) tell(t('walkNothing'))
  }
  const recordsBulk = useRecordsBulk()
  const run = (command: Command): void => {
    if (isOfMarked(command)) {
      if (screen === 'records') return recordsBulk.run(command)
      backToDesk()
    }
    if (isOfDesk(command)) backToDesk()
    if (isMore(command)) {
      if (isSeenOnDesk(history.get(), command)) backToDesk()
      return more(command)
    }
    switch (command) {
      case 'open-files':
        return void actions.pick('files')
      case 'open-folder':
        return void actions.pick('folder')
      case 'export':
        return startExport()
      case 'export-setup':
        return setDialog('export')
      case 'walk':
        return void startWalk()
      case 'next-license':
        void actions.saveDrafts()
        // Whoever is not at a field yet begins with the license that is shown.
        return fieldBeingWritten() === null ? startLooking() : void goOn()
      case 'search':
        return document.getElementById('search')?.focus()
      case 'rotate':
        return controls.current?.rotate()
      case 'zoom-in':
        return controls.current?.zoom(1.25)
      case 'zoom-out':
        return controls.current?.zoom(1 / 1.25)
      case 'fit':
        return controls.current?.fit()
      case 'next-pane':
        return nextPane()
      case 'pause':
        return void (deskState.pause === 'none' ? actions.pause() : actions.resume())
      case 'records':
        return setScreen((now) => (now === 'records' ? 'desk' : 'records'))
      case 'lock':
        // Without a PIN nothing can be locked: here is where one is set.
        return gate.get().lock.hasPin ? void actions.lock() : setDialog('protection')
      case 'purpose':
        return setJudging('purpose')
      case 'keys':
        return setDialog('keys')
      default:
        return unreachable(command)
    }
  }
  useCommands(run)
  useMenu((item) => {
    if (isOfAside(item)) return
    if (item === 'protection' || item === 'reading') return setDialog(item)
    if (item === 'renewals' || item === 'figures') return setScreen(item)
    return run(item)
  })
  useRevealKey()
  useHandoverFailures()

  /** What is taken in is to be seen: nothing stays before it. */
  const clearTheWay = useCallback(() => {
    setDialog('none')
    setJudging(null)
    setScreen('desk')
    exporting.send({ kind: 'closed' })
  }, [exporting])
  const over = useWaysIn(clearTheWay)

  const openRecord = (id: string) => {
    void records.open(id)
    setScreen('records')
  }
  const openPath = () => setDialog('path')
  const openReading = () => setDialog('reading')
  const dialogs = (
    <>
      <PaletteDialog
        opened={dialog === 'palette'}
        commands={paletteCommands}
        onRun={run}
        onClose={closeDialog}
      />
      <ExportDialog rows={rows} onLook={startLooking} />
      <BulkDialog />
      <Announcer />
      <KeysDialog opened={dialog === 'keys'} onClose={closeDialog} />
      <ReadingDialog opened={dialog === 'reading'} onClose={closeDialog} />
      <ProtectionDialog opened={dialog === 'protection'} onClose={closeDialog} />
      <PathDialog opened={dialog === 'path'} onClose={closeDialog} />
      <ExportSetup
        opened={dialog === 'export'}
        rows={rows}
        current={current}
        onClose={closeDialog}
      />
      <DocumentDialog />
      <WatchDialog />
      <CameraDialog />
      <JudgingDialog opened={judging} onClose={() => setJudging(null)} />
      <NoticeDialog />
      <AsideDialogs onReading={openReading} />
      {over && <DropVeil more={rows.length > 0} />}
    </>
  )
  if (screen === 'records')
    return (
      <>
        <RecordsView onBack={backToDesk} onOverview={setScreen} />
        {dialogs}
      </>
    )
  if (screen === 'renewals' || screen === 'figures')
    return (
      <>
        {screen === 'figures' ? (
          <FiguresPage onBack={backToDesk} />
        ) : (
          <RenewalsPage onBack={backToDesk} onOpen={openRecord} />
        )}
        {dialogs}
      </>
    )
  return (
    <div className={styles['app']} data-empty={current === null}>
      <div className={styles['head']}>
        <TopBar
          rows={rows}
          onExport={startExport}
          onExportSetup={() => setDialog('export')}
          onReading={openReading}
          onRecords={() => setScreen('records')}
          onProtection={() => setDialog('protection')}
          onOverview={setScreen}
          onJudging={setJudging}
        />
        <HoldBar onReading={openReading} />
        <WalkBar />
      </div>
      {/* Made ready while there is nothing on it, so that the first licenses need not wait for it. */}
      <Activity mode={current === null ? 'hidden' : 'visible'}>
        <ListColumn
          shown={shown}
          total={rows.length}
          selectedId={current?.id ?? null}
          onPath={openPath}
          onLeave={takingOff.leave}
          onLeaveMarked={() => asking.send({ kind: 'remove', bulk })}
          bulk={bulk}
        />
      </Activity>
      {current === null ? (
        deskState.version < 0 ? (
          <Opening />
        ) : (
          <>
            <EmptyView onPath={openPath} />
            <Promises />
          </>
        )
      ) : (
        <>
          <DeskView
            rows={rows}
            current={current}
            takingOff={takingOff}
            controls={controls}
            lineField={lineField}
            onLineField={setLineField}
            onNextLicense={goOn}
          />
          <KeyHints
            state={current.state}
            more={nextToLookAt(rows, current.id) !== null}
            exportable={rows.some((row) => row.record !== null)}
            onKeys={() => setDialog('keys')}
          />
        </>
      )}
      {dialogs}
    </div>
  )
}
