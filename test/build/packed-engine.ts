import { fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { extractAll } from '@electron/asar'
import { type EngineAnswer, engineAnswer } from '../../electron/engine/protocol.ts'

/**
 * Reads one image with the engine of a packed program, in plain Node: the archive is laid out in `folder` with its
 * unpacked libraries, for only Electron opens an archive as if it were a folder. The models are the packed ones.
 * @param folder outside of this repository, so that nothing of it is found by accident
 */
export async function readWithPackedEngine(
  resources: string,
  folder: string,
  image: string,
): Promise<EngineAnswer> {
  extractAll(path.join(resources, 'app.asar'), folder)
  const child = fork(
    path.join(folder, 'dist/main/engine-process.js'),
    [path.join(resources, 'models'), '2'],
    { cwd: folder, serialization: 'advanced', execArgv: [], stdio: 'inherit' },
  )
  try {
    const ready = await nextAnswer(child)
    if (ready.kind !== 'ready') return ready
    child.send({ kind: 'read', seq: 1, path: image, page: 1 })
    return await nextAnswer(child)
  } finally {
    child.kill()
  }
}

async function nextAnswer(child: ReturnType<typeof fork>): Promise<EngineAnswer> {
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`the packed engine ended with ${String(code)}`)
  })
  const [message]: unknown[] = await Promise.race([once(child, 'message'), ended])
  return engineAnswer.parse(message)
}
