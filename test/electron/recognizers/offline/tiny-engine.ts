import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { EngineRequest } from '../../../../electron/engine/protocol.ts'

/**
 * Stands in for the engine process: started in the same way, it speaks the same protocol and behaves as the name of
 * the file says that it is asked about. Its folder keeps a diary and the reading to give, and says how a start goes.
 */
const [folder = ''] = process.argv.slice(2)

const note = (text: string): void => appendFileSync(path.join(folder, 'diary'), `${text}\n`)
const has = (name: string): boolean => existsSync(path.join(folder, name))
const send = (answer: unknown): void => {
  process.send?.(answer)
}

/** How it behaves, by the name of the file; anything else is read. */
const behaviours: Readonly<Record<string, (request: EngineRequest) => void>> = {
  crash: () => process.exit(3),
  hang: () => undefined,
  garbage: () => send({ kind: 'readings', seq: 'none' }),
  'another-number': ({ seq }) => {
    send(reading(seq + 1000))
    send(reading(seq))
  },
  'second-ready': ({ seq }) => {
    send({ kind: 'ready' })
    send(reading(seq))
  },
  'second-ready-then-hang': () => send({ kind: 'ready' }),
  'no-license': ({ seq }) =>
    send({ kind: 'failure', seq, failure: { kind: 'no-license', detail: 'nothing like it' } }),
  /** Crashes until the file `calm` stands in the folder; puts it there itself. */
  'crash-once': (request) => {
    if (has('calm')) return send(reading(request.seq))
    appendFileSync(path.join(folder, 'calm'), '')
    process.exit(3)
  },
  'answers-a-preview': ({ seq }) => send({ kind: 'preview', seq, jpeg: Uint8Array.of(1) }),
  /** Answers as soon as the file `go` stands in the folder. */
  held: ({ seq }) => {
    const look = (): void => {
      if (!has('go')) setTimeout(look, 5)
      else send(reading(seq))
    }
    look()
  },
}

const reading = (seq: number): unknown => ({
  kind: 'readings',
  seq,
  readings: [JSON.parse(readFileSync(path.join(folder, 'reading.json'), 'utf8'))],
  ms: 1,
})

process.on('message', (request: EngineRequest) => {
  if (request.kind === 'load') {
    note('load')
    if (has('never-loaded')) return
    return send({ kind: 'ready' })
  }
  const name = path.basename(request.path)
  note(`${request.kind} ${name}`)
  const behave = behaviours[name]
  if (behave !== undefined) behave(request)
  else if (request.kind === 'preview') {
    send({ kind: 'preview', seq: request.seq, jpeg: Uint8Array.of(request.longSide / 16, 2, 3) })
  } else send(reading(request.seq))
})
process.once('disconnect', () => process.exit(0))

writeFileSync(path.join(folder, 'environment.json'), JSON.stringify(process.env))
note(`start ${process.pid}`)
if (has('broken')) process.exit(1)
if (!has('never-ready')) send({ kind: 'ready' })
