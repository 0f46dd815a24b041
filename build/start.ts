import path from 'node:path'
import { findBrowser } from './browser.ts'
import { readStart } from './start/arguments.ts'
import { cannotOpen, hasNoDisplay } from './start/display.ts'
import { fetchElectron, findElectron } from './start/electron-binary.ts'
import { isBuilt } from './start/freshness.ts'
import { startWords } from './start/words.ts'

const root = path.resolve(import.meta.dirname, '..')

/** Builds what is out of date and opens the program: in Electron, else in a browser window. */
async function start(): Promise<number> {
  const wish = readStart(process.argv.slice(2))
  if (hasNoDisplay()) return stop(startWords.noDisplay('npm start'))
  if (!(await build())) return 1
  const electron = findElectron(root) ?? fetched()
  if (electron !== undefined) {
    const { openInElectron } = await import('./start/in-electron.ts')
    return openInElectron(electron, root, wish)
  }
  const browser = findBrowser()
  if (browser === undefined) return stop(startWords.noBrowser)
  console.log(startWords.standIn(browser))
  const { openInStandIn } = await import('./start/in-stand-in.ts')
  return openInStandIn(browser, root, wish).catch((error: unknown) => {
    console.error(startWords.smokeFailed, error)
    return 1
  })
}

async function build(): Promise<boolean> {
  if (isBuilt(root)) return true
  console.log(startWords.building)
  try {
    const { buildProgram } = await import('./start/build.ts')
    await buildProgram(root)
    return true
  } catch (error) {
    console.error(startWords.buildFailed, error)
    return false
  }
}

function fetched(): string | undefined {
  return fetchElectron(root, Date.now(), () => console.log(startWords.fetching))
}

function stop(why: string): number {
  console.error(why)
  return cannotOpen
}

process.exitCode = await start()
