import { useCallback, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { unreachable } from '../../../core/result.ts'
import { clockTimeHere } from '../../api/clock.ts'
import { type Command, isOfDesk } from '../../state/keyboard.ts'
import { pathsIn } from '../../state/pasted-paths.ts'
import { nextToLookAt, rowNamed, rowsOf } from '../../state/rows.ts'
import { useReturnDate, useSession, useToday } from '../../state/session-context.ts'
import { useStore } from '../../state/use-store.ts'
import { EmptyView, Promises } from '../empty/empty-view.tsx'
import { ExportDialog } from '../export/export-dialog.tsx'
import type { ImageControls } from '../image/image-pane.tsx'
import { DropVeil } from '../intake/drop-veil.tsx'
import { PathDialog } from '../intake/path-dialog.tsx'
import { useDrop } from '../intake/use-drop.ts'
import { usePaste } from '../intake/use-paste.ts'
import { KeyHints } from '../keys/key-hints.tsx'
import { KeysDialog } from '../keys/keys-dialog.tsx'
import { useRevealKey } from '../masking/use-reveal-key.ts'
import { ProtectionDialog } from '../protection/protection-dialog.tsx'
import { ReadingDialog } from '../reading/reading-dialog.tsx'
import { FiguresPage } from '../overview/figures-page.tsx'
import { RenewalsPage } from '../overview/renewals-page.tsx'
import { RecordsView } from '../records/records-view.tsx'
import { HoldBar } from '../top-bar/hold-bar.tsx'
import { TopBar } from '../top-bar/top-bar.tsx'
import { JudgingDialog, type JudgingPage } from '../verdict/judging-dialog.tsx'
import styles from './app.module.css'
import { DeskView } from './desk-view.tsx'
import { nextPane } from './next-pane.ts'
import { NoticeDialog } from './notice-dialog.tsx'
import { tell } from '../../parts/tell.ts'
import { useCommands } from './use-commands.ts'
import { useMenu } from './use-menu.ts'

type Screen = 'desk' | 'records' | 'renewals' | 'figures'

export function App() {
  const { t } = useTranslation()
  const { desk, selection, exporting, gate, actions, records } = useSession()
  const today = useToday()
  const deskState = useStore(desk)
  const { rowId } = useStore(selection)
  const returnDate = useReturnDate()
  const rows = useMemo(() => rowsOf(deskState, today, returnDate), [deskState, today, returnDate])
  const current = rowNamed(rows, rowId) ?? rows[0] ?? null
  const [dialog, setDialog] = useState<'none' | 'keys' | 'path' | 'reading' | 'protection'>('none')
  const [judging, setJudging] = useState<JudgingPage | null>(null)
  const [screen, setScreen] = useState<Screen>('desk')
  const controls = useRef<ImageControls | null>(null)
  const closeDialog = () => setDialog('none')
  const backToDesk = useCallback(() => setScreen('desk'), [])

  const goOn = (): boolean => {
    const next = nextToLookAt(rows, current?.id ?? null)
    if (next === null) return false
    selection.send({ kind: 'select', rowId: next.id, grab: true })
    return true
  }
  const startLooking = () => {
    if (current?.state.kind === 'look')
      selection.send({ kind: 'select', rowId: current.id, grab: true })
    else goOn()
  }
  const startExport = () => void actions.startExport(today)
  const run = (command: Command): void => {
    if (isOfDesk(command)) backToDesk()
    switch (command) {
      case 'open-files':
        return void actions.pick('files')
      case 'open-folder':
        return void actions.pick('folder')
      case 'export':
        return startExport()
      case 'next-license':
        void actions.saveDrafts()
        return void goOn()
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
    if (item === 'protection') setDialog('protection')
    else if (item === 'renewals' || item === 'figures') setScreen(item)
    else run(item)
  })
  useRevealKey()

  /** What is taken in is to be seen: nothing stays before it. */
  const clearTheWay = useCallback(() => {
    setDialog('none')
    setJudging(null)
    setScreen('desk')
    exporting.send({ kind: 'closed' })
  }, [exporting])
  const takeFiles = useCallback(
    (files: readonly File[], nameless: 'droppedImage' | 'pastedImage') => {
      clearTheWay()
      void actions.addFiles(files, t(nameless, { time: clockTimeHere() }))
    },
    [actions, clearTheWay, t],
  )
  const over = useDrop(useCallback((files) => takeFiles(files, 'droppedImage'), [takeFiles]))
  usePaste(
    useCallback((files) => takeFiles(files, 'pastedImage'), [takeFiles]),
    useCallback(
      (text) => {
        const paths = pathsIn(text)
        if (paths.length === 0) return tell(t('pastedNothing'))
        clearTheWay()
        void actions.add(paths)
      },
      [actions, clearTheWay, t],
    ),
  )

  const openRecord = (id: string) => {
    void records.open(id)
    setScreen('records')
  }
  const openPath = () => setDialog('path')
  const openReading = () => setDialog('reading')
  const dialogs = (
    <>
      <KeysDialog opened={dialog === 'keys'} onClose={closeDialog} />
      <ReadingDialog opened={dialog === 'reading'} onClose={closeDialog} />
      <ProtectionDialog opened={dialog === 'protection'} onClose={closeDialog} />
      <PathDialog opened={dialog === 'path'} onClose={closeDialog} />
      <JudgingDialog opened={judging} onClose={() => setJudging(null)} />
      <NoticeDialog />
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
          onReading={openReading}
          onRecords={() => setScreen('records')}
          onProtection={() => setDialog('protection')}
          onOverview={setScreen}
          onJudging={setJudging}
        />
        <HoldBar onReading={openReading} />
      </div>
      {current === null ? (
        deskState.version >= 0 && (
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
            controls={controls}
            onNextLicense={goOn}
            onPath={openPath}
          />
          <KeyHints
            state={current.state}
            more={nextToLookAt(rows, current.id) !== null}
            exportable={rows.some((row) => row.record !== null)}
            onKeys={() => setDialog('keys')}
          />
        </>
      )}
      <ExportDialog rows={rows} onLook={startLooking} />
      {dialogs}
    </div>
  )
}
