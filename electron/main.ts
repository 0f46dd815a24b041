import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { getCACertificates } from 'node:tls'
import {
  app,
  type BrowserWindow,
  ipcMain,
  Menu,
  nativeTheme,
  protocol,
  session,
  shell,
} from 'electron'
import type { Settings } from '../core/settings/settings.ts'
import { createDesk } from './desk.ts'
import { answersOf } from './ipc/answers.ts'
import { isOwnPage } from './ipc/sender.ts'
import { serve } from './ipc/serve.ts'
import { tellTo } from './ipc/tell.ts'
import { localDate } from './local-time.ts'
import { programFiles } from './program-files.ts'
import { EngineHost } from './recognizers/offline/engine-host.ts'
import {
  createOfflineRecognizer,
  createPrepare,
  createPreview,
} from './recognizers/offline/offline.ts'
import { createProxiedTransport } from './recognizers/wechat/proxied-transport.ts'
import { realPatience } from './recognizers/wechat/patience.ts'
import { createReadingChoice } from './reading-choice.ts'
import { createAccountStore, type KeptAccount } from './settings/account-store.ts'
import { openKeptFile } from './settings/kept-file.ts'
import { openPlacementFile } from './settings/kept-placement.ts'
import { systemSealer } from './settings/sealer.ts'
import { createSettingsStore } from './settings/settings-store.ts'
import { createKeptLedger, type KeptDays } from './store/kept-ledger.ts'
import { createMemoryStore } from './store/memory-store.ts'
import { askedPaths } from './window/asked-paths.ts'
import { backgroundOf } from './window/background.ts'
import { bringToFront, openDeskWindow } from './window/desk-window.ts'
import { createDialogs } from './window/dialogs.ts'
import { startEngine } from './window/engine-in-utility-process.ts'
import { openFaultLog } from './window/fault-log.ts'
import { watchPage } from './window/fallen-page.ts'
import { noteExports } from './window/export-notes.ts'
import { createImageAnswer } from './window/image-route.ts'
import { languageOf } from './window/language.ts'
import { lockDown } from './window/lock-down.ts'
import { menuTemplate } from './window/menu.ts'
import { mayOpenOutside } from './window/open-outside.ts'
import { pageScheme } from './window/page-address.ts'
import { createPageHandler } from './window/page-protocol.ts'
import { rememberPreviews } from './window/preview-cache.ts'
import { createInFlight, quitCleanly } from './window/quit.ts'
import { tellDamage } from './window/tell-damage.ts'
import { tellFaults } from './window/tell-faults.ts'
import { tellLeftBehind } from './window/tell-left-behind.ts'
import { type WindowWords, windowWords } from './window/words.ts'

// Both have to be said before Electron is ready.
protocol.registerSchemesAsPrivileged([
  { scheme: pageScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
])
if (app.requestSingleInstanceLock()) void app.whenReady().then(open)
else app.quit()

/** Builds the program out of its parts. */
function open(): void {
  const now = (): Date => new Date()
  const folder = app.getPath('userData')
  const files = programFiles(app.getAppPath(), app.isPackaged ? process.resourcesPath : undefined)
  let window: BrowserWindow | undefined

  const settingsFile = openKeptFile<Settings>('settings', folder, now)
  const accountFile = openKeptFile<KeptAccount>('account', folder, now)
  const quotaFile = openKeptFile<KeptDays>('quota', folder, now)
  const settings = createSettingsStore(settingsFile.keeper)
  const account = createAccountStore(accountFile.keeper, systemSealer())
  const words = (): WindowWords =>
    windowWords[languageOf(settings.read().language, app.getPreferredSystemLanguages())]
  const dialogs = createDialogs({
    window: () => window,
    words,
    documents: () => app.getPath('documents'),
    today: () => localDate(now()),
  })
  const log = openFaultLog(path.join(folder, 'logs'), now)
  const onFault = tellFaults({ log, dialogs, words })
  process.on('unhandledRejection', onFault).on('uncaughtException', onFault)

  const engine = new EngineHost(() => startEngine({ program: files.engine, models: files.models }))
  const tell = tellTo(() => window?.webContents)
  const reading = createReadingChoice({
    settings,
    account,
    offline: createOfflineRecognizer(engine),
    prepare: createPrepare(engine),
    transport: createProxiedTransport({
      resolveProxy: (url) => session.defaultSession.resolveProxy(url),
      certificates: () => getCACertificates('system'),
    }),
    patience: realPatience,
    ledger: createKeptLedger(quotaFile.keeper),
    now,
    onLeftBehind: tellLeftBehind(dialogs, words),
    onQuota: (quota) => tell('quota:changed', quota),
    onHold: (hold) => tell('hold:changed', hold),
  })
  const desk = createDesk({
    jobs: createMemoryStore(),
    records: createMemoryStore(),
    recognizer: () => reading.recognizer(),
    takesAddresses: () => reading.takesAddresses(),
    concurrency: () => reading.atOnce(),
    preview: createPreview(engine),
    now,
    newId: randomUUID,
  })
  const notes = noteExports(desk)
  const exports = createInFlight()
  desk.onChange((change) => tell('desk:changed', change))
  serve({
    server: ipcMain,
    isTrusted: isOwnPage,
    onError: onFault,
    answers: answersOf({
      desk: { ...desk, exportCsv: (wish) => exports.track(notes.exportCsv(wish)) },
      settings,
      account,
      reading,
      pick: dialogs.pick,
      askWhere: dialogs.askWhere,
      reveal: (file) => shell.showItemInFolder(file),
      samplesFolder: files.samples,
      onProgress: (progress) => tell('intake:progress', progress),
    }),
  })

  lockDown(app, session.defaultSession, (url) => {
    if (mayOpenOutside(url)) void shell.openExternal(url)
  })
  const image = createImageAnswer(rememberPreviews((...asked) => desk.preview(...asked)))
  protocol.handle(pageScheme, createPageHandler({ folder: files.page, image }))

  const dress = (): void => {
    nativeTheme.themeSource = settings.read().appearance
    window?.setBackgroundColor(backgroundOf(nativeTheme.shouldUseDarkColors))
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(process.platform, words())))
  }
  dress()
  settings.onChange(dress)

  window = openDeskWindow({
    preload: files.preload,
    title: words().title,
    background: backgroundOf(nativeTheme.shouldUseDarkColors),
    placements: openPlacementFile(folder),
    devTools: !app.isPackaged,
  })
  watchPage(window.webContents, {
    onFall: (reason) => log.write(`page ${reason}`, undefined),
    sayReloaded: () => void dialogs.say({ kind: 'warning', message: words().pageFell }),
    ask: () =>
      dialogs.say({ kind: 'error', message: words().pageFellAgain, button: words().reload }),
  })
  tellDamage(
    { settings: settingsFile.found, account: accountFile.found, quota: quotaFile.found },
    dialogs,
    words(),
  )

  const add = (line: readonly string[], workingFolder: string): void => {
    const paths = askedPaths(line, app.isPackaged ? 1 : 2, workingFolder)
    if (paths.length > 0) void desk.add(paths, (progress) => tell('intake:progress', progress))
  }
  add(process.argv, process.cwd())
  app.on('second-instance', (_event, line, workingFolder) => {
    if (window !== undefined) bringToFront(window)
    add(line, workingFolder)
  })
  app.on('window-all-closed', () => app.quit())
  quitCleanly(app, window, {
    async mayLeave() {
      const { unexported, unexportedDetail, leave, stay } = words()
      const count = notes.unexported()
      // Without a window there is nothing to stay for; it may also vanish while the question stands.
      const isGone = (): boolean => window?.isDestroyed() ?? true
      if (count === 0 || isGone()) return true
      const question = { message: unexported(count), detail: unexportedDetail }
      return (await dialogs.confirm({ ...question, yes: leave, no: stay })) || isGone()
    },
    async drain() {
      desk.cancel()
      await exports.settled(5000)
      engine.close()
    },
  })
}
