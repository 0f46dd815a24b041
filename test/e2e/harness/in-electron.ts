import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { _electron } from 'playwright-core'
import type { DialogAnswer, DialogAsk, Notice } from '../../stand-in/calls.ts'
import { patience } from './patience.ts'
import type { Program, Start } from './program.ts'

declare global {
  /** In Electron's main process, put there by `meet-dialogs.cjs`. */
  var dialogsOfTest: {
    readonly asked: DialogAsk[]
    readonly settled: { readonly kind: DialogAsk['kind']; readonly answer: DialogAnswer }[]
    readonly outside: string[]
    readonly keys: Record<string, (() => void) | undefined>
    readonly notices: Notice[]
  }
}

/** Starts the program in real Electron and waits for its window. */
export async function startInElectron(
  electron: string,
  { root, userData, words }: Start,
): Promise<Program> {
  const own = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const argsWith = (asked: readonly string[]): string[] => [
    ...own,
    root,
    `--user-data-dir=${userData}`,
    ...asked,
  ]
  const dialogs = path.join(import.meta.dirname, 'meet-dialogs.cjs')
  const running = await _electron.launch({
    executablePath: electron,
    args: argsWith(words),
    timeout: patience,
    env: { ...process.env, NODE_OPTIONS: `--require "${dialogs}"` },
  })
  const child = running.process()
  const { pid } = child
  if (pid === undefined) throw new Error('the program has no process')
  let said = ''
  const hear = (text: string): void => {
    said += text
  }
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', hear)
  running.context().on('console', (message) => hear(message.text()))
  const ended = once(child, 'exit').then(([code]) => (typeof code === 'number' ? code : 1))
  running.context().setDefaultTimeout(patience)
  await (await running.firstWindow({ timeout: patience })).waitForLoadState()

  return {
    pid,
    page() {
      const page = running.windows().find((window) => !window.isClosed())
      if (page === undefined) throw new Error('there is no window')
      return page
    },
    asked: () => running.evaluate(() => globalThis.dialogsOfTest.asked),
    answer: (kind, answer) =>
      running.evaluate((_main, settled) => void globalThis.dialogsOfTest.settled.push(settled), {
        kind,
        answer,
      }),
    openedOutside: () => running.evaluate(() => globalThis.dialogsOfTest.outside),
    said: () => said,
    enginePid: () =>
      running.evaluate(
        ({ app }) => app.getAppMetrics().find(({ name }) => name === 'LicenseDesk engine')?.pid,
      ),
    crashPage: () =>
      running.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
      ),
    quit: () => running.evaluate(({ app }) => setImmediate(() => app.quit())).then(() => undefined),
    closeWindow: () =>
      running.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close()),
    clipboard: () =>
      running.evaluate(async ({ clipboard }) => {
        const [item] = await clipboard.read()
        const types = item?.types ?? []
        const texts = types
          .filter((type) => type.startsWith('text/'))
          .map(async (type) => {
            const blob = await item?.getType(type)
            return [type, blob instanceof Blob ? await blob.text() : ''] as const
          })
        return Object.fromEntries(await Promise.all(texts))
      }),
    copyElsewhere: (text) =>
      running.evaluate(({ clipboard }, given) => clipboard.writeText(given), text),
    pressAnywhere: (key) =>
      running.evaluate((_main, pressed) => {
        const press = globalThis.dialogsOfTest.keys[pressed]
        press?.()
        return press !== undefined
      }, key),
    notices: () => running.evaluate(() => globalThis.dialogsOfTest.notices),
    power: (event) =>
      running.evaluate(({ powerMonitor }, told) => void powerMonitor.emit(told), event),
    loseWindow: () =>
      running.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.destroy()),
    async startAgain(again) {
      const [code] = await once(spawn(electron, argsWith(again), { stdio: 'ignore' }), 'exit')
      return typeof code === 'number' ? code : 1
    },
    ended,
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
  }
}
