import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { findBrowser } from '../../../build/browser.ts'
import { launch } from '../../stand-in/browser/launch.ts'

/** Does something with a folder on the disk of temporary files, and removes it. */
export async function inFolder<Value>(act: (folder: string) => Promise<Value>): Promise<Value> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'desk-bench-'))
  try {
    return await act(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Opens the built program in a browser, does something with its window, and ends it. */
export async function inWindow<Value>(
  program: string,
  userData: string,
  act: (page: Page) => Promise<Value>,
): Promise<Value> {
  const browser = findBrowser()
  if (browser === undefined) throw new Error('Install Chromium, Chrome or Edge to measure this.')
  await writeFile(path.join(userData, 'settings.json'), JSON.stringify({ language: 'zh' }))
  const standIn = await launch({
    appFolder: program,
    userData,
    browser,
    isVisible: false,
    languages: ['zh-CN'],
    answerDialog: async () => ({}),
    onOutput: (text) => void process.stderr.write(text),
  })
  try {
    return await act(await standIn.firstWindow())
  } finally {
    await standIn.quit()
  }
}

/** Begins to note each task of the page's main thread that takes longer than 50 ms. */
export const noteLongTasks = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const noted: { start: number; ms: number }[] = []
    Reflect.set(window, 'longTasks', noted)
    new PerformanceObserver((list) =>
      noted.push(
        ...list.getEntries().map(({ startTime, duration }) => ({ start: startTime, ms: duration })),
      ),
    ).observe({ type: 'longtask' })
  })

/** In milliseconds, without what the stand-in halted the page for. */
export const longTasksIn = (page: Page): Promise<readonly number[]> =>
  page.evaluate(() => {
    const noted: readonly { start: number; ms: number }[] = Reflect.get(window, 'longTasks')
    const halts = performance.getEntriesByName('stand-in looks up paths')
    return noted.map(({ start, ms }) =>
      halts
        .filter(({ startTime }) => startTime >= start && startTime < start + ms)
        .reduce((left, { duration }) => left - duration, ms),
    )
  })
