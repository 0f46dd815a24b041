import { userInfo } from 'node:os'
import path from 'node:path'
import { getCACertificates } from 'node:tls'
import {
  app,
  type BrowserWindow,
  ipcMain,
  Menu,
  nativeTheme,
  powerMonitor,
  protocol,
  session,
  shell,
} from 'electron'
import type { EventPayload } from '../core/ipc/contract.ts'
import type { Language, Settings } from '../core/settings/settings.ts'
import { review } from '../core/license/review.ts'
import { fail } from '../core/result.ts'
import { returnDateOf } from '../core/verdict/verdict.ts'
import { languageOf } from '../core/words/language-of.ts'
import { type Words, wordsIn } from '../core/words/words.ts'
import { handOverDecided } from './export/hand-over-decided.ts'
import { createInFlight } from './export/in-flight.ts'
import { sweepDataFolder } from './files/sweep-leftovers.ts'
import { answersOf, doorAnswers } from './ipc/answers.ts'
import { isOwnPage } from './ipc/sender.ts'
import { type Answers, serve } from './ipc/serve.ts'
import { tellTo } from './ipc/tell.ts'
import { type KeptDesk, openKeptDesk } from './desk/kept-desk.ts'
import { localDate } from './clock/local-time.ts'
import { programFiles } from './desk/program-files.ts'
import { EngineHost } from './recognizers/offline/engine-host.ts'
import { createProxiedTransport } from './recognizers/wechat/proxied-transport.ts'
import { realPatience } from './recognizers/wechat/patience.ts'
import { openRecords } from './records/open-records.ts'
import { createAccountStore, type KeptAccount } from './settings/account-store.ts'
import { openKeptFile } from './settings/kept-file.ts'
import { openPlacementFile } from './window/kept-placement.ts'
import { systemSealer } from './settings/sealer.ts'
import { createSettingsStore } from './settings/settings-store.ts'
import { askedPaths } from './window/asked-paths.ts'
import { backgroundOf } from './window/background.ts'
import { systemClipboard } from './window/clipboard.ts'
import { openClipboardWalk } from './window/clipboard-walk.ts'
import { createCameraGate } from './window/camera-gate.ts'
import { createConfirm } from './window/confirm.ts'
import { bringToFront, openDeskWindow } from './window/desk-window.ts'
import { createDialogs } from './window/dialogs.ts'
import { startEngine } from './window/engine-in-utility-process.ts'
import { openFaultLog } from './window/fault-log.ts'
import { watchPage } from './window/fallen-page.ts'
import { createIdleLock } from './window/idle-lock.ts'
import { createImageAnswer } from './window/image-route.ts'
import { createLock } from './window/lock.ts'
import { lockDown } from './window/lock-down.ts'
import { menuTemplate } from './window/menu.ts'
import { createNamedPaths } from './window/named-paths.ts'
import { quiet, quietProgram } from './window/no-way-out.ts'
import { mayOpenOutside } from './window/open-outside.ts'
import { pageScheme } from './ipc/page-address.ts'
import { createPageHandler } from './window/page-protocol.ts'
import { quitCleanly } from './window/quit.ts'
import { reportOf, versionsOf } from './window/report-of.ts'
import { systemTaskbar } from './window/system-taskbar.ts'
import { systemProxy } from './window/system-proxy.ts'
import { tellBatch } from './window/tell-batch.ts'
import { tellDamage } from './window/tell-damage.ts'
import { tellFaults } from './window/tell-faults.ts'
import { tellLeftBehind } from './window/tell-left-behind.ts'
import { tellNoBackup } from './window/tell-no-backup.ts'

// All this has to be said before Electron is ready.
quiet(app.commandLine)
// A field for a date is laid out as the language of the page says, not that of the system.
app.commandLine.appendSwitch('enable-blink-features', 'LangAttributeAwareFormControlUI')
protocol.registerSchemesAsPrivileged([
  {
    scheme: pageScheme,
    privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
  },
])
if (app.requestSingleInstanceLock()) void app.whenReady().then(open)
else app.quit()

/** Builds the program out of its parts. */
async function open(): Promise<void> {
  const now = (): Date => new Date()
  const folder = app.getPath('userData')
  const files = programFiles(app.getAppPath(), app.isPackaged ? process.resourcesPath : undefined)
  let window: BrowserWindow | undefined
  let kept: KeptDesk | undefined

  void sweepDataFolder(folder)
  const settingsFile = openKeptFile<Settings>('settings', folder, now)
  const accountFile = openKeptFile<KeptAccount>('account', folder, now)
  const settings = createSettingsStore(settingsFile.keeper)
  const account = createAccountStore(accountFile.keeper, systemSealer())
  const language = (): Language =>
    languageOf(settings.read().language, app.getPreferredSystemLanguages())
  const words = (): Words => wordsIn(language())
  const dialogs = createDialogs({
    window: () => window,
    words,
    documents: () => app.getPath('documents'),
    today: () => localDate(now()),
  })
  const confirm = createConfirm(dialogs, language)
  const camera = createCameraGate(confirm)
  const log = openFaultLog(path.join(folder, 'logs'), now)
  const onFault = tellFaults({ log, dialogs, words })
  process.on('unhandledRejection', onFault).on('uncaughtException', onFault)

  const engine = new EngineHost(() => startEngine({ program: files.engine, models: files.models }))
  const exports = createInFlight()
  const hurry = new AbortController()
  const lock = createLock({
    pin: () => kept?.pin,
    passphrase: () => kept?.passphrase,
    note: (...done) => kept?.note(...done),
    onError: onFault,
  })
  const isLocked = (): boolean => lock.state().isLocked
  const tell = tellTo(() => window?.webContents, isLocked)
  const idle = createIdleLock({
    minutes: () => settings.read().lockMinutes,
    warn: () => tell('lock:due', null),
    lock: () => lock.lock(),
    now,
  })
  const walk = openClipboardWalk({
    key: () => settings.read().walkKey,
    words,
    isSeen: () => window?.isFocused() ?? false,
    onChange: (view) => tell('walk:changed', view),
  })
  const named = createNamedPaths()
  const onProgress = (progress: EventPayload<'intake:progress'>): void =>
    tell('intake:progress', progress)
  const onRecordsProgress = (progress: EventPayload<'records:progress'>): void =>
    tell('records:progress', progress)
  let deskAnswers: Partial<Answers> = {}
  const recordsFolder = path.join(folder, 'records')
  const records = await openRecords({
    folder: recordsFolder,
    sealer: systemSealer(),
    now,
    onOpen(opened) {
      kept = openKeptDesk({
        opened,
        who: userInfo().username,
        engine,
        exports,
        reading: {
          settings,
          account,
          transport: createProxiedTransport({
            resolveProxy: systemProxy,
            certificates: () => getCACertificates('system'),
          }),
          patience: realPatience,
          onLeftBehind: tellLeftBehind(dialogs, words),
          onQuota: (quota) => tell('quota:changed', quota),
          onHold: (hold) => tell('hold:changed', hold),
        },
        now,
        onWatch: (view) => tell('watch:changed', view),
        onRefused: () => tell('intake:refused', [...(kept?.turnedAway.all() ?? [])]),
        onRecordsProgress,
        onError: onFault,
        onNoBackup: tellNoBackup(dialogs, words),
      })
      const { desk, turnedAway } = kept
      desk.onChange((change) => tell('desk:changed', change))
      const hearBatch = tellBatch({
        taskbar: systemTaskbar(() => window),
        words,
        isReady: (record) => {
          const context = { today: localDate(now()), ...returnDateOf(settings.read().purpose) }
          return review(record, context).items.length === 0
        },
        now: () => performance.now(),
      })
      desk.onChange(hearBatch)
      deskAnswers = answersOf({
        ...kept,
        settings,
        account,
        isLocked,
        confirm,
        camera,
        platform: process.platform,
        onError: onFault,
        pick: dialogs.pick,
        askWhere: dialogs.askWhere,
        askWherePerson: dialogs.askWherePerson,
        askExportFolder: dialogs.askExportFolder,
        askFolder: dialogs.askFolder,
        fileOfDay: dialogs.fileOfDay,
        clipboard: systemClipboard,
        walk,
        onDecided: handOverDecided({
          ...kept,
          noteExport: (count) => desk.noteExport(count),
          folder: () => settings.read().handoverFolder,
          onFailed: (outcome) => tell('handover:failed', outcome),
          onError: onFault,
        }),
        askWhereTable: dialogs.askWhereTable,
        onRecordsProgress,
        onWalked: (walked) => tell('people:walked', walked),
        reveal: (file) => shell.showItemInFolder(file),
        samplesFolder: files.samples,
        onProgress,
        now,
      })
      lock.lock()
      kept.start()
      const tellRefused = (): void => tell('intake:refused', [...turnedAway.all()])
      named.takeTo((paths) => void desk.add(paths, onProgress).then(tellRefused))
    },
    onShut() {
      kept = undefined
      deskAnswers = {}
    },
    onError: onFault,
  })
  const door = doorAnswers({
    settings,
    confirm,
    isLocked,
    lock,
    vault: records,
    note: (...done) => kept?.note(...done),
    onError: onFault,
    onActive: idle.active,
    leaveNow: () => hurry.abort(),
    versions: () => versionsOf(app.getVersion()),
    notices: files.notices,
    report: () =>
      reportOf({
        version: app.getVersion(),
        now: now(),
        settings: settings.read(),
        hasPin: lock.state().hasPin,
        account: account.view(),
        records: records.state().kind,
        desk: kept?.desk.snapshot(),
        faultLog: log.file,
      }),
    askWhereReport: dialogs.askWhereReport,
    reveal: (file) => shell.showItemInFolder(file),
  })
  lock.onChange((state) => {
    tell('lock:changed', state)
    kept?.onLock(state.isLocked)
    if (state.isLocked) void walk.move('end')
    if (state.isLocked) camera.close()
    idle.begin()
  })
  serve({
    server: ipcMain,
    isTrusted: isOwnPage,
    isLocked,
    answers: () => ({ ...door, ...deskAnswers }),
    onError: onFault,
  })

  await quietProgram(app)
  await lockDown(app, session.defaultSession, {
    openOutside(url) {
      if (mayOpenOutside(url)) void shell.openExternal(url)
    },
    maySee: () => camera.isOpen(),
  })
  const image = createImageAnswer(
    (...asked) => kept?.image(...asked) ?? Promise.resolve(recordsAreShut),
    isLocked,
  )
  protocol.handle(pageScheme, createPageHandler({ folder: files.page, image }))

  const dress = (): void => {
    nativeTheme.themeSource = settings.read().appearance
    window?.setBackgroundColor(backgroundOf(nativeTheme.shouldUseDarkColors))
    const menu = menuTemplate(process.platform, words(), (item) => tell('menu:chosen', { item }))
    Menu.setApplicationMenu(Menu.buildFromTemplate(menu))
  }
  const enlarge = (): void => window?.webContents.setZoomFactor(settings.read().textSize / 100)
  dress()
  settings.onChange(dress)
  settings.onChange(enlarge)
  settings.onChange(idle.begin)
  powerMonitor.on('suspend', idle.leave).on('lock-screen', idle.leave).on('resume', idle.wake)

  window = openDeskWindow({
    preload: files.preload,
    title: words()('window:title'),
    background: backgroundOf(nativeTheme.shouldUseDarkColors),
    placements: openPlacementFile(folder),
    devTools: !app.isPackaged,
  })
  window.webContents.on('did-finish-load', enlarge)
  watchPage(window.webContents, {
    onFall: (reason) => log.write(`page ${reason}`, undefined),
    sayReloaded: () => void dialogs.say({ kind: 'warning', message: words()('window:pageFell') }),
    ask: () =>
      dialogs.say({
        kind: 'error',
        message: words()('window:pageFellAgain'),
        button: words()('window:reload'),
      }),
  })
  tellDamage({ settings: settingsFile.found, account: accountFile.found }, dialogs, words())

  const add = (line: readonly string[], workingFolder: string): void =>
    named.come(askedPaths(line, app.isPackaged ? 1 : 2, workingFolder))
  add(process.argv, process.cwd())
  app.on('second-instance', (_event, line, workingFolder) => {
    if (window !== undefined) bringToFront(window)
    add(line, workingFolder)
  })
  app.on('window-all-closed', () => app.quit())
  const tellLeaving = (): void => {
    const calls = kept?.desk.callsOut() ?? 0
    if (calls > 0) tell('program:leaving', { calls })
  }
  quitCleanly(app, window, async () => {
    kept?.desk.onChange(tellLeaving)
    tellLeaving()
    await walk.move('end')
    await exports.settled(5000)
    await kept?.close(hurry.signal)
    engine.close()
    await records.close()
  })
}

const recordsAreShut = fail({ kind: 'missing', message: 'the records are shut' } as const)
