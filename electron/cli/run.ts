import path from 'node:path'
import { unreachable } from '../../core/result.ts'
import { wordsIn } from '../../core/words/words.ts'
import packageFile from '../../package.json' with { type: 'json' }
import { codeOf } from '../files/code-of.ts'
import { type Command, readArguments } from './arguments.ts'
import { callersFolder, heldFrom, scanFrom } from './callers-folder.ts'
import { printable } from './display-width.ts'
import { type ExitCode, exitCodes, type Stop } from './exit-codes.ts'
import { carryOutOnHeld } from './held.ts'
import { createInterrupts } from './interrupts.ts'
import { openDesk } from './open-desk.ts'
import { checkOutputs } from './outputs/check-outputs.ts'
import { cannotWrite } from './outputs/prepare-output.ts'
import { watchStream } from './outputs/watch-stream.ts'
import { outputClosed, scan, type Scanned, type ScanRequest } from './scan.ts'
import { reviewNotes, summaryTable } from './summary.ts'
import { createTerminal, type Terminal } from './terminal.ts'

const root = path.resolve(import.meta.dirname, '../..')

/** Carries out a command line: composes the same desk as the window, without one. */
export async function run(args: readonly string[]): Promise<ExitCode> {
  const output = watchStream(process.stdout)
  // Nobody can be told that nobody listens; what was asked for is done all the same.
  watchStream(process.stderr)
  const read = readArguments(args, process.env)
  if (!read.ok) {
    process.stderr.write(
      `${printable(read.error.message)}\n\n${wordsIn(read.error.language)('help:text')}`,
    )
    return exitCodes.wrongUsage
  }
  const { language } = read.value
  const from = callersFolder(process.env)
  const terminal = createTerminal(process.stderr, true)
  if (from === undefined) {
    const message = wordsIn(language)('output:folderGone')
    return terminal.stop({ exitCode: exitCodes.wrongUsage, message })
  }
  const exitCode = await carryOut(read.value, from)
  const trouble = await output.trouble()
  if (trouble === undefined) return exitCode
  const stop = cannotWrite('-', trouble, language)
  return codeOf(trouble) === 'EPIPE' ? stop.exitCode : terminal.stop(stop)
}

async function carryOut(command: Command, from: string): Promise<ExitCode> {
  switch (command.kind) {
    case 'help':
      process.stdout.write(wordsIn(command.language)('help:text'))
      return exitCodes.allRead
    case 'version':
      process.stdout.write(`${packageFile.version}\n`)
      return exitCodes.allRead
    case 'scan':
    case 'resume': {
      const paths = command.kind === 'scan' ? command.paths : []
      const { exitCode, results, terminal } = await scanHere({ ...command, paths }, from)
      if (command.json === undefined && results.length > 0)
        terminal.sayLines(['', ...summaryTable(results, command.language)])
      return exitCode
    }
    case 'demo':
      return await demo(command, from)
    case 'list':
    case 'export':
    case 'purge':
    case 'audit':
    case 'renewals':
      return await carryOutOnHeld(heldFrom(from, command), {
        environment: process.env,
        output: process.stdout,
        errors: process.stderr,
      })
    default:
      return unreachable(command)
  }
}

async function demo(command: Extract<Command, { kind: 'demo' }>, from: string): Promise<ExitCode> {
  const { json, tsv, language } = command
  const csv = path.join(root, 'out', 'licenses.csv')
  const samples = path.join(root, 'build', 'samples')
  const { exitCode, results } = await scanHere({ csv, ...command, paths: [samples] }, from)
  if (json !== '-' && tsv === undefined && results.length > 0) {
    const notes = reviewNotes(results, language)
    const lines = ['', ...summaryTable(results, language), '', ...notes]
    process.stdout.write(`${lines.join('\n')}\n`)
  }
  return exitCode
}

interface ScannedHere extends Scanned {
  readonly terminal: Terminal
}

async function scanHere(asked: ScanRequest, from: string): Promise<ScannedHere> {
  const request = scanFrom(from, asked)
  const terminal = createTerminal(process.stderr, request.quiet)
  const ended = (stop: Stop): ScannedHere => ({
    exitCode: terminal.stop(stop),
    results: [],
    terminal,
  })
  const checked = await checkOutputs({
    ...request,
    inputs: request.paths,
    ...(request.json === '-' || request.tsv === '-' ? { standardOutput: process.stdout.fd } : {}),
  })
  if (!checked.ok) return ended(checked.error)
  const opened = await openDesk(request, process.env, terminal)
  if (!opened.ok) return ended(opened.error)
  const { desk, recognizer, judging, close } = opened.value
  const { hear, stopped, hurry } = createInterrupts(
    () => performance.now(),
    () => process.removeListener('SIGINT', hear).removeListener('SIGTERM', hear),
  )
  process.on('SIGINT', hear).on('SIGTERM', hear)
  process.stdout.on('error', () => stopped.abort(outputClosed))
  try {
    const scanned = await scan(request, {
      desk,
      recognizer,
      judging,
      terminal,
      standardOutput: process.stdout,
      from,
      now: () => new Date(),
      stopped,
      hurry: hurry.signal,
    })
    return { ...scanned, terminal }
  } finally {
    await close(hurry.signal)
    process.removeListener('SIGINT', hear).removeListener('SIGTERM', hear)
  }
}
