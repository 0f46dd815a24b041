import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { readdirSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { sweepDataFolder, sweepLeftovers } from '../../../electron/files/sweep-leftovers.ts'
import { temporaryBeside } from '../../../electron/files/temporary.ts'
import { newFolder } from '../settings/folder.ts'

const hour = 60 * 60

/** Begins a file as the process of a number would, some seconds ago. */
function begin(folder: string, change: (name: string) => string, age = 0): string {
  const name = change(path.basename(temporaryBeside(path.join(folder, '表.csv'))))
  const file = path.join(folder, name)
  writeFileSync(file, 'half')
  const then = Date.now() / 1000 - age
  utimesSync(file, then, then)
  return name
}

const by = (pid: number) => (name: string) => name.replace(`-${process.pid}-`, `-${pid}-`)
const elsewhere = (name: string): string => name.replace(/desk-[0-9a-f]{8}/, 'desk-0123abcd')

/** The number of a process that has ended. */
const endedPid = (): number => spawnSync(process.execPath, ['--version']).pid

it('removes what a program that was killed had begun (fault 4)', async () => {
  const folder = newFolder()
  begin(folder, by(endedPid()))
  begin(folder, (name) => name, process.uptime() + 1)
  begin(folder, elsewhere, 25 * hour)
  begin(folder, () => `.license-desk-${randomUUID()}.part`, 25 * hour)
  await sweepLeftovers(folder)
  expect(readdirSync(folder)).toEqual([])
})

it('never removes what somebody may be writing, or what is not ours', async () => {
  const folder = newFolder()
  const stay = [
    begin(folder, (name) => name),
    begin(folder, by(process.ppid), 23 * hour),
    begin(folder, elsewhere, 23 * hour),
    begin(folder, () => 'film.part', 25 * hour),
    begin(folder, () => 'settings.json.tmp-1764000000abcdef', 25 * hour),
    begin(folder, () => '表.csv', 25 * hour),
  ]
  await sweepLeftovers(folder)
  expect(readdirSync(folder).toSorted()).toEqual(stay.toSorted())
})

it('removes from the data folder also what electron-store had begun (fault 17)', async () => {
  const folder = newFolder()
  begin(folder, () => 'settings.json.tmp-1764000000abcdef')
  begin(folder, () => 'settings.json')
  await sweepDataFolder(folder)
  expect(readdirSync(folder)).toEqual(['settings.json'])
})

it('does not mind a folder that is not there', async () => {
  await expect(sweepLeftovers(path.join(newFolder(), 'gone'))).resolves.toBeUndefined()
})
