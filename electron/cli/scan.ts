import type { Writable } from 'node:stream'
import type { Pause, Refusal } from '../../core/ipc/contract.ts'
import { isOver } from '../../core/jobs/step.ts'
import { retryRuleOf } from '../../core/wechat/faults.ts'
import { exportFailureWords } from '../../core/words/export-words.ts'
import type { Desk } from '../desk.ts'
import { localDate } from '../local-time.ts'
import { faultOf, StoreProblem } from '../store/store-problem.ts'
import type { ScanOptions } from './arguments.ts'
import { lineOf } from './license-line.ts'
import { type LineOutput, openLineOutput } from './line-output.ts'
import { folderProblem } from './output-folder.ts'
import { resultsInOrder, type ScanResult } from './results.ts'
import { nameOf, sayResult } from './summary.ts'
import type { Terminal } from './terminal.ts'
import type { TimedRecognizer } from './timed-recognizer.ts'
import { cliWords, fill, sayAdvice, sayExport } from './words.ts'

/** 0 all read, 1 some failed, 2 wrong usage, 130 interrupted. */
export type ExitCode = 0 | 1 | 2 | 130

export interface ScanParts {
  readonly desk: Desk
  readonly recognizer: TimedRecognizer
  readonly terminal: Terminal
  readonly standardOutput: Writable
  readonly now: () => Date
  /** Aborted when the person interrupts, with `outputClosed` when nobody reads standard output any more. */
  readonly stopped: AbortController
  /** Aborted when the person does not wait for the calls that are out. */
  readonly hurry: AbortSignal
}

export const outputClosed = 'output-closed'

/** All paths are absolute; `json` `-` is standard output. */
export type ScanRequest = ScanOptions & { readonly paths: readonly string[] }

export interface Scanned {
  readonly exitCode: ExitCode
  readonly results: readonly ScanResult[]
}

/** Reads images and folders, and writes what it was asked for as it comes. */
export async function scan(request: ScanRequest, parts: ScanParts): Promise<Scanned> {
  const { terminal } = parts
  const { csv, json, language } = request
  const problem = csv === undefined ? undefined : await folderProblem(csv)
  if (problem !== undefined) {
    terminal.warn(`${csv}: ${sayAdvice(exportFailureWords[problem][language], language)}`)
    return { exitCode: 2, results: [] }
  }
  const lines = json === undefined ? undefined : tryOpen(json, parts.standardOutput)
  if (json !== undefined && lines === undefined) {
    terminal.warn(fill(cliWords.outputLost[language], { path: json }))
    return { exitCode: 2, results: [] }
  }
  const results: ScanResult[] = []
  try {
    for await (const result of readAll(request, parts, lines)) results.push(result)
  } catch (error) {
    if (error instanceof StoreProblem) {
      const fault = faultOf(error)
      parts.stopped.abort(fault)
      terminal.warn(cliWords[cutShortWords[fault]][language])
      return { exitCode: 1, results }
    }
    if (!isFileProblem(error)) throw error
    parts.stopped.abort()
    terminal.warn(fill(cliWords.outputLost[language], { path: json ?? '' }))
    return { exitCode: 1, results }
  } finally {
    terminal.endProgress()
    lines?.close()
  }
  return { exitCode: await finish(request, parts, results), results }
}

async function* readAll(
  { paths, language, quiet, json }: ScanRequest,
  { desk, recognizer, terminal, now, stopped, hurry }: ScanParts,
  lines: LineOutput | undefined,
): AsyncGenerator<ScanResult> {
  const { signal } = stopped
  /** Nothing more comes. */
  const over = new AbortController()
  const tellCalls = (words: 'waitsForCalls' | 'leavesCalls'): void => {
    const calls = desk.callsOut()
    if (calls > 0) terminal.warn(fill(cliWords[words][language], { calls }))
  }
  const stop = async (): Promise<void> => {
    tellCalls('waitsForCalls')
    await desk.close(hurry)
    over.abort()
  }
  hurry.addEventListener('abort', () => tellCalls('leavesCalls'), { once: true })
  signal.addEventListener('abort', () => void stop(), { once: true })
  if (signal.aborted) void stop()
  desk.onChange(({ pause }) => {
    if (isFault(pause)) stopped.abort(pause)
  })
  const before = desk.snapshot().jobs
  desk.takeUp()
  const arrived = await desk.add(paths, ({ looked, total }) =>
    terminal.progress(cliWords.looking[language], looked, total),
  )
  const left = before.filter(({ state }) => !isOver(state)).map(({ id }) => id)
  // What came in before is told as it stands, once, so that the same command can simply be given again.
  const inOrder = [...new Set([...left, ...arrived.inOrder])].filter(
    (entry) => !isFolderAgain(entry),
  )
  const total = inOrder.length
  const isTold = json !== undefined && quiet
  let done = 0
  terminal.progress(cliWords.reading[language], done, total)
  for await (const results of resultsInOrder(desk, inOrder, localDate(now()), over.signal)) {
    done += 1
    for (const result of results) {
      const source = result.kind === 'failed' ? result.source : undefined
      lines?.write(lineOf(result, recognizer.id, source ? recognizer.msOf(source) : 0))
      const said = `${nameOf(result, language)}  ${sayResult(result, language)}`
      if (result.kind !== 'read' && !isTold && !stopsAll(result))
        terminal.warn(`[${done}/${total}] ${said}`)
      else if (result.kind === 'read') terminal.ended(said, done, total)
      terminal.progress(cliWords.reading[language], done, total, nameOf(result, language))
      yield result
    }
  }
}

async function finish(
  { csv, language, data }: ScanRequest,
  { desk, terminal, stopped: { signal } }: ScanParts,
  results: readonly ScanResult[],
): Promise<ExitCode> {
  const read = results.filter(({ kind }) => kind === 'read').length
  const failed = results.length - read
  if (signal.reason === outputClosed) return 1
  const folder = data?.folder ?? ''
  if (isFault(signal.reason)) {
    terminal.warn(fill(cliWords[pauseWords[signal.reason]][language], { folder }))
    return 1
  }
  if (signal.aborted) {
    const left = desk.snapshot().jobs.filter(({ state }) => !isOver(state)).length
    terminal.say(fill(cliWords.interrupted[language], { read }))
    if (data !== undefined) terminal.say(fill(cliWords.resumeWith[language], { left, folder }))
    return 130
  }
  const isWritten = csv === undefined || (await writeCsv(csv, desk, language, terminal))
  const review = results.filter((one) => one.kind === 'read' && one.review.items.length > 0).length
  terminal.say(fill(cliWords.counts[language], { read, review, failed }))
  return failed === 0 && isWritten ? 0 : 1
}

/** @returns whether the file that was asked for stands there; when it is held, a free name beside it is taken */
export async function writeCsv(
  path: string,
  desk: Pick<Desk, 'exportCsv'>,
  headings: ScanOptions['language'],
  terminal: Terminal,
): Promise<boolean> {
  const outcome = await desk.exportCsv({ path, headings })
  if (outcome.kind === 'written') terminal.say(sayExport(outcome, headings))
  else terminal.warn(sayExport(outcome, headings))
  if (outcome.kind === 'locked') await writeCsv(outcome.offered, desk, headings, terminal)
  return outcome.kind === 'written'
}

function tryOpen(json: string, standardOutput: Writable): LineOutput | undefined {
  try {
    return openLineOutput(json === '-' ? undefined : json, standardOutput)
  } catch {
    return undefined
  }
}

type Fault = Exclude<Pause, 'none' | 'person'>

const isFault = (pause: unknown): pause is Fault =>
  pause === 'disk-full' || pause === 'store-failed'

const pauseWords = { 'disk-full': 'pausedFull', 'store-failed': 'pausedFailed' } as const
/** The files could not all be put on the list. */
const cutShortWords = { 'disk-full': 'intakeFull', 'store-failed': 'intakeFailed' } as const
/** What is wrong with all of them alike was said once. */
const stopsAll = (result: ScanResult): boolean =>
  result.kind === 'failed' && ['stop', 'token'].includes(retryRuleOf(result.failure.kind))

/** All that is in the folder is told by itself. */
const isFolderAgain = (entry: string | Refusal): boolean =>
  typeof entry !== 'string' && entry.kind === 'already-here'

const isFileProblem = (error: unknown): boolean => error instanceof Error && 'syscall' in error
