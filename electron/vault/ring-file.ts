import { existsSync } from 'node:fs'
import { readFile, rename } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { fail, ok, type Result } from '../../core/result.ts'
import { asideName } from '../files/aside-name.ts'
import type { FileFound } from '../files/keeper.ts'
import { dataFiles } from './data-folder.ts'
import { flushFolder, writeThrough, writeThroughOnce } from './write-through.ts'

const powerOfTwo = z
  .number()
  .int()
  .min(2 ** 10)
  .max(2 ** 21)
  .refine((value) => Number.isInteger(Math.log2(value)))

/** The data key, sealed with what scrypt makes of a passphrase; bytes in base64. */
export const wrappedByPassphrase = z.object({
  cost: powerOfTwo,
  blockSize: z.number().int().min(1).max(16),
  parallelization: z.number().int().min(1).max(8),
  salt: z.base64(),
  sealed: z.base64(),
})

const parts = {
  /** Of the data key; another one in each version, so that none can be passed off as an older one. */
  mark: z.string(),
  wrapped: z.object({
    system: z.string().optional(),
    passphrase: wrappedByPassphrase.optional(),
    keyFile: z.base64().optional(),
  }),
}
const ring = z.discriminatedUnion('version', [
  z.object({ version: z.literal(1), ...parts }),
  /** `kept`: what stands in the ring and in no store, sealed. */
  z.object({ version: z.literal(2), ...parts, kept: z.base64() }),
])
const newestVersion = 2
const anyVersion = z.object({ version: z.number().int() })

/** The data key as it stands on the disk: wrapped, in every way in which it can be had again. */
export type Ring = z.output<typeof ring>

export type RingProblem =
  /** Neither the file nor its copy can be read; both stand as they were. */
  | { readonly kind: 'ring-damaged'; readonly path: string }
  /** Written by a newer version of the program. */
  | { readonly kind: 'ring-newer'; readonly path: string }

interface RingFound {
  readonly ring: Ring
  readonly found: FileFound
}

/** Reads the ring, or its copy where the file is broken or gone; nothing where there is neither. */
export async function readRing(
  folder: string,
  now: Date,
): Promise<Result<RingFound | undefined, RingProblem>> {
  const file = path.join(folder, dataFiles.ring)
  const copy = path.join(folder, dataFiles.lastGoodRing)
  const [first, second] = [await read(file), await read(copy)]
  if (first === 'newer' || second === 'newer') return fail({ kind: 'ring-newer', path: file })
  if (typeof first === 'object') {
    if (JSON.stringify(first) !== JSON.stringify(second)) writeThrough(copy, textOf(first))
    return ok({ ring: first, found: { kind: 'sound' } })
  }
  if (typeof second !== 'object') {
    const isThere = first === 'broken' || second === 'broken'
    return isThere ? fail({ kind: 'ring-damaged', path: file }) : ok(undefined)
  }
  const aside = await setAside(file, now)
  writeThrough(file, textOf(second))
  return ok({ ring: second, found: { kind: 'restored', aside } })
}

/** Both files, so that no way that was taken out of the ring stays open in the copy. */
export function writeRing(folder: string, next: Ring): void {
  writeThrough(path.join(folder, dataFiles.ring), textOf(next))
  writeThrough(path.join(folder, dataFiles.lastGoodRing), textOf(next))
}

/** Like `writeRing`, for a folder without a ring; false when another process was faster. */
export function writeFirstRing(folder: string, first: Ring): boolean {
  const isFirst = writeThroughOnce(path.join(folder, dataFiles.ring), textOf(first))
  if (isFirst) writeThrough(path.join(folder, dataFiles.lastGoodRing), textOf(first))
  return isFirst
}

const textOf = (value: Ring): string => `${JSON.stringify(value, null, 2)}\n`

async function read(file: string): Promise<Ring | 'missing' | 'broken' | 'newer'> {
  if (!existsSync(file)) return 'missing'
  try {
    const value: unknown = JSON.parse(await readFile(file, 'utf8'))
    const found = ring.safeParse(value)
    if (found.success) return found.data
    const other = anyVersion.safeParse(value)
    return other.success && other.data.version > newestVersion ? 'newer' : 'broken'
  } catch {
    return 'broken'
  }
}

/** @returns where the broken file stands now; where it should have stood when it is gone */
async function setAside(file: string, now: Date): Promise<string> {
  if (!existsSync(file)) return file
  const aside = asideName(file, now)
  await rename(file, aside)
  flushFolder(path.dirname(file))
  return aside
}
