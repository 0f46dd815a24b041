import type { Job } from '../../core/jobs/job.ts'
import { isOver } from '../../core/jobs/step.ts'
import { ok } from '../../core/result.ts'
import { wordsIn } from '../../core/words/words.ts'
import type { Desk } from '../desk/desk.ts'
import { codeOf } from '../files/code-of.ts'
import { localDate } from '../clock/local-time.ts'
import { type ExitCode, exitCodes } from './exit-codes.ts'
import type { HeldCommand } from './held-arguments.ts'
import { lineOf, waitingLine } from './license-line.ts'
import { openLines, type StandardOutput, standardLines } from './outputs/line-output.ts'
import { cannotWrite } from './outputs/prepare-output.ts'
import { resultsOf, type ScanResult } from './results.ts'
import { summaryTable } from './summary.ts'
import type { Terminal } from './terminal.ts'

export interface Surroundings {
  readonly terminal: Terminal
  readonly output: StandardOutput
  readonly now: () => Date
}

/** Tells what is on the list, as a table or as lines of JSON. */
export async function listHeld(
  { json, language }: Extract<HeldCommand, { kind: 'list' }>,
  desk: Desk,
  { terminal, output, now }: Surroundings,
): Promise<ExitCode> {
  const today = localDate(now())
  const { jobs, records: held } = desk.snapshot()
  const records = new Map(held.map((record) => [record.id, record]))
  const isWaiting = ({ state }: Job): boolean => !isOver(state)
  const ended = (job: Job): readonly ScanResult[] => resultsOf(job, records, { today })
  if (json === undefined) {
    const over = jobs.filter((job) => !isWaiting(job)).flatMap(ended)
    const waiting = jobs.filter(isWaiting).length
    const said = [
      ...(over.length > 0 ? summaryTable(over, language) : []),
      ...(waiting > 0 ? [wordsIn(language)('command:stillWaiting', { count: waiting })] : []),
    ]
    output.write(`${said.join('\n') || wordsIn(language)('command:nothingOnList')}\n`)
    return exitCodes.allRead
  }
  const opened = json === '-' ? ok(standardLines(output)) : await openLines(json, language)
  if (!opened.ok) return terminal.stop(opened.error)
  const lines = opened.value
  try {
    for (const job of jobs)
      if (isWaiting(job)) lines.write(waitingLine(job.source))
      else for (const result of ended(job)) lines.write(lineOf(result, '', 0))
    lines.close()
  } catch (error) {
    if (codeOf(error) === '') throw error
    return terminal.stop(cannotWrite(json, error, language))
  }
  return exitCodes.allRead
}
