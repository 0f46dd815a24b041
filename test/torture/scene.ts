import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Job } from '../../core/jobs/job.ts'
import { imageOf, type LicenseRecord } from '../../core/license/record.ts'
import { openStores } from '../../electron/store/sqlite/open-stores.ts'
import type { PaidCall } from '../../electron/store/stores.ts'
import { dataFiles } from '../../electron/vault/data-folder.ts'
import { openKeyRing } from '../../electron/vault/key-ring.ts'

/** One image on the list, with all that is kept about it. */
export interface Kept {
  readonly job: Job
  readonly paid: PaidCall | undefined
  readonly record: LicenseRecord | undefined
}

/** What stands in a data folder, as it would be found by the next start. */
export interface Scene {
  readonly integrity: string
  readonly found: string
  readonly audit: string
  readonly kept: readonly Kept[]
}

/** Before anything was written. */
const nothing: Scene = { integrity: 'ok', found: 'sound', audit: 'sound', kept: [] }

/** Looks at a copy: opening a store may change it, and nobody may but the next start of the program. */
export async function sceneOf(dataFolder: string, keyFile: string): Promise<Scene> {
  if (!existsSync(path.join(dataFolder, dataFiles.store))) return nothing
  const copy = mkdtempSync(path.join(os.tmpdir(), 'license-desk-scene-'))
  try {
    cpSync(dataFolder, copy, { recursive: true })
    return await lookAt(copy, keyFile)
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}

async function lookAt(folder: string, keyFile: string): Promise<Scene> {
  const integrity = checkIntegrity(path.join(folder, dataFiles.store))
  const ring = await openKeyRing(folder, { keyFile })
  if (!ring.ok) throw new Error(`the keys do not open: ${ring.error.kind}`)
  const opened = await openStores(folder, ring.value.vault)
  if (!opened.ok) throw new Error(`the store does not open: ${opened.error.kind}`)
  const { stores, found } = opened.value
  const kept = stores.jobs.all().map((job) => ({
    job,
    paid: stores.paid.get(imageOf(job.source)),
    record: job.state.kind === 'done' ? stores.records.get(job.state.recordIds[0]) : undefined,
  }))
  const audit = stores.audit.verify().kind
  await opened.value.close()
  return { integrity, found: found.kind, audit, kept }
}

function checkIntegrity(file: string): string {
  const database = new DatabaseSync(file)
  try {
    const [verdict] = Object.values(database.prepare('PRAGMA integrity_check').get() ?? {})
    return typeof verdict === 'string' ? verdict : 'not said'
  } finally {
    database.close()
  }
}
