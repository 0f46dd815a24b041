import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, it } from 'vitest'
import { openStores } from '../../../../electron/store/sqlite/open-stores.ts'
import { createVault } from '../../../../electron/vault/vault.ts'
import { recordOf } from '../../../contracts/kept-samples.ts'
import { newFolder } from '../../settings/folder.ts'

const vault = createVault(Buffer.alloc(32, 7))

it('knows of records that an older version kept what it looks for now', async () => {
  const folder = path.join(newFolder(), 'records')
  const first = await openStores(folder, vault)
  if (!first.ok) throw new Error(first.error.kind)
  first.value.stores.records.put(recordOf('a', { name: '王伟' }))
  await first.value.close()

  const database = new DatabaseSync(path.join(folder, 'desk.sqlite'))
  const asBefore = Buffer.from('王伟\t441900199012210519\u00001\ta\t2021-03-15T01:30:00.000Z')
  const place = { table: 'search_blocks', row: '0', column: 'entries' }
  database
    .prepare('UPDATE search_blocks SET entries = ? WHERE block = 0')
    .run(vault.seal(place, asBefore))
  database.close()

  const again = await openStores(folder, vault)
  if (!again.ok) throw new Error(again.error.kind)
  const { records } = again.value.stores
  expect(records.find({}).matches).toMatchObject([{ name: '王伟', address: '', look: null }])
  expect(records.find({ text: '莞城街道' }).matches).toMatchObject([{ id: 'a', look: 0 }])
  await again.value.close()
})
