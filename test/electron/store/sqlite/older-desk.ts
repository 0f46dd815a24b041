import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { gunzipSync } from 'node:zlib'
import { type OpenRecords, openRecords } from '../../../../electron/records/open-records.ts'
import { newFolder } from '../../settings/folder.ts'
import { sealerWith } from '../../settings/weak-sealer.ts'

const fixtures = path.resolve(import.meta.dirname, '../../../fixtures/older-desk')
const inFixtures = (name: string): Buffer => readFileSync(path.join(fixtures, name))

/**
 * A data folder as the program wrote it before anything was kept in the key ring: records `a` and `b`, a job for each and
 * one that waits, five entries in the log, of which the backup has three, the PIN 4711 and the passphrase below.
 */
export function olderDesk(): string {
  const folder = path.join(newFolder(), 'records')
  mkdirSync(path.join(folder, 'backups'), { recursive: true, mode: 0o700 })
  writeFileSync(path.join(folder, 'keys.json'), inFixtures('keys.json'))
  writeFileSync(path.join(folder, 'desk.sqlite'), gunzipSync(inFixtures('desk.sqlite.gz')))
  writeFileSync(backupIn(folder), gunzipSync(inFixtures('backup.sqlite.gz')))
  return folder
}

export const olderPassphrase = 'seven green rivers'
export const backupIn = (folder: string): string =>
  path.join(folder, 'backups/desk-2026-11-24.sqlite')

interface Kept extends OpenRecords {
  readonly close: () => Promise<void>
}

/** The records of a folder as the window opens them, with the key of the system; their state where they stay shut. */
export async function keptIn(folder: string): Promise<Kept | string> {
  let opened: OpenRecords | undefined
  const records = await openRecords({
    folder,
    sealer: sealerWith('key of the system'),
    now: () => new Date('2026-11-25T02:00:00Z'),
    onOpen(each) {
      opened = each
    },
    onShut: () => undefined,
    onError: (error) => {
      throw error
    },
  })
  let isClosed = false
  const close = async (): Promise<void> => {
    if (!isClosed) await records.close()
    isClosed = true
  }
  onTestFinished(close)
  return opened === undefined ? records.state().kind : { ...opened, close }
}

export async function openKept(folder: string): Promise<Kept> {
  const kept = await keptIn(folder)
  if (typeof kept === 'string') throw new Error(`not opened: ${kept}`)
  return kept
}
