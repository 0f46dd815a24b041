import { launch, type LaunchOptions } from '../../stand-in/browser/launch.ts'
import { createDialogPerson } from './dialog-person.ts'
import { descendantsOf } from './processes.ts'
import type { Program, Start } from './program.ts'

/** Starts the program in a headless browser and waits for its window. */
export async function startInStandIn(
  browser: string,
  { root, userData, words, watchedBy = [] }: Start,
): Promise<Program> {
  const person = createDialogPerson()
  const outside: string[] = []
  let said = ''
  const hear = (text: string): void => {
    said += text
  }
  const options: LaunchOptions = {
    appFolder: root,
    userData,
    args: words,
    watchedBy,
    browser,
    isVisible: false,
    languages: ['zh-CN'],
    answerDialog: async (ask) => person.meet(ask),
    openOutside: (url) => void outside.push(url),
    onOutput: (text) => {
      hear(text)
      process.stderr.write(text)
    },
  }
  const standIn = await launch(options)
  standIn.context.on('console', (message) => hear(message.text()))
  await standIn.firstWindow()
  const pid = standIn.process.pid
  if (pid === undefined) throw new Error('the program has no process')

  return {
    pid,
    page: () => standIn.currentPage(),
    asked: async () => person.asked,
    answer: async (kind, answer) => person.answer(kind, answer),
    openedOutside: async () => outside,
    said: () => said,
    enginePid: async () =>
      descendantsOf(pid).find(({ command }) => command.includes('engine-process.js'))?.pid,
    async crashPage() {
      const session = await standIn.context.newCDPSession(standIn.currentPage())
      // The process that should answer is gone.
      session.send('Page.crash').catch(() => undefined)
    },
    quit: async () => void standIn.quit(),
    closeWindow: () => standIn.currentPage().close({ runBeforeUnload: true }),
    clipboard: () => standIn.program.ask('clipboard', null),
    copyElsewhere: (text) => standIn.program.ask('copiedElsewhere', { text }),
    pressAnywhere: (key) => standIn.program.ask('pressAnywhere', { key }),
    notices: () => standIn.program.ask('notices', null),
    power: (event) => standIn.program.ask('power', { event }),
    loseWindow: () => standIn.currentPage().close(),
    startAgain: async (again) => (await launch({ ...options, args: again })).ended,
    ended: standIn.ended,
    async kill() {
      standIn.process.kill('SIGKILL')
      await standIn.ended
    },
  }
}
