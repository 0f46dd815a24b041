import { expect, it } from 'vitest'
import { keptInRing } from '../../../../electron/store/sqlite/kept-in-ring.ts'
import { keptInMemory, type RingKeeper } from '../../../../electron/vault/ring-kept.ts'
import { newFolder } from '../../settings/folder.ts'
import { entryOf } from '../../../contracts/kept-samples.ts'
import { openStores } from '../../../../electron/store/sqlite/open-stores.ts'
import { testVault } from './opened.ts'

/** A ring on a disk that refuses, with what the system says. */
const refusing = (code: string): RingKeeper => ({
  ...keptInMemory(),
  save: () => {
    throw Object.assign(new Error(code), { code })
  },
})
const pin = { salt: 'AAAA', hash: 'AAAA', tries: { wrong: 0, since: 0 } }

it.each([
  ['ENOSPC', 'disk-full'],
  ['EROFS', 'store-failed'],
])('tells of the disk as a store does: %s is %s (fault 11)', (code, kind) => {
  expect(() => keptInRing(refusing(code)).pin.save({ pin })).toThrow(
    expect.objectContaining({ name: 'StoreProblem', kind }),
  )
})

it('changes one thing and leaves the others', () => {
  const { anchor, ...kept } = keptInRing(keptInMemory())
  anchor.save({ entries: 1, link: 'AAAA' })
  kept.pin.save({ pin })
  anchor.save({ entries: 2, link: 'BBBB' })
  expect(kept.load()).toEqual({ pin, log: { entries: 2, link: 'BBBB' } })
  kept.pin.save({})
  expect(kept.load()).toEqual({ log: { entries: 2, link: 'BBBB' } })
})

it('a ring that cannot be written keeps no store from being opened, written and closed (fault 11)', async () => {
  const folder = newFolder()
  const opened = await openStores(folder, testVault, undefined, refusing('ENOSPC'))
  if (!opened.ok) throw new Error(opened.error.kind)
  opened.value.stores.audit.write(entryOf('a'))
  expect(await opened.value.upkeep.backUp()).toMatchObject({ kind: 'made' })
  await opened.value.close()
})
