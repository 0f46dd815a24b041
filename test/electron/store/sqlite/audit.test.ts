import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, it } from 'vitest'
import { entryOf } from '../../../contracts/kept-samples.ts'
import { newFolder } from '../../settings/folder.ts'
import { opened } from './opened.ts'

/** What somebody with the file, but without the key, does to a log of seven entries; what is found then. */
async function after(
  tamper: (database: DatabaseSync) => void,
  isWritten = false,
): Promise<unknown> {
  const folder = newFolder()
  const desk = await opened(folder)
  for (let number = 1; number <= 7; number += 1) desk.stores.audit.write(entryOf(`${number}`))
  await desk.close()
  const database = new DatabaseSync(path.join(folder, 'desk.sqlite'))
  tamper(database)
  database.close()
  const { stores } = await opened(folder)
  if (isWritten) stores.audit.write(entryOf('later'))
  return stores.audit.verify()
}

const sql = (text: string) => (database: DatabaseSync) => database.exec(text)

it.each<[string, string, number]>([
  ['an entry was changed', `UPDATE audit SET entry = zeroblob(60) WHERE number = 3`, 3],
  ['a link was changed', `UPDATE audit SET link = zeroblob(32) WHERE number = 3`, 3],
  [
    'an entry stands where another stood',
    `UPDATE audit SET
     entry = (SELECT entry FROM audit WHERE number = 2),
     link = (SELECT link FROM audit WHERE number = 2) WHERE number = 3`,
    3,
  ],
  ['an entry was taken out', `DELETE FROM audit WHERE number = 5`, 5],
  ['the first was taken out', `DELETE FROM audit WHERE number = 1`, 1],
  [
    'one was taken out and the rest moved up',
    `DELETE FROM audit WHERE number = 2;
     UPDATE audit SET number = number - 1 WHERE number > 2`,
    2,
  ],
  ['the end was cut off', `DELETE FROM audit WHERE number > 5`, 6],
  ['all was taken out', `DELETE FROM audit`, 1],
  [
    'an entry was put at the end',
    `INSERT INTO audit SELECT 8, entry, link FROM audit WHERE number = 7`,
    8,
  ],
])('finds that %s', async (_, text, entry) => {
  expect(await after(sql(text))).toEqual({ kind: 'broken', entry })
})

it.each<[string, string, number]>([
  ['the end was cut off', `DELETE FROM audit WHERE number > 5`, 6],
  ['the end and what tells of it', `DELETE FROM audit WHERE number > 5; DELETE FROM kept`, 6],
  ['all and what tells of it', `DELETE FROM audit; DELETE FROM kept`, 1],
  [
    'an entry was put at the end',
    `INSERT INTO audit SELECT 8, entry, link FROM audit WHERE number = 7`,
    8,
  ],
])('still finds it when more was written afterwards: %s', async (_, text, entry) => {
  expect(await after(sql(text), true)).toEqual({ kind: 'broken', entry })
})

it('finds nothing where nothing was done', async () => {
  expect(await after(() => undefined)).toEqual({ kind: 'sound', entries: 7 })
  expect(await after(() => undefined, true)).toEqual({ kind: 'sound', entries: 8 })
})

it('lists what can still be read when an entry was changed', async () => {
  const folder = newFolder()
  const desk = await opened(folder)
  for (const id of ['a', 'b', 'c']) desk.stores.audit.write(entryOf(id))
  await desk.close()
  const database = new DatabaseSync(path.join(folder, 'desk.sqlite'))
  database.exec(`UPDATE audit SET entry = zeroblob(60) WHERE number = 2`)
  database.close()
  const { stores } = await opened(folder)
  expect(stores.audit.newest(9).map(({ subject }) => subject)).toEqual(['c', 'a'])
})
