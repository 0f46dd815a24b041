import type { Figure } from '../figures.ts'
import { beginProgress } from '../progress.ts'
import { inFolder, openDesk } from './desk.ts'

const files = 10_000
const bar = 2048
const batch = 500

/** What 10,000 queued files hold in memory, and what is held when all of them were read. */
export const queueMemoryFigures = (): Promise<Figure[]> =>
  inFolder(async (folder) => {
    const desk = await openDesk(folder)
    const { stores } = desk
    const before = held()
    const progress = beginProgress('queueing and ending jobs', 2 * files)
    for (let from = 0; from < files; from += batch) {
      stores.together(() => {
        for (let number = from; number < from + batch; number += 1)
          stores.jobs.put({
            id: `job-${number}`,
            source: {
              path: `/home/desk/Pictures/licenses/${number}.jpg`,
              name: `${number}.jpg`,
              page: 1,
              image: 'ab'.repeat(32),
            },
            state: { kind: 'queued' },
          })
      })
      progress.step(batch)
    }
    const queued = held()
    let half = queued
    for (let from = 0; from < files; from += batch) {
      stores.together(() => {
        for (let number = 0; number < batch; number += 1) {
          const job = stores.jobs.claim()
          if (job === undefined) throw new Error('nothing was queued')
          stores.jobs.put({ ...job, state: { kind: 'cancelled' } })
        }
      })
      progress.step(batch)
      if (from === files / 2) half = held()
    }
    progress.end()
    const after = held()
    await desk.close()
    return [
      figure('heap per queued file', (queued.heap - before.heap) / files),
      figure('memory of the process per queued file', (queued.process - before.process) / files),
      figure(
        'growth of the heap per file, second half of the work',
        (after.heap - half.heap) / files,
      ),
      figure(
        'growth of the process per file, second half of the work',
        (after.process - half.process) / files,
      ),
    ]
  })

const figure = (name: string, bytes: number): Figure => ({
  name,
  measured: `${bytes.toFixed(0)} bytes`,
  bar: `< ${bar}`,
  passed: bytes < bar,
})

/** Bytes, after all that can be thrown away was. */
function held(): { readonly heap: number; readonly process: number } {
  if (globalThis.gc === undefined) throw new Error('needs --expose-gc')
  globalThis.gc()
  const { heapUsed, external, rss } = process.memoryUsage()
  return { heap: heapUsed + external, process: rss }
}
