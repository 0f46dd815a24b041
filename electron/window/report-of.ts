import { readFileSync } from 'node:fs'
import os from 'node:os'
import type { DeskSnapshot } from '../../core/ipc/contract.ts'
import type { Settings } from '../../core/settings/settings.ts'
import { composeReport } from '../../core/support/report.ts'
import type { AccountStore } from '../settings/account-store.ts'

export interface ReportOfParts {
  /** Of the program. */
  readonly version: string
  readonly now: Date
  readonly settings: Settings
  readonly hasPin: boolean
  readonly account: ReturnType<AccountStore['view']>
  /** Whether the records are open, or why not. */
  readonly records: string
  /** Nothing while the records are shut. */
  readonly desk: DeskSnapshot | undefined
  readonly faultLog: string
}

/** The program, what it runs on, and the system, by name. */
export function versionsOf(version: string): { name: string; version: string }[] {
  const { electron, chrome, node, sqlite } = process.versions
  const known = { Electron: electron, Chromium: chrome, 'Node.js': node, SQLite: sqlite }
  return [
    { name: 'LicenseDesk', version },
    ...Object.entries(known).flatMap(([name, of]) =>
      of === undefined ? [] : { name, version: of },
    ),
    { name: os.type(), version: `${os.release()} ${os.arch()}` },
  ]
}

/** The report for support as things stand now. */
export function reportOf(parts: ReportOfParts): string {
  return composeReport({
    at: parts.now.toISOString(),
    versions: versionsOf(parts.version),
    machine: {
      processors: os.cpus().length,
      memoryGB: Math.round(os.totalmem() / 2 ** 30),
      upHours: Math.round(os.uptime() / 3600),
    },
    settings: parts.settings,
    hasPin: parts.hasPin,
    secretsKept: Object.values(parts.account.secrets).filter(({ isSet }) => isSet).length,
    records: parts.records,
    desk: parts.desk ?? null,
    faults: readLog(parts.faultLog),
  })
}

function readLog(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
