import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { mapFields } from '../../../core/license/field.ts'
import { nothingRead } from '../../../core/license/reading.ts'
import type { LicenseRecord } from '../../../core/license/record.ts'
import { type OpenStores, openStores } from '../../../electron/store/sqlite/open-stores.ts'
import { createVault } from '../../../electron/vault/vault.ts'
import { readAs, recordWith } from '../../core/license/sample.ts'
import { personOf } from '../../fixtures/cards/people.ts'
import { randomOf } from '../../fixtures/cards/random.ts'
import { quantile } from '../figures.ts'

const vault = createVault(Buffer.alloc(32, 7))

export async function openDesk(folder: string): Promise<OpenStores> {
  const opened = await openStores(folder, vault)
  if (!opened.ok) throw new Error(opened.error.kind)
  return opened.value
}

/** Does something with a folder on the disk of temporary files, and removes it. */
export async function inFolder<Value>(act: (folder: string) => Promise<Value>): Promise<Value> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'desk-bench-'))
  try {
    return await act(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Records of fictitious people, one after the other. */
export function* recordsOf(count: number): Generator<LicenseRecord> {
  for (let number = 0; number < count; number += 1) {
    const { license } = personOf(randomOf(number))
    const sample = recordWith(mapFields((field) => readAs(license[field])))
    yield { ...sample, id: `record-${number}`, readAt: instantOf(number) }
  }
}

/** As one of WeChat's: no confidence of single characters, so that many are kept quickly. */
export const withoutCharacters = (record: LicenseRecord): LicenseRecord => ({
  ...record,
  reading: {
    ...record.reading,
    fields: mapFields((field) => ({
      ...nothingRead,
      raw: record.reading.fields[field].raw,
      value: record.reading.fields[field].value,
    })),
  },
})

const instantOf = (number: number): string =>
  new Date(Date.UTC(2024, 0, 1) + number * 600_000).toISOString()

/** What something took, in milliseconds: on the clock, and of the processor, which others on the machine do not lengthen. */
export interface Time {
  readonly clock: number
  readonly processor: number
}

export function timed(act: () => unknown): Time {
  const before = process.cpuUsage()
  const start = performance.now()
  act()
  const clock = performance.now() - start
  const { user, system } = process.cpuUsage(before)
  return { clock, processor: (user + system) / 1000 }
}

export const median = (times: readonly Time[], of: keyof Time): number =>
  quantile(
    times.map((time) => time[of]),
    0.5,
  )
