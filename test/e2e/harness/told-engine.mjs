// In the place of the engine's program: answers what a test told it of each picture, by the picture's name.
import { readFileSync } from 'node:fs'
import path from 'node:path'

const told = JSON.parse(readFileSync(new URL('told.json', import.meta.url), 'utf8'))

/** What was read in the fields, a line for each of its places. */
const linesOf = ({ readings = [] }) =>
  readings
    .flatMap(({ fields }) => Object.values(fields))
    .flatMap(({ raw, boxes }) => boxes.map((quad) => ({ quad, text: raw, confidence: 0.9 })))

const answerTo = ({ kind, seq, path: file }) => {
  if (kind === 'load') return { kind: 'ready' }
  if (kind === 'preview') return { kind, seq, jpeg: new Uint8Array(readFileSync(file)) }
  if (kind === 'lines') return { kind, seq, lines: linesOf(told[path.basename(file)]) }
  return { ...told[path.basename(file)], seq, ms: 1 }
}

const port = process.parentPort
const send = (message) => (port ? port.postMessage(message) : process.send(message))
const hear = (request) => send(answerTo(request))
if (port) port.on('message', ({ data }) => hear(data))
else {
  process.on('message', hear)
  process.once('disconnect', () => process.exit(0))
}
send({ kind: 'ready' })
