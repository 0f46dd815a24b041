import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { z } from 'zod'
import { StoreProblem } from '../store-problem.ts'
import { sqliteProblem } from './database.ts'
import { sqliteSql } from './statements.ts'

const verdict = z.tuple([z.object({ integrity_check: z.string() })])

/**
 * Whether SQLite finds a file in order that nobody has open. Another thread looks: for 100,000 records it takes a third
 * of a second, in which nothing else would be done on this one.
 * @param before what is done to it first, in SQL
 */
export async function isFileWhole(file: string, before = ''): Promise<boolean> {
  const { single, integrityCheck } = sqliteSql
  const worker = new Worker(`(${look.toString()})()`, {
    eval: true,
    execArgv: [],
    workerData: { file, before: `${single};${before}`, integrityCheck },
  })
  try {
    const [{ integrity_check: found }] = verdict.parse(await once(worker, 'message'))
    return found === 'ok'
  } catch (error) {
    const problem = sqliteProblem(error)
    if (problem instanceof StoreProblem && problem.kind === 'damaged') return false
    throw problem ?? error
  } finally {
    await worker.terminate()
  }
}

/** Goes to the other thread as text, so that no file has to be found there: it knows nothing but what stands in it. */
function look(): void {
  const { DatabaseSync } = process.getBuiltinModule('node:sqlite')
  const { parentPort, workerData } = process.getBuiltinModule('node:worker_threads')
  const connection = new DatabaseSync(workerData.file)
  connection.exec(workerData.before)
  const found = connection.prepare(workerData.integrityCheck).get()
  connection.close()
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has none
  parentPort?.postMessage(found)
}
