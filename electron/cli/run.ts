import { randomUUID } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { homedir } from 'node:os'
import path from 'node:path'
import { unreachable } from '../../core/result.ts'
import packageFile from '../../package.json' with { type: 'json' }
import { createDesk } from '../desk.ts'
import { isAddress } from '../intake/address.ts'
import { EngineHost } from '../recognizers/offline/engine-host.ts'
import { createPreview } from '../recognizers/offline/offline.ts'
import { createMemoryStore } from '../store/memory-store.ts'
import { type Command, type Environment, readArguments } from './arguments.ts'
import { chooseForCommand } from './choose-for-command.ts'
import { startEngine } from './early-engine.ts'
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
  const absolute = (place: string): string =>
    place === '' || isAddress(place) ? place : path.resolve(here, place)
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

/** Where programs keep what belongs to a person on this system. */
const configFolder = (environment: Environment): string =>
  path.join(
    environment['XDG_CONFIG_HOME'] ?? environment['APPDATA'] ?? path.join(homedir(), '.config'),
    'LicenseDesk',
  )

async function scanHere(request: ScanRequest, terminal: Terminal): Promise<Scanned> {
  const host = new EngineHost(startEngine)
  const now = (): Date => new Date()
  const chosen = await chooseForCommand(request, {
    host,
    environment: process.env,
    configFolder: configFolder(process.env),
    terminal,
    now,
  })
  if (!chosen.ok) {
    terminal.warn(chosen.error)
    return { exitCode: 2, results: [] }
  }
  const recognizer = timed(chosen.value.recognizer)
  const desk = createDesk({
    jobs: createMemoryStore(),
    records: createMemoryStore(),
    recognizer: () => recognizer,
    takesAddresses: () => request.engine === 'wechat-address',
    concurrency: () => chosen.value.concurrency,
    preview: createPreview(host),
    now,
    newId: randomUUID,
  })
  const stopped = new AbortController()
  const stop = (): void => stopped.abort()
  process.once('SIGINT', stop).once('SIGTERM', stop)
  process.stdout.on('error', () => stopped.abort(outputClosed))
  if (request.engine === 'offline' || request.engine === 'auto') host.warm()
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
    await chosen.value.close()
    process.removeListener('SIGINT', stop).removeListener('SIGTERM', stop)
  }
}
