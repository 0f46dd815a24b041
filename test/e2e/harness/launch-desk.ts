import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { findBrowser } from '../../../build/browser.ts'
import { findElectron } from '../../../build/start/electron-binary.ts'
import type { Settings } from '../../../core/settings/settings.ts'
import { seeNoCanary, seeNoCanaryIn } from '../../fakes/canaries.ts'
import { askDesk } from './ask.ts'
import type { Program, Start } from './program.ts'

export const root = path.resolve(import.meta.dirname, '../../..')

export interface LaunchWish {
  /** Of an earlier start; else a fresh folder where only the language is set. */
  readonly userData?: string
  readonly words?: readonly string[]
  /** Folder of another program than the one that was built. */
  readonly program?: string
  readonly watchedBy?: readonly string[]
}

/** Starts the built program for one test, in Electron where its binary is here; it is gone when the test is over. */
export async function launchDesk(wish: LaunchWish = {}): Promise<Program> {
  const { words = [], watchedBy = [] } = wish
  const userData = wish.userData ?? (await newUserData())
  const program = await start({ root: wish.program ?? root, userData, words, watchedBy })
  onTestFinished(() => program.kill())
  onTestFinished(() => seeNoSecrets(program, userData))
  return program
}

/** Neither on disk nor in what was printed, nor in the page, nor in what the page is told when it asks for all there is. */
async function seeNoSecrets(program: Program, userData: string): Promise<void> {
  await seeNoCanaryIn(userData)
  seeNoCanary(program.said(), 'what the program printed')
  seeNoCanary(JSON.stringify(await program.asked().catch(() => [])), 'a dialog')
  const shown = await told(program).catch(() => [])
  for (const text of shown) seeNoCanary(text, 'the window')
}

/** Rejects where there is no window any more. */
async function told(program: Program): Promise<string[]> {
  const page = program.page()
  const calls = ['desk:snapshot', 'account:read', 'settings:read']
  const answers = await Promise.all(calls.map((channel) => askDesk(page, channel, null)))
  return [await page.content(), JSON.stringify(answers)]
}

/** A folder for one test, with a space and Chinese in its path. */
export async function newFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), '驾照 desk-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

export async function newUserData(
  settings: Partial<Settings> = { language: 'zh' },
): Promise<string> {
  const folder = await newFolder()
  await writeFile(path.join(folder, 'settings.json'), JSON.stringify(settings))
  return folder
}

async function start(wish: Start): Promise<Program> {
  const electron = findElectron(root)
  if (electron !== undefined) {
    const { startInElectron } = await import('./in-electron.ts')
    return startInElectron(electron, wish)
  }
  const browser = findBrowser()
  if (browser === undefined) throw new Error('Install Chromium, Chrome or Edge to run these tests.')
  const { startInStandIn } = await import('./in-stand-in.ts')
  return startInStandIn(browser, wish)
}
