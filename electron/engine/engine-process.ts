import { flushCompileCache } from 'node:module'
import os from 'node:os'
import { unreachable } from '../../core/result.ts'
import { openImage } from './decode/decode-image.ts'
import { loadModels, type Models } from './models/models.ts'
import { prepareImage } from './prepare/prepare-image.ts'
import { type EngineAnswer, type EngineRequest, engineRequest } from './protocol.ts'
import { answerOfDocument } from './read-document.ts'
import { readLinesOf } from './read-lines-of.ts'
import { readPicture } from './read-picture.ts'

/** Started with two arguments: the folder of the models and the number of threads. */
const [modelsFolder = '', threads = '2'] = process.argv.slice(2)

interface Parent {
  send(answer: EngineAnswer): void
  listen(listener: (message: unknown) => void): void
}

interface ParentPort {
  readonly postMessage: (message: unknown) => void
  readonly on: (event: 'message', listener: (event: { data: unknown }) => void) => void
}

/** Electron's utility process has a parent port, a forked Node has a channel. */
function connect(): Parent {
  const port: unknown = Reflect.get(process, 'parentPort')
  if (isParentPort(port)) {
    const post = port.postMessage.bind(port)
    return {
      send: (message) => post(message),
      listen: (listener) => port.on('message', ({ data }) => listener(data)),
    }
  }
  process.once('disconnect', () => process.exit(0))
  return {
    // Where the other side is gone already, this process is about to end.
    send: (message) => {
      process.send?.(message, undefined, undefined, () => undefined)
    },
    listen: (listener) => {
      process.on('message', listener)
    },
  }
}

const isParentPort = (port: unknown): port is ParentPort =>
  typeof port === 'object' && port !== null && 'postMessage' in port && 'on' in port

let loading: Promise<Models> | undefined
/** Only reading needs them: what prepares images for WeChat saves their time and memory. */
const models = (): Promise<Models> =>
  (loading ??= loadModels(modelsFolder, Number(threads)).finally(flushCompileCache))

async function answer(request: EngineRequest): Promise<EngineAnswer> {
  const { seq } = request
  if (request.kind === 'load') {
    await models()
    return { kind: 'ready' }
  }
  if (request.kind === 'pages' || request.kind === 'page') return answerOfDocument(request)
  // Twice the size that is asked for is enough to be made smaller well.
  const drawn = request.kind === 'preview' ? 2 * request.longSide : undefined
  const image = await openImage(request.bytes ?? request.path, request.page, request.image, drawn)
  if (!image.ok) return { kind: 'failure', seq, failure: image.error }
  switch (request.kind) {
    case 'read': {
      const networks = await models()
      const start = performance.now()
      const outcome = await readPicture(networks, image.value)
      if (!outcome.ok) return { kind: 'failure', seq, failure: outcome.error }
      return { kind: 'readings', seq, readings: outcome.value, ms: performance.now() - start }
    }
    case 'lines': {
      const lines = await readLinesOf(await models(), image.value)
      if (!lines.ok) return { kind: 'failure', seq, failure: lines.error }
      return { kind: 'lines', seq, lines: [...lines.value] }
    }
    case 'preview': {
      const jpeg = await image.value.jpeg({ longSide: request.longSide, quality: 86 })
      if (!jpeg.ok) return { kind: 'failure', seq, failure: jpeg.error }
      return { kind: 'preview', seq, jpeg: jpeg.value }
    }
    case 'prepare': {
      const prepared = await prepareImage(image.value, request.card)
      if (!prepared.ok) return { kind: 'failure', seq, failure: prepared.error }
      return { kind: 'prepared', seq, ...prepared.value }
    }
    default:
      return unreachable(request)
  }
}

/** Whoever works at this computer comes first, in the program's window and elsewhere. */
function giveWay(): void {
  try {
    os.setPriority(os.constants.priority.PRIORITY_BELOW_NORMAL)
  } catch {
    // It reads all the same where it may not.
  }
}

// Before any thread is started that reads: on Linux a thread has the priority of the one that starts it.
giveWay()
const parent = connect()
let last = Promise.resolve()
/** One after the other: two at once would share the same cores and need twice the memory. */
parent.listen((message) => {
  const request = engineRequest.safeParse(message)
  if (!request.success) return
  last = last.then(async () => parent.send(await answer(request.data)))
})
parent.send({ kind: 'ready' })
/** Where the one who started this process keeps what was compiled: it may be ended at any time. */
flushCompileCache()
