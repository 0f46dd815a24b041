import { existsSync } from 'node:fs'
import path from 'node:path'
import { isAddress } from '../intake/address.ts'
import type { Environment } from './environment.ts'
import type { DataPlace, HeldCommand } from './held-arguments.ts'
import type { ScanRequest } from './scan.ts'
import type { TableOptions } from './table-options.ts'

/**
 * Where the person stands, whom paths are meant from: npm runs its scripts from the project's folder. Nothing when that
 * folder is gone.
 */
export function callersFolder(environment: Environment): string | undefined {
  const isScript = ['desk', 'demo'].includes(environment['npm_lifecycle_event'] ?? '')
  const folder = (isScript ? environment['INIT_CWD'] : undefined) ?? workingFolder()
  return folder !== undefined && existsSync(folder) ? folder : undefined
}

function workingFolder(): string | undefined {
  try {
    return process.cwd()
  } catch {
    return undefined
  }
}

/** What was asked, with absolute paths. */
export const scanFrom = (from: string, request: ScanRequest): ScanRequest => ({
  ...request,
  paths: request.paths.map((place) => absolute(from, place)),
  ...(request.json === undefined ? {} : { json: absolute(from, request.json) }),
  ...tablesFrom(from, request),
  ...(request.data === undefined ? {} : { data: dataFrom(from, request.data) }),
})

export function heldFrom(from: string, command: HeldCommand): HeldCommand {
  const held = { ...command, data: dataFrom(from, command.data) }
  if (held.kind === 'export') return { ...held, ...tablesFrom(from, held) }
  if (held.kind === 'renewals' && held.csv !== undefined)
    return { ...held, csv: absolute(from, held.csv) }
  if (held.kind === 'list' && held.json !== undefined)
    return { ...held, json: absolute(from, held.json) }
  return held
}

const tablesFrom = (from: string, { csv, xlsx }: TableOptions) => ({
  ...(csv === undefined ? {} : { csv: absolute(from, csv) }),
  ...(xlsx === undefined ? {} : { xlsx: absolute(from, xlsx) }),
})

const dataFrom = (from: string, { folder, keyFile, ...rest }: DataPlace): DataPlace => ({
  ...rest,
  folder: absolute(from, folder),
  ...(keyFile === undefined ? {} : { keyFile: absolute(from, keyFile) }),
})

function absolute(from: string, place: string): string {
  if (place === '' || place === '-' || isAddress(place)) return place
  return path.resolve(from, place)
}
