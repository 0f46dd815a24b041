import { type ChildProcess, fork } from 'node:child_process'
import type { BrowserContext, Page } from 'playwright-core'
import type { BrowserCalls, DialogAnswer, DialogAsk, ProgramCalls, WindowWish } from '../calls.ts'
import { connect, type Link } from '../link.ts'
import { type StandInStart, startVariable } from '../program/start.ts'
import { openBrowser, type OpenBrowserOptions, type ShownBrowser } from './open-browser.ts'
import { PageWindow } from './page-window.ts'
import { answerRequests } from './requests.ts'
import { takeLock } from './single-instance.ts'

export interface LaunchOptions extends OpenBrowserOptions {
  /** Root of the built program. */
  readonly appFolder: string
  readonly userData: string
  readonly screen?: { readonly width: number; readonly height: number }
  readonly answerDialog: (ask: DialogAsk, page: Page | undefined) => Promise<DialogAnswer>
  readonly openOutside?: (url: string) => void
  readonly reveal?: (path: string) => void
  /** Words of a command that starts the program and watches it; the process stays the same. */
  readonly watchedBy?: readonly string[]
  /** Hears what the program and its engine print; else that goes where this process prints. */
  readonly onOutput?: (text: string) => void
}

/** The program as it runs in the stand-in. */
export interface StandIn {
  readonly context: BrowserContext
  readonly process: ChildProcess
  readonly program: Link<ProgramCalls>
  /** The page of the first window, when it is loaded. */
  firstWindow(): Promise<Page>
  /** The page that the first window shows now: another one after a crash. */
  currentPage(): Page
  /** Resolves to the exit code when the program has ended and the browser is closed. */
  readonly ended: Promise<number>
  /** As the person would: the program may refuse. */
  quit(): Promise<number>
}

/** Starts the built program with the stand-in in Electron's place, and a browser for its window. */
export async function launch(options: LaunchOptions): Promise<StandIn> {
  const lock = await takeLock(options.userData)
  let shown: ShownBrowser | undefined
  let scheme: Parameters<ShownBrowser['setColorScheme']>[0] = 'system'
  const opened = Promise.withResolvers<void>()
  const windows = new Map<number, PageWindow>()
  const first = Promise.withResolvers<Page>()
  first.promise.catch(() => undefined)
  const child = startProgram(options, !lock.isFirst)
  const program = connect<ProgramCalls>(portOf(child), browserCalls())
  lock.onSecond((second) => void program.ask('secondInstance', second))
  const ended = new Promise<number>((resolve) => {
    child.once('exit', (code) => {
      first.reject(new Error(`the program ended with ${code} before it showed a window`))
      if (!lock.isFirst)
        lock.handOver([child.spawnargs[0] ?? '', 'main.js', ...(options.args ?? [])], process.cwd())
      const over = (): void => resolve(code ?? 1)
      void Promise.allSettled([shown?.close(), lock.release()]).then(over)
    })
  })
  if (lock.isFirst)
    await Promise.race([opened.promise, ended]).catch(async (error: unknown) => {
      child.kill()
      await ended
      throw error
    })

  return {
    get context() {
      if (shown === undefined) throw new Error('a second start shows nothing')
      return shown.context
    },
    process: child,
    program,
    firstWindow: () => first.promise,
    currentPage() {
      const [window] = windows.values()
      if (window === undefined) throw new Error('there is no window')
      return window.page
    },
    ended,
    async quit() {
      await program.ask('quit', undefined).catch(() => undefined)
      return ended
    },
  }

  function browserCalls(): BrowserCalls {
    const windowBy = (id: number): PageWindow => {
      const window = windows.get(id)
      if (window === undefined) throw new Error('there is no such window')
      return window
    }
    return {
      async openWindow(wish) {
        const browser = await show(wish)
        await browser.setPermissions(wish.permissions)
        const newPage = (): Promise<Page> => browser.newPage(wish)
        const { context } = browser
        const { isVisible } = options
        const window = await PageWindow.open({ context, program, wish, isVisible, newPage })
        windows.set(wish.window, window)
      },
      async load({ window, url }) {
        await windowBy(window).load(url)
        first.resolve(windowBy(window).page)
      },
      closeWindow: async ({ window }) => {
        const closing = windowBy(window)
        windows.delete(window)
        await closing.close()
      },
      focusWindow: ({ window }) => windowBy(window).focus(),
      zoom: ({ window, factor }) => windowBy(window).zoom(factor),
      send: ({ window, channel, args }) => windowBy(window).send(channel, args),
      dialog: (ask) => options.answerDialog(ask, [...windows.values()][0]?.page),
      openOutside: async ({ url }) => options.openOutside?.(url),
      reveal: async ({ path }) => options.reveal?.(path),
      permissions: async ({ granted }) => shown?.setPermissions(granted),
      async colorScheme({ scheme: wished }) {
        scheme = wished
        await shown?.setColorScheme(wished)
      },
    }
  }

  /** The browser, opened with the first window: the program has told by then what it may do. */
  async function show({ network }: WindowWish): Promise<ShownBrowser> {
    if (shown !== undefined) return shown
    shown = await openBrowser(options, network).catch((error: unknown) => {
      opened.reject(error)
      throw error
    })
    await shown.setColorScheme(scheme)
    await answerRequests(shown.context, program, windows)
    shown.context.on('page', (page) => void refuseUnasked(page))
    opened.resolve()
    return shown
  }

  /** Pages that no window asked for come from `window.open` or a link: nobody sees them. */
  async function refuseUnasked(page: Page): Promise<void> {
    if ((await shown?.isOurs(page)) === false) await page.close().catch(() => undefined)
  }
}

function startProgram(options: LaunchOptions, isSecond: boolean): ChildProcess {
  const { appFolder, userData, languages, onOutput, watchedBy = [] } = options
  const { screen = { width: 1600, height: 1000 } } = options
  const start: StandInStart = { appFolder, userData, languages, dark: false, isSecond, screen }
  const [execPath, ...words] = [...watchedBy, process.execPath]
  const child = fork(`${appFolder}/dist/main/main.js`, [...(options.args ?? [])], {
    cwd: appFolder,
    silent: onOutput !== undefined,
    serialization: 'advanced',
    execPath,
    execArgv: [
      ...words,
      '--enable-source-maps',
      '--import',
      new URL('../program/hooks.ts', import.meta.url).href,
    ],
    env: { ...process.env, [startVariable]: JSON.stringify(start) },
  })
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => onOutput?.(text))
  return child
}

const portOf = (child: ChildProcess): Parameters<typeof connect>[0] => ({
  send: (message) => {
    // Where it is being ended, that is told when it has ended.
    if (child.connected) child.send(message, () => undefined)
  },
  listen: (listener) => {
    child.on('message', listener)
  },
})
