import { userInfo } from 'node:os'
import type { Writable } from 'node:stream'
import { fail } from '../../core/result.ts'
import { wordsIn } from '../../core/words/words.ts'
import { localMinute } from '../clock/local-time.ts'
import { createDesk, type Desk } from '../desk/desk.ts'
import type { Recognizer } from '../recognizers/recognizer.ts'
import { listedIn } from '../records/do-not-rent.ts'
import { StoreProblem } from '../store/store-problem.ts'
import type { Stores } from '../store/stores.ts'
import type { Environment } from './environment.ts'
import { daysBefore, deleteOlder, purgeOf } from './delete-older.ts'
import { type ExitCode, exitCodes } from './exit-codes.ts'
import type { HeldCommand } from './held-arguments.ts'
import { listHeld, type Surroundings } from './list-held.ts'
import { checkOutputs, type Places } from './outputs/check-outputs.ts'
import type { StandardOutput } from './outputs/line-output.ts'
import { prepareOutput } from './outputs/prepare-output.ts'
import { writeTables } from './outputs/write-tables.ts'
import { judgingRental } from './verdict-line.ts'
import { type HeldData, openData } from './open-data.ts'
import { tellRenewals } from './renewals.ts'
import { createTerminal, type Terminal } from './terminal.ts'

export interface HeldParts {
  readonly environment: Environment
  readonly output: StandardOutput
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
  const checked = await checkOutputs({ ...writtenBy(command, output), data, language })
  if (!checked.ok) return terminal.stop(checked.error)
  const opened = await openData(data, { environment, terminal, language, now, mustExist: true })
  if (!opened.ok) return terminal.stop(opened.error)
  try {
    return await carryOutAndClose(command, opened.value, { terminal, output, now })
  } catch (error) {
    if (!(error instanceof StoreProblem)) throw error
    terminal.warn(wordsIn(language)(`data:problem.${error.kind}`, { folder: data.folder }))
    return exitCodes.recordsFailed
  }
}

function writtenBy(
  command: HeldCommand,
  output: StandardOutput,
): Omit<Places, 'data' | 'language'> {
  const nothing = { inputs: [], force: false }
  switch (command.kind) {
    case 'list': {
      const { json, force } = command
      if (json !== undefined && json !== '-') return { inputs: [], json, force }
      return output.fd === undefined ? nothing : { ...nothing, standardOutput: output.fd }
    }
    case 'export': {
      const { csv, xlsx, tsv, force } = command
      return {
        inputs: [],
        force,
        ...(csv === undefined ? {} : { csv }),
        ...(xlsx === undefined ? {} : { xlsx }),
        ...(tsv === undefined || output.fd === undefined ? {} : { standardOutput: output.fd }),
      }
    }
    case 'renewals':
      if (command.csv !== undefined) return { inputs: [], csv: command.csv, force: command.force }
      return output.fd === undefined ? nothing : { ...nothing, standardOutput: output.fd }
    case 'purge':
    case 'audit':
      return nothing
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

async function carryOut(
  command: HeldCommand,
  held: HeldData,
  { terminal, output, now }: Surroundings,
): Promise<ExitCode> {
  const { language, data } = command
  // What a purge is asked for, or what the log is checked for, is not to be changed on the way.
  if (command.kind === 'list' || command.kind === 'export')
    await deleteOlder(held, data, { terminal, language, now })
  switch (command.kind) {
    case 'list':
      return await listHeld(command, stillDesk(held.stores, now), { terminal, output, now })
    case 'export': {
      for (const file of [command.csv, command.xlsx].filter((one) => one !== undefined)) {
        const prepared = await prepareOutput(file, language)
        if (!prepared.ok) return terminal.stop(prepared.error)
      }
      const desk = stillDesk(held.stores, now)
      const { rental } = command
      const judging = rental && judgingRental(rental, listedIn(held.stores.doNotRent))
      const parts = {
        desk,
        terminal,
        standardOutput: output,
        now,
        ...(judging && { judging }),
      }
      const isWritten = await writeTables(command, parts)
      return isWritten ? exitCodes.allRead : exitCodes.outputFailed
    }
    case 'renewals':
      return await tellRenewals(command, held.stores, { terminal, output, now })
    case 'purge':
      return await purge(command, held, terminal, now)
    case 'audit': {
      const verdict = held.stores.audit.verify()
      if (verdict.kind === 'broken') {
        terminal.warn(wordsIn(language)('command:auditBroken', { entry: verdict.entry }))
        return exitCodes.someFailed
      }
      terminal.say(wordsIn(language)('command:auditSound', { count: verdict.entries }))
      return exitCodes.allRead
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

async function purge(
  { olderThan, preview, language }: Extract<HeldCommand, { kind: 'purge' }>,
  held: HeldData,
  terminal: Terminal,
  now: () => Date,
): Promise<ExitCode> {
  const before = daysBefore(now(), olderThan)
  const purged = purgeOf(held, now)
  const readBefore = before.toISOString()
  const { count } = preview ? purged.preview(readBefore) : await purged.carryOut(readBefore)
  const words = preview ? 'command:wouldPurge' : 'command:purged'
  terminal.say(wordsIn(language)(words, { count, at: localMinute(before) }))
  return exitCodes.allRead
}
