import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs'
import path from 'node:path'
import { type Figure, quantile, told } from '../figures.ts'
import { inFolder, openDesk, recordsOf, timed } from './desk.ts'

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
    const rows = records.map((record) => {
      const flushes = timed(flush.once) + timed(flush.once)
      const commits = timed(() => {
        const job = stores.jobs.claim()
        stores.together(() => {
          stores.records.put(record)
          if (job === undefined) throw new Error('nothing was queued')
          stores.jobs.put({ ...job, state: { kind: 'done', recordId: record.id } })
        })
      })
      return { flushes, commits }
    })
    flush.close()
    await desk.close()
    const commit = quantile(
      rows.map(({ commits }) => commits),
      0.5,
    )
    const flushes = quantile(
      rows.map((row) => row.flushes),
      0.5,
    )
    const own = Math.max(0, commit - flushes)
    const share = (milliseconds: number): string =>
      `${milliseconds.toFixed(2)} ms, ${((100 * milliseconds) / callMilliseconds).toFixed(2)} %`
    return [
      {
        name: 'kept per job: claim and done with record, median',
        measured: share(commit),
        bar: '< 1 %',
        passed: commit < callMilliseconds / 100,
      },
      told('of that, two flushes of this disk by themselves', share(flushes)),
      {
        name: 'of that, the store itself',
        measured: share(own),
        bar: '< 1 %',
        passed: own < callMilliseconds / 100,
      },
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
