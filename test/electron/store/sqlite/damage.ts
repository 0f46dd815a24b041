import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect } from 'vitest'
import { openStores } from '../../../../electron/store/sqlite/open-stores.ts'
import { jobWith, recordOf } from '../../../contracts/kept-samples.ts'
import { newFolder } from '../../settings/folder.ts'
import { opened, testVault } from './opened.ts'

export const day = (number: number) => () => new Date(`2026-11-${number}T02:00:00Z`)
export const fileIn = (folder: string): string => path.join(folder, 'desk.sqlite')
export const problemIn = async (folder: string, vault = testVault): Promise<unknown> => {
  const stores = await openStores(folder, vault, day(24))
  if (stores.ok) await stores.value.close()
  return stores.ok ? stores.value.found : stores.error
}

export const asBackup = '2026-11-23.sqlite'

/** A folder with 200 records, all but the last in the backup of yesterday. */
export async function filled(): Promise<string> {
  const folder = newFolder()
  const { stores, upkeep, close } = await opened(folder, day(23))
  stores.together(() => {
    stores.jobs.put(jobWith('job'))
    for (let number = 0; number < 199; number += 1) stores.records.put(recordOf(`${number}`))
  })
  expect(await upkeep.backUp()).toMatchObject({ kind: 'made' })
  stores.records.put(recordOf('today'))
  await close()
  return folder
}

/** Works on the bytes of the file. */
export const damage = (folder: string, act: (bytes: Buffer) => Buffer): void => {
  writeFileSync(fileIn(folder), act(readFileSync(fileIn(folder))))
}

/** Numbers of the pages that hold the rows of a table, in order. */
export function leavesOf(folder: string, table: string): number[] {
  const database = new DatabaseSync(fileIn(folder))
  const rows = database
    .prepare(`SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf' ORDER BY path`)
    .all(table)
  database.close()
  return rows.map(({ pageno }) => Number(pageno))
}

export const zeroPage = (folder: string, page = 0): void =>
  damage(folder, (bytes) => bytes.fill(0, (page - 1) * 4096, page * 4096))
export const zeroPages = (folder: string, table: string): void =>
  leavesOf(folder, table).forEach((page) => zeroPage(folder, page))

/** Writes what the store itself never would, and so has it found broken. */
export function spoil(folder: string, sql: string): void {
  const database = new DatabaseSync(fileIn(folder))
  database.exec(`PRAGMA ignore_check_constraints = 1; ${sql}`)
  database.close()
}
