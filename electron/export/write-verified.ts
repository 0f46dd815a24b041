import type { FileHandle } from 'node:fs/promises'
import path from 'node:path'
import type { ExportOutcome } from '../../core/ipc/contract.ts'
import { temporaryBeside } from '../files/temporary.ts'

/** The file system calls that writing needs; `node:fs/promises` is one. */
export interface Files {
  open(file: string, flags: string): Promise<Pick<FileHandle, 'writeFile' | 'sync' | 'close'>>
  rename(from: string, to: string): Promise<void>
  rm(file: string, options: { force: boolean }): Promise<void>
  readFile(file: string, encoding: 'utf8'): Promise<string>
  access(file: string): Promise<void>
}

export interface WriteParts {
  readonly files: Files
  readonly wait: (milliseconds: number) => Promise<void>
}

/** A spreadsheet program or a virus scanner may hold the target for a moment: four tries with these pauses. */
const pauses = [200, 400, 800] as const
const heldCodes = new Set(['EPERM', 'EBUSY', 'EACCES', 'ETXTBSY'])

type Written = Exclude<ExportOutcome, { kind: 'cancelled' }>

/**
 * Writes a file so that at every moment either the old or the whole new one stands there: a temporary file beside it,
 * flushed and read back, then renamed over it. What then stands on the disk is compared once more before success is
 * reported.
 * @param isSame whether the text that was read back says the same
 */
export async function writeVerified(
  target: string,
  text: string,
  rows: number,
  isSame: (readBack: string) => boolean,
  { files, wait }: WriteParts,
): Promise<Written> {
  const folder = path.dirname(target)
  const temporary = temporaryBeside(target)
  const differs = async (file: string): Promise<boolean> =>
    !isSame(await files.readFile(file, 'utf8'))
  try {
    await writeThrough(files, temporary, text)
    if (await differs(temporary)) return failed(target, 'read-back-differs')
    const isHeld = await renameOver(temporary, target, files, wait)
    if (isHeld) {
      return { kind: 'locked', path: target, offered: await freeNameBeside(target, files) }
    }
    await flushFolder(files, folder)
    if (await differs(target)) return failed(target, 'read-back-differs')
    return { kind: 'written', path: target, rows }
  } catch (error) {
    return failed(target, reasonOf(error))
  } finally {
    await files.rm(temporary, { force: true }).catch(() => undefined)
  }
}

type FailureReason = Extract<ExportOutcome, { kind: 'failed' }>['reason']

const failed = (target: string, reason: FailureReason): Written => ({
  kind: 'failed',
  path: target,
  reason,
})

async function writeThrough(files: Files, file: string, text: string): Promise<void> {
  const handle = await files.open(file, 'w')
  try {
    await handle.writeFile(text, 'utf8')
    await handle.sync()
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

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : ''

function reasonOf(error: unknown): FailureReason {
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
      return 'missing-folder'
    default:
      return 'other'
  }
}
