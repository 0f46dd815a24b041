import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { unreachable } from '../../core/result.ts'
import packageFile from '../../package.json' with { type: 'json' }
import { isAddress } from '../intake/address.ts'
import { type Command, type Environment, readArguments } from './arguments.ts'
import { carryOutOnHeld } from './held.ts'
import type { DataPlace, HeldCommand } from './held-arguments.ts'
import { helpText } from './help.ts'
import { createInterrupts } from './interrupts.ts'
import { openDesk } from './open-desk.ts'
import { type ExitCode, outputClosed, scan, type Scanned, type ScanRequest } from './scan.ts'
import { reviewNotes, summaryTable } from './summary.ts'
import { createTerminal, type Terminal } from './terminal.ts'

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
    case 'scan':
    case 'resume': {
      const terminal = createTerminal(process.stderr, command.quiet)
      const paths = command.kind === 'scan' ? command.paths : []
      const { exitCode, results } = await scanHere(fromHere({ ...command, paths }), terminal)
      if (command.json === undefined && results.length > 0) {
        terminal.say(`\n${summaryTable(results, command.language)}`)
      }
      return exitCode
    }
    case 'demo':
      return await demo(command)
    case 'list':
    case 'export':
    case 'purge':
    case 'audit':
      return await carryOutOnHeld(heldFromHere(command), {
        environment: process.env,
        output: process.stdout,
        errors: process.stderr,
      })
    default:
      return unreachable(command)
  }
}

async function demo(command: Extract<Command, { kind: 'demo' }>): Promise<ExitCode> {
  const terminal = createTerminal(process.stderr, command.quiet)
  const csv = path.join(root, 'out', 'licenses.csv')
  await mkdir(path.dirname(csv), { recursive: true })
  const samples = path.join(root, 'build', 'samples')
  const request = fromHere({ csv, ...command, paths: [samples] })
  const { exitCode, results } = await scanHere(request, terminal)
  const notes = reviewNotes(results, command.language)
  if (command.json !== '-') {
    process.stdout.write(`\n${summaryTable(results, command.language)}\n\n${notes}\n`)
  }
  return exitCode
}

/** Paths are meant from where the person stands; npm runs its scripts from the project's folder. */
function absolute(place: string): string {
  if (place === '' || place === '-' || isAddress(place)) return place
  return path.resolve(callersFolder(process.env), place)
}

const fromHere = (request: ScanRequest): ScanRequest => ({
  ...request,
  paths: request.paths.map(absolute),
  ...(request.json === undefined ? {} : { json: absolute(request.json) }),
  ...(request.csv === undefined ? {} : { csv: absolute(request.csv) }),
  ...(request.data === undefined ? {} : { data: dataFromHere(request.data) }),
})

function heldFromHere(command: HeldCommand): HeldCommand {
  const held = { ...command, data: dataFromHere(command.data) }
  if (held.kind === 'export') return { ...held, csv: absolute(held.csv) }
  if (held.kind === 'list' && held.json !== undefined) return { ...held, json: absolute(held.json) }
  return held
}

const dataFromHere = ({ folder, keyFile }: DataPlace): DataPlace => ({
  folder: absolute(folder),
  ...(keyFile === undefined ? {} : { keyFile: absolute(keyFile) }),
})

const callersFolder = (environment: Environment): string => {
  const isScript = ['desk', 'demo'].includes(environment['npm_lifecycle_event'] ?? '')
  return (isScript ? environment['INIT_CWD'] : undefined) ?? process.cwd()
}

async function scanHere(request: ScanRequest, terminal: Terminal): Promise<Scanned> {
  const opened = await openDesk(request, process.env, terminal)
  if (!opened.ok) {
    terminal.warn(opened.error)
    return { exitCode: 2, results: [] }
  }
  const { desk, recognizer, close } = opened.value
  const { hear, stopped, hurry } = createInterrupts(
    () => performance.now(),
    () => process.removeListener('SIGINT', hear).removeListener('SIGTERM', hear),
  )
  process.on('SIGINT', hear).on('SIGTERM', hear)
  process.stdout.on('error', () => stopped.abort(outputClosed))
  try {
    return await scan(request, {
      desk,
      recognizer,
      terminal,
      standardOutput: process.stdout,
      now: () => new Date(),
      stopped,
      hurry: hurry.signal,
    })
  } finally {
    await close(hurry.signal)
    process.removeListener('SIGINT', hear).removeListener('SIGTERM', hear)
  }
}
