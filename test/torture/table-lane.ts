import { readdirSync } from 'node:fs'
import path from 'node:path'
import { type DeskFolder, makeDeskFolder } from './desk-folder.ts'
import type { Lane, LaneParts, Round } from './lane.ts'
import { fillDesk } from './large-desk.ts'
import { leftoversIn } from './leftovers.ts'
import { whileWriting } from './plan.ts'
import { crashesIn, endOf, startProgram } from './program.ts'
import { readTable } from './table.ts'
import { Violation } from './violation.ts'
import { atMoment } from './watch.ts'

/** So many that their table is not written in one piece. */
const licenses = 2_500

/** Kills the program while it writes a long table over an old one. */
export function openTableLane({ random, root, hook }: LaneParts): Lane {
  const filled = fill(path.join(root, '1'))
  let killsBeforeRest = random.integer(2, 5)

  async function run(isRest: boolean): Promise<Round> {
    const { folder, names } = await filled
    const { data, keyFile, table, tables } = folder
    const program = startProgram(
      ['export', '--data', data, '--key-file', keyFile, '--csv', table, '--lang', 'en'],
      { NODE_COMPILE_CACHE: path.join(root, 'compiled') },
      hook,
    )
    const standing = new Set(['licenses.csv', ...readdirSync(tables)])
    const over = new AbortController()
    const trigger = whileWriting(random)
    const sights = { dataFolder: data, tableFolder: tables, onCall: () => () => undefined }
    const usual = { ms: 0, changes: 0 }
    if (!isRest) void atMoment(trigger, usual, sights, over.signal, () => program.kill(true))
    const ended = await endOf(program, folder.root)
    over.abort()
    const wasKilled = ended.code === null
    const violations = [
      ...violationsIn(table, names),
      ...(wasKilled ? [] : crashesIn(ended)),
      ...(isRest ? leftoversIn(data, tables).map((name) => `left over: ${name}`) : []),
    ]
    const during = isRest ? 'an export' : JSON.stringify(trigger)
    if (violations.length > 0) throw new Violation(during, folder.root, violations, ended.errors)
    if (isRest) return { kind: 'rested', states: [] }
    if (!wasKilled) return { kind: 'ended', act: 'export' }
    const isExporting = readdirSync(tables).some((name) => !standing.has(name))
    return { kind: 'killed', act: 'export', phase: isExporting ? 'export' : 'end' }
  }

  return {
    next() {
      const isRest = killsBeforeRest === 0
      killsBeforeRest = isRest ? random.integer(2, 5) : killsBeforeRest - 1
      return run(isRest)
    },
    rest: async () => [await run(true)],
    close: () => filled.then(() => undefined),
  }
}

async function fill(
  root: string,
): Promise<{ readonly folder: DeskFolder; readonly names: ReadonlySet<string> }> {
  const folder = makeDeskFolder(root)
  return { folder, names: new Set(await fillDesk(folder, licenses)) }
}

/** Either no table stands there yet or the whole one. */
function violationsIn(table: string, names: ReadonlySet<string>): string[] {
  const rows = readTable(table)
  if (rows === undefined) return []
  if (rows === 'torn') return ['the table is torn']
  const isWhole = rows.size === names.size && [...rows.keys()].every((name) => names.has(name))
  return isWhole ? [] : [`the table has ${rows.size} rows of ${names.size}`]
}
