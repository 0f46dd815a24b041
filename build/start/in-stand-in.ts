import os from 'node:os'
import path from 'node:path'
import { launch } from '../../test/stand-in/browser/launch.ts'
import { askPerson } from '../../test/stand-in/person/ask-person.ts'
import { openForPerson, revealForPerson } from '../../test/stand-in/person/open-for-person.ts'
import { printable } from '../../electron/cli/display-width.ts'
import type { StartWish } from './arguments.ts'
import { seeFirstScreen } from './first-screen.ts'
import { ownUserData, userDataFolder } from './user-data.ts'
import { startWords } from './words.ts'

/** Opens the built program in a window of an installed browser; returns its exit code when it has ended. */
export async function openInStandIn(
  browser: string,
  root: string,
  { smoke, words }: StartWish,
): Promise<number> {
  const userData = userDataOf(words) ?? userDataFolder('LicenseDesk')
  const problem = ownUserData(userData)
  if (problem !== undefined) {
    console.error(startWords[problem.kind](printable(problem.path)))
    return 1
  }
  console.log(startWords.noKeyStore)
  const standIn = await launch({
    appFolder: root,
    userData,
    args: words,
    browser,
    isVisible: true,
    languages: [Intl.DateTimeFormat().resolvedOptions().locale],
    answerDialog: askPerson,
    openOutside: openForPerson,
    reveal: revealForPerson,
  })
  const leave = (): void => void standIn.quit()
  process.once('SIGINT', leave).once('SIGTERM', leave)
  if (smoke === undefined) return standIn.ended
  try {
    await seeFirstScreen(await standIn.firstWindow(), smoke.picture)
  } finally {
    await standIn.quit()
  }
  return standIn.ended
}

/** The same switch that Electron knows. */
function userDataOf(words: readonly string[]): string | undefined {
  const start = '--user-data-dir='
  const given = words.find((word) => word.startsWith(start))?.slice(start.length)
  return given === undefined ? undefined : path.resolve(given.replace(/^~(?=\/)/, os.homedir()))
}
