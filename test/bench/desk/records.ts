import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { openRecords } from '../../../electron/records/open-records.ts'
import type { Stores } from '../../../electron/store/stores.ts'
import { openWithKnownKey, sealWithKnownKey } from '../../stand-in/program/known-key.ts'
import { type Figure, percent, quantile, told } from '../figures.ts'
import { withProgress } from '../progress.ts'
import { recordsOf, withoutCharacters } from '../store/desk.ts'
import { traceMainThread } from './main-thread.ts'
import { inFolder, inWindow } from './open-window.ts'

const records = 100_000
const bars = { frame: 16.7, search: 200 }
const root = path.resolve(import.meta.dirname, '../../..')

/** Scrolls through and searches 100,000 stored records. */
export const recordsFigures = (): Promise<Figure[]> =>
  inFolder(async (folder) => {
    const userData = path.join(folder, 'user data')
    await mkdir(userData)
    await fill(path.join(userData, 'records'))
    return inWindow(root, userData, async (page) => {
      await page.getByText('把驾驶证图片拖到这里').waitFor({ timeout: 120_000 })
      await page.keyboard.press('Control+r')
      await page.getByText(/100,000 条/).waitFor({ timeout: 120_000 })
      const frames = await framesWhileScrolling(page)
      const frame = quantile(frames, 0.99)
      const endTrace = await traceMainThread(page, 'frame')
      await framesWhileScrolling(page)
      const work = await endTrace()
      const searches = await searchTimes(page, [
        '王伟',
        '198806',
        '解放路',
        '杭州市公安局',
        '张',
        '长沙市',
        '0012',
      ])
      const slowest = Math.max(...searches)
      return [
        {
          name: `${records} records, scrolling: work on a frame, 99th of 100`,
          measured: `${frame.toFixed(1)} ms`,
          bar: `≤ ${bars.frame} ms`,
          passed: frame <= bars.frame,
        },
        told('the same, the middle one', `${quantile(frames, 0.5).toFixed(1)} ms`),
        told(
          'what a frame takes of the processor, 99th of 100',
          `${quantile(work.spent, 0.99).toFixed(1)} ms`,
        ),
        told('how much of their time frames waited for a processor', percent(work.waited)),
        {
          name: `${records} records: from a letter to what is found, the slowest of ${searches.length}`,
          measured: `${slowest.toFixed(0)} ms`,
          bar: `≤ ${bars.search} ms`,
          passed: slowest <= bars.search,
        },
        told('the same, the middle one', `${quantile(searches, 0.5).toFixed(0)} ms`),
      ]
    })
  })

/** Keeps fictitious people where the program will look for them. */
async function fill(folder: string): Promise<void> {
  let kept: Stores | undefined
  const opened = await openRecords({
    folder,
    sealer: {
      isReal: () => false,
      seal: (text) => sealWithKnownKey(text).toString('base64'),
      open: (sealed) => openWithKnownKey(Buffer.from(sealed, 'base64')),
    },
    now: () => new Date(),
    onOpen: ({ stores }) => {
      kept = stores
    },
    onShut: () => undefined,
    onError: (error) => {
      throw error
    },
  })
  const stores = kept
  if (stores === undefined) throw new Error(opened.state().kind)
  const each = recordsOf(records)
  await withProgress('keeping records', records, async (progress) => {
    for (let batch = 0; batch < records / 1000; batch += 1) {
      stores.together(() => {
        for (let number = 0; number < 1000; number += 1) {
          const { value } = each.next()
          // None is so old that it would be deleted.
          if (value !== undefined)
            stores.records.put({ ...withoutCharacters(value), readAt: instantOf(batch, number) })
        }
      })
      progress.step(1000)
    }
  })
  await opened.close()
}

const instantOf = (batch: number, number: number): string =>
  new Date(Date.now() - 30 * 86_400_000 + (batch * 1000 + number) * 20_000).toISOString()

/** How long the page works on each frame while the list scrolls by five rows a frame, in milliseconds. */
const framesWhileScrolling = (page: Page): Promise<readonly number[]> =>
  page.evaluate(async () => {
    const list = document.getElementById('records')
    if (list === null) throw new Error('there is no list of records')
    const works: number[] = []
    const { port1, port2 } = new MessageChannel()
    for (let frame = 0; frame < 600; frame += 1) {
      const began = await new Promise<number>(requestAnimationFrame)
      list.scrollTop += 220
      // What is posted now comes once the frame is painted.
      await new Promise((resolve) => {
        port1.addEventListener('message', resolve, { once: true })
        port1.start()
        port2.postMessage(null)
      })
      works.push(performance.now() - began)
    }
    return works
  })

/** From each text in the search to another count of what is found, in milliseconds. */
async function searchTimes(page: Page, texts: readonly string[]): Promise<readonly number[]> {
  const times: number[] = []
  for (const text of texts) {
    times.push(await timeOf(page, text))
    await timeOf(page, '')
  }
  return times
}

const timeOf = (page: Page, text: string): Promise<number> =>
  page.evaluate(async (wanted) => {
    const input = document.getElementById('search')
    const said = document.querySelector('aside [role=status]')
    if (!(input instanceof HTMLInputElement) || said === null) throw new Error('nothing to search')
    const before = said.textContent
    const start = performance.now()
    input.focus()
    input.select()
    document.execCommand(wanted === '' ? 'delete' : 'insertText', false, wanted)
    while (said.textContent === before) {
      if (performance.now() - start > 10_000) throw new Error(`nothing else is found by ${wanted}`)
      await new Promise(requestAnimationFrame)
    }
    return performance.now() - start
  }, text)
