import path from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { StoreProblem } from '../../../../electron/store/store-problem.ts'
import { isFileWhole } from '../../../../electron/store/sqlite/whole-file.ts'
import { newFolder } from '../../settings/folder.ts'
import { fileIn, filled, spoil, zeroPages } from './damage.ts'

it('finds a file whole, and this thread has its turns meanwhile', async () => {
  const looking = isFileWhole(fileIn(await filled()))
  const isOver = looking.then(() => true)
  let turns = 0
  while (!(await Promise.race([isOver, nextTurn(false)]))) turns += 1
  expect(await looking).toBe(true)
  expect(turns).toBeGreaterThan(5)
})

it.each(['records', 'records_person'])('finds what is torn in %s', async (place) => {
  const folder = await filled()
  zeroPages(folder, place)
  expect(await isFileWhole(fileIn(folder))).toBe(false)
})

it('finds a row that may not be', async () => {
  const folder = await filled()
  spoil(folder, `UPDATE jobs SET state = 'lost'`)
  expect(await isFileWhole(fileIn(folder))).toBe(false)
})

it('tells of the disk where the file cannot be opened', async () => {
  const nowhere = path.join(newFolder(), 'none', 'desk.sqlite')
  await expect(isFileWhole(nowhere)).rejects.toThrow(StoreProblem)
})
