import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { type ExportEntry, isReviewed } from '../../core/export/entry.ts'
import { type LicenseFile, licenseFile, licenseFileOf } from '../../core/export/license-file.ts'
import type { ExportOutcome } from '../../core/ipc/contract.ts'
import { codeOf } from '../files/code-of.ts'
import { systemPath } from '../files/system-path.ts'
import { leftOutOf } from './export-table.ts'
import { failed, failureReasonOf, onThisDisk, writeVerified } from './write-verified.ts'

/**
 * Writes each license that nobody has to look at any more as one file of its own, whole, for a program that watches the
 * folder. A license that was handed over before takes the place of its file; one that stands there as it is now stays.
 */
export async function handOver(
  folder: string,
  entries: readonly ExportEntry[],
  now: Date,
): Promise<ExportOutcome> {
  const chosen = entries.filter(isReviewed)
  const left = leftOutOf(entries, chosen)
  if (chosen.length === 0) return { kind: 'nothing', leftOut: entries.length }
  let [rows, already] = [0, 0]
  for (const entry of chosen) {
    const outcome = await handOverOne(folder, licenseFileOf(entry, now.toISOString()))
    if (outcome === 'stands') already += 1
    else if (outcome.kind === 'written') rows += 1
    else return outcome
  }
  return { kind: 'written', path: folder, rows, ...left, ...(already === 0 ? {} : { already }) }
}

async function handOverOne(folder: string, file: LicenseFile) {
  const target = path.join(folder, `license-${plainName(file.recordId)}.json`)
  try {
    const there = await standingFile(target)
    if (there === 'other') return failed(target, 'in-the-way')
    if (there !== undefined && isSame(there, file)) return 'stands'
    const bytes = Buffer.from(`${JSON.stringify(file, null, 2)}\n`)
    const content = { bytes, rows: 1, isSame: (readBack: Uint8Array) => bytes.equals(readBack) }
    const outcome = await writeVerified(target, content, onThisDisk)
    return outcome.kind === 'locked' ? { ...outcome, offered: '' } : outcome
  } catch (error) {
    return failed(target, failureReasonOf(error))
  }
}

/** The license that was handed over before, nothing where there is no file, `other` where it is none of ours. */
async function standingFile(target: string): Promise<LicenseFile | 'other' | undefined> {
  try {
    const parsed = licenseFile.safeParse(JSON.parse(await readFile(systemPath(target), 'utf8')))
    return parsed.success ? parsed.data : 'other'
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    if (error instanceof SyntaxError) return 'other'
    throw error
  }
}

/** Whenever they were written. */
const isSame = (one: LicenseFile, other: LicenseFile): boolean => textOf(one) === textOf(other)

const textOf = (file: LicenseFile): string =>
  JSON.stringify(licenseFile.parse({ ...file, exportedAt: '1970-01-01T00:00:00Z' }))

/** Ids are made here and hold nothing else; whatever they held, it stays within the folder. */
const plainName = (id: string): string => id.replaceAll(/[^\w-]/g, '_')
