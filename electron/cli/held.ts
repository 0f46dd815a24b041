import { userInfo } from 'node:os'
import type { Writable } from 'node:stream'
import type { Job } from '../../core/jobs/job.ts'
import { isOver } from '../../core/jobs/step.ts'
import { fail } from '../../core/result.ts'
import { createDesk, type Desk } from '../desk.ts'
import { namedBy, takeOffNamed } from '../jobs/take-off.ts'
import { localDate } from '../local-time.ts'
import { createNote } from '../records/note.ts'
import { createPurge } from '../records/purge.ts'
import type { Recognizer } from '../recognizers/recognizer.ts'
import { StoreProblem } from '../store/store-problem.ts'
import type { Stores } from '../store/stores.ts'
import type { Environment } from './arguments.ts'
import { problemWords } from './data-words.ts'
import type { HeldCommand } from './held-arguments.ts'
import { lineOf, waitingLine } from './license-line.ts'
import { openLineOutput } from './line-output.ts'
import { type HeldData, openData } from './open-data.ts'
import { resultsOf, type ScanResult } from './results.ts'
import { type ExitCode, writeCsv } from './scan.ts'
import { summaryTable } from './summary.ts'
import { createTerminal, type Terminal } from './terminal.ts'
import { cliWords, fill } from './words.ts'

export interface HeldParts {
  readonly environment: Environment
  readonly output: Writable
  readonly errors: Writable
}

/** Carries out what is asked of records that are held already; nothing is read or sent. */
export async function carryOutOnHeld(
  command: HeldCommand,
  { environment, output, errors }: HeldParts,
): Promise<ExitCode> {
  const terminal = createTerminal(errors, command.quiet)
  const now = (): Date => new Date()
  const { data, language } = command
  const opened = await openData(data, { environment, terminal, language, now, mustExist: true })
  if (!opened.ok) {
    terminal.warn(opened.error)
    return 2
  }
  try {
    return await carryOutAndClose(command, opened.value, { terminal, output, now })
  } catch (error) {
    if (!(error instanceof StoreProblem)) throw error
    terminal.warn(fill(problemWords[error.kind][language], { folder: data.folder }))
    return 1
  }
}

async function carryOutAndClose(
  command: HeldCommand,
  held: HeldData,
  surroundings: Surroundings,
): Promise<ExitCode> {
  try {
    return await carryOut(command, held, surroundings)
  } finally {
    await held.close()
  }
}

interface Surroundings {
  readonly terminal: Terminal
  readonly output: Writable
  readonly now: () => Date
}

async function carryOut(
  command: HeldCommand,
  held: HeldData,
  { terminal, output, now }: Surroundings,
): Promise<ExitCode> {
  const { language } = command
  switch (command.kind) {
    case 'list':
      return list(command, stillDesk(held.stores, now), now, output)
    case 'export':
      return (await writeCsv(command.csv, stillDesk(held.stores, now), language, terminal)) ? 0 : 1
    case 'purge':
      return await purge(command, held, terminal, now)
    case 'audit': {
      const verdict = held.stores.audit.verify()
      if (verdict.kind === 'broken') {
        terminal.warn(fill(cliWords.auditBroken[language], { entry: verdict.entry }))
        return 1
      }
      terminal.say(fill(cliWords.auditSound[language], { count: verdict.entries }))
      return 0
    }
  }
}

/** A desk that starts nothing: it settles what an earlier run left, and shows it. */
function stillDesk(stores: Stores, now: () => Date): Desk {
  const desk = createDesk({
    stores,
    who: userInfo().username,
    recognizer: () => nobody,
    takesAddresses: () => false,
    concurrency: () => 0,
    preview: async () => fail({ kind: 'cancelled', message: 'nothing is shown here' }),
    now,
    newId: () => '',
  })
  desk.takeUp()
  return desk
}

const nobody: Recognizer = {
  id: '',
  isPaid: false,
  recognize: async () => fail({ kind: 'cancelled', message: 'nothing is read here' }),
}

function list(
  { json, language }: Extract<HeldCommand, { kind: 'list' }>,
  desk: Desk,
  now: () => Date,
  output: Writable,
): ExitCode {
  const today = localDate(now())
  const { jobs, records: held } = desk.snapshot()
  const records = new Map(held.map((record) => [record.id, record]))
  const isWaiting = ({ state }: Job): boolean => !isOver(state)
  const ended = (job: Job): readonly ScanResult[] => resultsOf(job, records, today)
  if (json === undefined) {
    const over = jobs.filter((job) => !isWaiting(job)).flatMap(ended)
    const waiting = jobs.filter(isWaiting).length
    const said = [
      ...(over.length > 0 ? [summaryTable(over, language)] : []),
      ...(waiting > 0 ? [fill(cliWords.stillWaiting[language], { waiting })] : []),
    ]
    output.write(`${said.join('\n') || cliWords.nothingOnList[language]}\n`)
    return 0
  }
  const lines = openLineOutput(json === '-' ? undefined : json, output)
  try {
    for (const job of jobs)
      if (isWaiting(job)) lines.write(waitingLine(job.source))
      else for (const result of ended(job)) lines.write(lineOf(result, '', 0))
  } finally {
    lines.close()
  }
  return 0
}

async function purge(
  { olderThan, preview, language }: Extract<HeldCommand, { kind: 'purge' }>,
  held: HeldData,
  terminal: Terminal,
  now: () => Date,
): Promise<ExitCode> {
  const { stores } = held
  const before = new Date(now().getTime() - olderThan * 86_400_000)
  const purged = createPurge({
    stores,
    note: createNote(stores.audit, userInfo().username, now),
    putAway: (recordIds, alongside) =>
      stores.together(() => {
        takeOffNamed(namedBy(recordIds, stores.jobs.all()), stores)
        alongside()
      }),
    scrub: held.scrub,
  })
  const readBefore = before.toISOString()
  const { count } = preview ? purged.preview(readBefore) : await purged.carryOut(readBefore)
  const words = preview ? cliWords.wouldPurge : cliWords.purged
  terminal.say(fill(words[language], { count, day: localDate(before) }))
  return 0
}
