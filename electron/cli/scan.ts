import type { Pause, Refusal } from '../../core/ipc/contract.ts'
import { isOver } from '../../core/jobs/step.ts'
import { ok, type Result } from '../../core/result.ts'
import type { Judging } from '../../core/verdict/verdict.ts'
import { wordsIn } from '../../core/words/words.ts'
import type { Desk } from '../desk/desk.ts'
import { localDate } from '../clock/local-time.ts'
import { faultOf, StoreProblem } from '../store/store-problem.ts'
import type { ScanOptions } from './arguments.ts'
import { type ExitCode, exitCodes, type Stop } from './exit-codes.ts'
import { placeOf } from '../intake/intake.ts'
import { lineOf } from './license-line.ts'
import {
  type LineOutput,
  openLines,
  type StandardOutput,
  standardLines,
} from './outputs/line-output.ts'
import { cannotWrite, prepareOutput } from './outputs/prepare-output.ts'
import { writeTables } from './outputs/write-tables.ts'
import { resumeCommand } from './resume-command.ts'
import { type Ended, type ScanResult, watchResults } from './results.ts'
import { createTelling, type Telling } from './telling.ts'
import type { Terminal } from './terminal.ts'
import { verdictLine } from './verdict-line.ts'
import type { TimedRecognizer } from './timed-recognizer.ts'

export interface ScanParts {
  readonly desk: Desk
  readonly recognizer: TimedRecognizer
  /** By what licenses are judged; nothing where no rental is asked for. */
  readonly judging: Judging | undefined
  readonly terminal: Terminal
  readonly standardOutput: StandardOutput
  /** Where the person stands. */
  readonly from: string
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
  const { json, language } = request
  const opened = await openOutputs(request, parts.standardOutput)
  if (!opened.ok) return { exitCode: terminal.stop(opened.error), results: [] }
  const lines = opened.value
  const kept = new Map<string, ScanResult>()
  const results = (): ScanResult[] => [...kept.values()]
  try {
    for await (const result of readAll(request, parts, lines)) keep(result, kept)
    lines?.close()
  } catch (error) {
    if (error instanceof StoreProblem) {
      const fault = faultOf(error)
      parts.stopped.abort(fault)
      terminal.warn(wordsIn(language)(cutShortWords[fault]))
      return { exitCode: exitCodes.recordsFailed, results: results() }
    }
    if (!isFileProblem(error)) throw error
    parts.stopped.abort()
    const stop = cannotWrite(json ?? '', error, language)
    return { exitCode: terminal.stop(stop), results: results() }
  } finally {
    terminal.endProgress()
  }
  return { exitCode: await finish(request, parts, results()), results: results() }
}

/** A license that is written anew, and a second page that became a part of one, count once. */
function keep(result: ScanResult, kept: Map<string, ScanResult>): void {
  if (result.kind === 'read') {
    const { id, joined } = result.record
    if (joined != null) kept.delete(placeOf(joined.source))
    kept.set(id, result)
  } else if (result.kind === 'failed') kept.set(placeOf(result.source), result)
  else kept.set(`${kept.size} ${result.refusal.path}`, result)
}

async function* readAll(
  { paths, language, quiet, json, rental, pages, splitPages }: ScanRequest,
  { desk, recognizer, judging, terminal, now, stopped, hurry }: ScanParts,
  lines: LineOutput | undefined,
): AsyncGenerator<ScanResult> {
  const { signal } = stopped
  /** Nothing more comes. */
  const over = new AbortController()
  const tellCalls = (words: 'command:waitsForCalls' | 'command:leavesCalls'): void => {
    const calls = desk.callsOut()
    if (calls > 0) terminal.warn(wordsIn(language)(words, { count: calls }))
  }
  const stop = async (): Promise<void> => {
    tellCalls('command:waitsForCalls')
    await desk.close(hurry)
    over.abort()
  }
  hurry.addEventListener('abort', () => tellCalls('command:leavesCalls'), { once: true })
  signal.addEventListener('abort', () => void stop(), { once: true })
  if (signal.aborted) void stop()
  desk.onChange(({ pause }) => {
    if (isFault(pause)) stopped.abort(pause)
  })
  const before = desk.snapshot().jobs
  const today = localDate(now())
  const watched = watchResults(desk, {
    today,
    over: over.signal,
    joinsPages: !splitPages,
    returnDate: rental?.giveBack,
  })
  desk.takeUp()
  const arrived = await desk.add(
    paths,
    ({ looked, total }) => terminal.progress(wordsIn(language)('command:looking'), looked, total),
    pages === undefined ? {} : { pages },
  )
  const left = before.filter(({ state }) => !isOver(state)).map(({ id }) => id)
  // What came in before is told as it stands, once, so that the same command can simply be given again.
  const inOrder = [...new Set([...left, ...arrived.inOrder])].filter(
    (entry) => !isFolderAgain(entry),
  )
  const tell = createTelling({
    terminal,
    language,
    total: inOrder.length,
    failuresAreTold: json !== undefined && quiet,
  })
  /** Records that were written before another page was joined with them. */
  const written = new Set<string>()
  const write = (result: ScanResult): void => {
    if (result.kind === 'read' && result.record.joined == null) written.add(result.record.id)
    else if (result.kind === 'read') written.delete(result.record.id)
    const source = result.kind === 'failed' ? result.source : undefined
    const line = lineOf(result, recognizer.id, source ? recognizer.msOf(source) : 0)
    if (judging === undefined) return lines?.write(line)
    lines?.write({ ...line, verdict: verdictLine(result, { judging, language, today }) })
  }
  for await (const results of closedInOrder(watched.inOrder(inOrder), tell, written))
    for (const result of results) {
      write(result)
      yield result
    }
}

/** The two pages of a license lie one behind the other, if not always: so many images a line waits for. */
const near = 1

/** What became of each, once nothing can change it any more that comes or comes soon. */
async function* closedInOrder(
  ended: AsyncIterable<Ended>,
  tell: Telling,
  written: ReadonlySet<string>,
): AsyncGenerator<readonly ScanResult[]> {
  const held: { readonly one: Ended; readonly done: number }[] = []
  let count = 0
  const closeFirst = (): readonly ScanResult[] => {
    const first = held.shift()
    if (first === undefined) return []
    tell.closed(first.one, first.done)
    return first.one.results(written)
  }
  tell.begun()
  for await (const one of ended) {
    count += 1
    held.push({ one, done: count })
    tell.ended(one, count)
    while (held.length > near || held[0]?.one.isOpen() === false) yield closeFirst()
  }
  while (held.length > 0) yield closeFirst()
}

async function finish(
  request: ScanRequest,
  { desk, judging, terminal, standardOutput, now, from, stopped: { signal } }: ScanParts,
  results: readonly ScanResult[],
): Promise<ExitCode> {
  const { language, data } = request
  const read = results.filter(({ kind }) => kind === 'read').length
  const failed = results.length - read
  if (signal.reason === outputClosed) return exitCodes.outputFailed
  const command = resumeCommand(request, from)
  if (isFault(signal.reason)) {
    terminal.warn(wordsIn(language)(pauseWords[signal.reason], { command }))
    return exitCodes.recordsFailed
  }
  if (signal.aborted) {
    const left = desk.snapshot().jobs.filter(({ state }) => !isOver(state)).length
    terminal.say(wordsIn(language)('command:interrupted', { read }))
    if (data !== undefined)
      terminal.say(wordsIn(language)('command:resumeWith', { count: left, command }))
    return exitCodes.interrupted
  }
  const isWritten = await writeTables(request, {
    desk,
    terminal,
    standardOutput,
    now,
    ...(judging && { judging }),
  })
  const review = results.filter((one) => one.kind === 'read' && one.review.items.length > 0).length
  terminal.say(wordsIn(language)('command:counts', { read, review, failed }))
  if (!isWritten) return exitCodes.outputFailed
  return failed === 0 ? exitCodes.allRead : exitCodes.someFailed
}

/** Where lines of JSON go, if they are asked for. */
async function openOutputs(
  { csv, xlsx, json, language }: ScanRequest,
  standardOutput: StandardOutput,
): Promise<Result<LineOutput | undefined, Stop>> {
  for (const file of [csv, xlsx].filter((one) => one !== undefined)) {
    const prepared = await prepareOutput(file, language)
    if (!prepared.ok) return prepared
  }
  if (json === undefined) return ok(undefined)
  return json === '-' ? ok(standardLines(standardOutput)) : await openLines(json, language)
}

type Fault = Exclude<Pause, 'none' | 'person'>

const isFault = (pause: unknown): pause is Fault =>
  pause === 'disk-full' || pause === 'store-failed'

const pauseWords = {
  'disk-full': 'command:pausedFull',
  'store-failed': 'command:pausedFailed',
} as const
/** The files could not all be put on the list. */
const cutShortWords = {
  'disk-full': 'command:intakeFull',
  'store-failed': 'command:intakeFailed',
} as const
/** All that is in the folder is told by itself. */
const isFolderAgain = (entry: string | Refusal): boolean =>
  typeof entry !== 'string' && entry.kind === 'already-here'

const isFileProblem = (error: unknown): boolean => error instanceof Error && 'syscall' in error
