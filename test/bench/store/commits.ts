import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs'
import path from 'node:path'
import { type Figure, told } from '../figures.ts'
import { beginProgress } from '../progress.ts'
import { inFolder, median, openDesk, recordsOf, timed } from './desk.ts'

const jobs = 300
/** Of a call to WeChat. */
const callMilliseconds = 300

/** What keeping a job costs while it is read: one commit that it runs, one that it is done, with its record. */
export const commitFigures = (): Promise<Figure[]> =>
  inFolder(async (folder) => {
    const desk = await openDesk(folder)
    const { stores } = desk
    const records = [...recordsOf(jobs)]
    stores.together(() => {
      for (const { id, source } of records)
        stores.jobs.put({ id, source, state: { kind: 'queued' } })
    })
    const flush = flushOf(folder)
    const progress = beginProgress('keeping jobs', jobs)
    const rows = records.map((record) => {
      const flushes = timed(() => {
        flush.once()
        flush.once()
      })
      const commits = timed(() => {
        const job = stores.jobs.claim()
        stores.together(() => {
          stores.records.put(record)
          if (job === undefined) throw new Error('nothing was queued')
          stores.jobs.put({ ...job, state: { kind: 'done', recordIds: [record.id] } })
        })
      })
      progress.step()
      return { flushes, commits }
    })
    progress.end()
    flush.close()
    await desk.close()
    const commits = rows.map((row) => row.commits)
    const flushes = rows.map((row) => row.flushes)
    const share = (milliseconds: number): string =>
      `${milliseconds.toFixed(2)} ms, ${((100 * milliseconds) / callMilliseconds).toFixed(2)} %`
    const below = (name: string, milliseconds: number): Figure => ({
      name,
      measured: share(milliseconds),
      bar: '< 1 %',
      passed: milliseconds < callMilliseconds / 100,
    })
    return [
      below('kept per job: claim and done with record, median', median(commits, 'clock')),
      below('of that, the processor', median(commits, 'processor')),
      told('two bare flushes of 12 KB to this disk', share(median(flushes, 'clock'))),
    ]
  })

/** Has the disk take 12 KB, as a commit does. */
function flushOf(folder: string): { readonly once: () => void; readonly close: () => void } {
  const handle = openSync(path.join(folder, 'flush'), 'w')
  const bytes = Buffer.alloc(3 * 4096, 1)
  return {
    once: () => {
      writeSync(handle, bytes)
      fsyncSync(handle)
    },
    close: () => closeSync(handle),
  }
}
