import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { fail, ok, type Result } from '../../core/result.ts'
import { ownFile } from '../files/own-folder.ts'
import { writeThroughOnce } from './write-through.ts'

export type KeyFileProblem =
  | { readonly kind: 'key-file-missing'; readonly path: string }
  /** It is no key file, or that of other data. */
  | { readonly kind: 'key-file-wrong'; readonly path: string }

type KeyFileRead = Result<Uint8Array, KeyFileProblem>

const keyBytes = 32

/** The 32 bytes that a key file holds as base64 text; from then on its owner alone can read it. */
export async function readKeyFile(file: string): Promise<KeyFileRead> {
  if (!existsSync(file)) return fail({ kind: 'key-file-missing', path: file })
  ownFile(file)
  const text = (await readFile(file, 'utf8').catch(() => '')).trim()
  const key = Buffer.from(text, 'base64')
  const isKey = key.length === keyBytes && key.toString('base64') === text
  return isKey ? ok(key) : fail({ kind: 'key-file-wrong', path: file })
}

/** Makes the key file, for its owner only, where there is none. */
export async function readOrMakeKeyFile(file: string): Promise<KeyFileRead> {
  if (!existsSync(file)) writeThroughOnce(file, `${randomBytes(keyBytes).toString('base64')}\n`)
  return readKeyFile(file)
}
