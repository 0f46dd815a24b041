import { closeSync, fstatSync, fsyncSync, openSync, writeSync } from 'node:fs'
import type { Writable } from 'node:stream'
import { fail, ok, type Result } from '../../../core/result.ts'
import type { Language } from '../../../core/settings/settings.ts'
import { systemPath } from '../../files/system-path.ts'
import type { Stop } from '../exit-codes.ts'
import { cannotWrite, prepareOutput } from './prepare-output.ts'

/** Where lines of JSON go, each whole or not at all. */
export interface LineOutput {
  /** Throws when the line cannot be written. */
  readonly write: (line: unknown) => void
  /** Throws when what was written did not reach the disk. */
  readonly close: () => void
}

export type StandardOutput = Writable & { readonly fd?: number }

/** Lines to a file, which is made for this user only or keeps its owner and its rights. */
export async function openLines(
  file: string,
  language: Language,
): Promise<Result<LineOutput, Stop>> {
  const prepared = await prepareOutput(file, language)
  if (!prepared.ok) return prepared
  try {
    const descriptor = openSync(systemPath(file), 'w', 0o600)
    return ok({
      write: (line) => writeAll(descriptor, textOf(line)),
      close: () => {
        try {
          if (fstatSync(descriptor).isFile()) fsyncSync(descriptor)
        } finally {
          closeSync(descriptor)
        }
      },
    })
  } catch (error) {
    return fail(cannotWrite(file, error, language))
  }
}

/** Lines to standard output; a stream does not tell of a disk that took half a line, so a file is written directly. */
export function standardLines(output: StandardOutput): LineOutput {
  const { fd: descriptor } = output
  const isFile = descriptor !== undefined && fstatSync(descriptor).isFile()
  return {
    write: (line) => {
      if (isFile) writeAll(descriptor, textOf(line))
      else output.write(textOf(line))
    },
    close: () => undefined,
  }
}

/** Bytes to standard output; throws when a file that it is does not take them all. */
export function standardBytes(output: StandardOutput, bytes: Uint8Array): void {
  const { fd: descriptor } = output
  if (descriptor !== undefined && fstatSync(descriptor).isFile()) writeBytes(descriptor, bytes)
  else output.write(bytes)
}

const writeAll = (descriptor: number, text: string): void =>
  writeBytes(descriptor, Buffer.from(text))

function writeBytes(descriptor: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(descriptor, bytes, done)
}

/** The same value, with nothing in it that a terminal would obey or not show. */
const textOf = (line: unknown): string =>
  `${JSON.stringify(line).replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, escaped)}\n`

const escaped = (character: string): string =>
  character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('')
