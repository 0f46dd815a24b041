import { constants } from 'node:fs'
import fs, { type FileHandle } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as pass } from 'node:timers/promises'
import type { ExportOutcome } from '../../core/ipc/contract.ts'
import { isImage } from '../engine/decode/is-image.ts'
import { codeOf } from '../files/code-of.ts'
import { keepOwner } from '../files/keep-owner.ts'
import { type Standing, standingAt } from '../files/standing.ts'
import { systemPath } from '../files/system-path.ts'
import { sweepLeftovers } from '../files/sweep-leftovers.ts'
import { temporaryBeside } from '../files/temporary.ts'

/** The file system calls that writing needs, by paths as jobs and records carry them. */
export interface Files {
  open(
    file: string,
    flags: string,
    mode?: number,
  ): Promise<Pick<FileHandle, 'writeFile' | 'sync' | 'close'>>
  rename(from: string, to: string): Promise<void>
  rm(file: string, options: { force: boolean }): Promise<void>
  readFile(file: string): Promise<Uint8Array>
  access(file: string, mode?: number): Promise<void>
}

export interface WriteParts {
  readonly files: Files
  readonly wait: (milliseconds: number) => Promise<void>
}

export const onThisDisk: WriteParts = {
  files: {
    open: (file, ...how) => fs.open(systemPath(file), ...how),
    rename: (from, to) => fs.rename(systemPath(from), systemPath(to)),
    rm: (file, how) => fs.rm(systemPath(file), how),
    readFile: (file) => fs.readFile(systemPath(file)),
    access: (file, mode) => fs.access(systemPath(file), mode),
  },
  wait: (milliseconds) => pass(milliseconds),
}

/** A spreadsheet program or a virus scanner may hold the target for a moment: four tries with these pauses. */
const pauses = [200, 400, 800] as const
const heldCodes = new Set(['EPERM', 'EBUSY', 'EACCES', 'ETXTBSY'])

export type Written = Extract<ExportOutcome, { kind: 'written' | 'locked' | 'failed' }>

/** What is to stand in a file. */
export interface Content {
  readonly bytes: Uint8Array
  readonly rows: number
  /** Whether what was read back says the same. */
  readonly isSame: (readBack: Uint8Array) => boolean
}

/**
 * Writes a file for this user only, or with the owner and the rights of the one whose place it takes. Links are followed
 * and stay. A folder or a picture is never replaced, and a device written to, without reading back.
 */
export async function writeVerified(
  target: string,
  content: Content,
  parts: WriteParts,
): Promise<Written> {
  const { bytes, rows } = content
  const { files } = parts
  try {
    const standing = await standingAt(target)
    switch (standing.kind) {
      case 'device':
        await writeThrough(files, target, bytes, 'a')
        return { kind: 'written', path: target, rows }
      case 'folder':
      case 'other':
        return failed(target, 'in-the-way')
      case 'file':
        if (await isImage(standing.place).catch(notIfHeld)) return failed(target, 'in-the-way')
        await files.access(standing.place, constants.W_OK)
        return await putInPlace(target, standing, content, parts)
      case 'nothing':
        return await putInPlace(target, standing, content, parts)
    }
  } catch (error) {
    return failed(target, failureReasonOf(error))
  }
}

/** What another program holds cannot even be looked at; that it is held is found out when it is to be replaced. */
function notIfHeld(error: unknown): false {
  if (codeOf(error) === 'EBUSY') return false
  throw error
}

/**
 * At every moment either the old or the whole new file stands there: a temporary file beside it, flushed and read back,
 * then renamed over it. What then stands on the disk is compared once more before success is reported.
 */
async function putInPlace(
  target: string,
  standing: Extract<Standing, { kind: 'file' | 'nothing' }>,
  { bytes, rows, isSame }: Content,
  { files, wait }: WriteParts,
): Promise<Written> {
  const { place } = standing
  const folder = path.dirname(place)
  const temporary = temporaryBeside(place)
  const differs = async (file: string): Promise<boolean> => !isSame(await files.readFile(file))
  await sweepLeftovers(folder)
  try {
    await writeThrough(files, temporary, bytes, 'wx')
    if (await differs(temporary)) return failed(target, 'read-back-differs')
    if (standing.kind === 'file') await keepOwner(temporary, standing.stats)
    const isHeld = await renameOver(temporary, place, files, wait)
    if (isHeld) {
      return { kind: 'locked', path: target, offered: await freeNameBeside(target, files) }
    }
    await flushFolder(files, folder)
    if (await differs(place)) return failed(target, 'read-back-differs')
    return { kind: 'written', path: target, rows }
  } finally {
    await files.rm(temporary, { force: true }).catch(() => undefined)
  }
}

type FailureReason = Extract<ExportOutcome, { kind: 'failed' }>['reason']

export const failed = (
  target: string,
  reason: FailureReason,
): Extract<Written, { kind: 'failed' }> => ({
  kind: 'failed',
  path: target,
  reason,
})

/** @param flags `wx` makes a new file and flushes it; `a` writes to a device, which has nothing to flush */
async function writeThrough(
  files: Files,
  file: string,
  bytes: Uint8Array,
  flags: 'wx' | 'a',
): Promise<void> {
  const handle = await files.open(file, flags, 0o600)
  try {
    await handle.writeFile(bytes)
    if (flags === 'wx') await handle.sync()
  } finally {
    await handle.close()
  }
}

/** @returns whether another program still holds the target after all tries */
async function renameOver(
  from: string,
  to: string,
  files: Files,
  wait: WriteParts['wait'],
): Promise<boolean> {
  for (const pause of [...pauses, undefined]) {
    try {
      await files.rename(from, to)
      return false
    } catch (error) {
      if (!heldCodes.has(codeOf(error))) throw error
      if (pause !== undefined) await wait(pause)
    }
  }
  return true
}

/** `licenses.csv` → `licenses (2).csv`, or the next number that is free. */
async function freeNameBeside(target: string, files: Pick<Files, 'access'>): Promise<string> {
  const { dir, name: numbered, ext } = path.parse(target)
  const name = numbered.replace(/ \(\d+\)$/, '')
  for (let number = 2; ; number++) {
    const candidate = path.join(dir, `${name} (${number})${ext}`)
    const isTaken = await files.access(candidate).then(
      () => true,
      () => false,
    )
    if (!isTaken) return candidate
  }
}

/** Makes the rename survive a power cut, where a folder can be flushed: not on Windows nor on every network disk. */
async function flushFolder(files: Files, folder: string): Promise<void> {
  try {
    const handle = await files.open(folder, 'r')
    await handle.sync().finally(() => handle.close())
  } catch {
    // The file itself was flushed, and is read back next.
  }
}

/** Why the system did not let a file be written. */
export function failureReasonOf(error: unknown): FailureReason {
  switch (codeOf(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return 'disk-full'
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return 'read-only'
    case 'ENOENT':
    case 'ENOTDIR':
    case 'EEXIST':
      return 'missing-folder'
    default:
      return 'other'
  }
}
