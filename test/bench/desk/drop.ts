import { copyFile, mkdir } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { recordWith } from '../../core/license/sample.ts'
import { dropFiles } from '../../e2e/harness/drop-files.ts'
import { toldProgramIn } from '../../e2e/harness/told-engine-in.ts'
import { samplesFolder } from '../../fixtures/samples.ts'
import { type Figure, percent, quantile, told } from '../figures.ts'
import { withProgress } from '../progress.ts'
import { type MainThreadWork, traceMainThread } from './main-thread.ts'
import { inFolder, inWindow, longTasksIn, noteLongTasks } from './open-window.ts'

const files = 1_000
const bars = { rows: 200, task: 50 }
const drops = 3

const ms = (value: number): string => `${value.toFixed(0)} ms`

/**
 * Drops a folder of 1,000 images. Without the time for which the stand-in halts the page to look up the path of what is
 * dropped, which Electron knows at once. The engine in the place of the real one says at once what it is told, so that the window
 * hears of far more in a second than it ever will.
 */
export const dropFigures = (): Promise<Figure[]> =>
  withProgress('dropping', drops + 1, async (progress) => {
    const seen: Seen[] = []
    for (let drop = 0; drop < drops; drop += 1) {
      seen.push(await inFolder((folder) => dropIn(folder, seenOf)))
      progress.step()
    }
    const work = await inFolder((folder) => dropIn(folder, workOf))
    progress.step()
    const rows = quantile(
      seen.map(({ firstRows }) => firstRows),
      0.5,
    )
    const task = Math.max(...seen.map(({ longest }) => longest))
    return [
      {
        name: `${files} files dropped: first rows (median of ${drops})`,
        measured: ms(rows),
        bar: `≤ ${ms(bars.rows)}`,
        passed: rows <= bars.rows,
      },
      {
        name: `${files} files dropped and read: longest task of the page`,
        measured: task === 0 ? '< 50 ms' : ms(task),
        bar: `≤ ${ms(bars.task)}`,
        passed: task <= bars.task,
      },
      told('the most that a task took of the processor', ms(Math.max(...work.spent))),
      told('how much of their time tasks waited for a processor', percent(work.waited)),
    ]
  })

interface Seen {
  /** From the drop to the first rows on the screen. */
  readonly firstRows: number
  /** Longest task of the main thread, until all were read; 0 where none took 50 ms. */
  readonly longest: number
}

/** Drops the folder, and waits until all is read. */
type Drop = () => Promise<void>

async function seenOf(page: Page, drop: Drop): Promise<Seen> {
  await noteLongTasks(page)
  await noteFirstRows(page)
  await drop()
  return {
    firstRows: Number(await page.evaluate(() => Reflect.get(window, 'firstRows'))),
    longest: Math.max(0, ...(await longTasksIn(page)).filter((task) => task > bars.task)),
  }
}

/** Apart from the others: tracing takes time of its own. */
async function workOf(page: Page, drop: Drop): Promise<MainThreadWork> {
  const endTrace = await traceMainThread(page, 'task')
  await drop()
  return endTrace()
}

async function dropIn<Measured>(
  folder: string,
  measure: (page: Page, drop: Drop) => Promise<Measured>,
): Promise<Measured> {
  const names = Array.from({ length: files }, (_, index) => `扫描 ${index + 1}.jpg`)
  const images = path.join(folder, '图片')
  await mkdir(images)
  for (const name of names)
    await copyFile(path.join(samplesFolder, '前台拍照3.jpg'), path.join(images, name))
  const { reading } = recordWith()
  const clear = { kind: 'readings', readings: [reading] } as const
  const program = await toldProgramIn(
    path.join(folder, 'program'),
    Object.fromEntries(names.map((name) => [name, clear])),
  )
  return inWindow(program, await userDataIn(folder), async (page) => {
    await page.getByText('把驾驶证图片拖到这里').waitFor()
    // What waits for things in the page is put into it before.
    await page.waitForFunction(() => true)
    return measure(page, async () => {
      await dropFiles(page, [images])
      await page.waitForFunction(
        (all) =>
          [...document.querySelectorAll('[data-pane=top] button')].some(
            ({ textContent }) => textContent.includes(all) && textContent.includes('可导出'),
          ),
        String(files),
        // Looking more often would take from the page the time that is measured.
        { polling: 500, timeout: 300_000 },
      )
    })
  })
}

async function userDataIn(folder: string): Promise<string> {
  const userData = path.join(folder, 'user data')
  await mkdir(userData)
  return userData
}

/** Notes when the first rows are painted after a drop. */
const noteFirstRows = (page: Page): Promise<void> =>
  page.evaluate(() => {
    addEventListener(
      'drop',
      () => {
        const start = performance.now()
        const look = (): void => {
          if (document.querySelector('[role=option]') === null)
            return void requestAnimationFrame(look)
          // Once they are painted.
          requestAnimationFrame(() => {
            const halted = performance
              .getEntriesByName('stand-in looks up paths')
              .reduce((sum, { duration }) => sum + duration, 0)
            Reflect.set(window, 'firstRows', performance.now() - start - halted)
          })
        }
        look()
      },
      { capture: true, once: true },
    )
  })
