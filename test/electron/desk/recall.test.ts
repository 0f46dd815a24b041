import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { DeskChange } from '../../../core/ipc/contract.ts'
import { ok } from '../../../core/result.ts'
import type { Desk } from '../../../electron/desk/desk.ts'
import { createMemoryStores } from '../../../electron/store/memory-stores.ts'
import type { Stores } from '../../../electron/store/stores.ts'
import { readingsOf } from '../../fakes/fake-recognizer.ts'
import { deskWith, pngStart, states } from './desk-parts.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), '柜台 '))
})
afterEach(() => rm(folder, { recursive: true }))

const numbers = ['441900199012210519', '330106199207152847'] as const

/** A desk that read two licenses in one picture. */
async function deskOfTwo(): Promise<{ readonly desk: Desk; readonly stores: Stores }> {
  const stores = createMemoryStores()
  const desk = deskWith(
    { id: 'two', isPaid: false, recognize: async () => ok(readingsOf(...numbers)) },
    stores,
  )
  const file = path.join(folder, 'two.png')
  await writeFile(file, pngStart, 'latin1')
  await desk.add([file])
  await desk.idle()
  return { desk, stores }
}

const recordIds = (desk: Desk): string[] => desk.snapshot().records.map(({ id }) => id)

describe('records that are read once more', () => {
  it('come back to the list with all that is in their picture, as themselves, with what was decided', async () => {
    const { desk, stores } = await deskOfTwo()
    const ids = recordIds(desk)
    const [first = ''] = ids
    desk.decide(first, 'name', '张四')
    desk.putAway(ids)
    expect(recordIds(desk)).toEqual([])
    const told: DeskChange[] = []
    desk.onChange((change) => told.push(change))
    desk.recall([first])
    await desk.idle()
    expect(states(desk)).toEqual(['two.png done'])
    expect(recordIds(desk).toSorted()).toEqual(ids.toSorted())
    expect(stores.records.get(first)?.decisions.name?.value).toBe('张四')
    await desk.close()
    const heard = told.flatMap(({ records }) => records.map(({ id }) => id))
    expect(new Set(heard)).toEqual(new Set(ids))
    expect(stores.records.marks({})).toHaveLength(2)
  })

  it('are read where they stand, once, while they are on the list', async () => {
    const { desk, stores } = await deskOfTwo()
    const ids = recordIds(desk)
    desk.recall(ids)
    expect(states(desk)).toEqual(['two.png running'])
    await desk.idle()
    expect(recordIds(desk)).toEqual(ids)
    expect(stores.audit.newest(99).filter(({ act }) => act === 'license-read')).toHaveLength(4)
  })

  it('leave out what is not there any more, and bring back a merged one with its picture', async () => {
    const { desk, stores } = await deskOfTwo()
    const [first = '', second = ''] = recordIds(desk)
    desk.putAway([first, second])
    stores.merged.put(new Map([[second, first]]))
    desk.recall(['gone', first])
    await desk.idle()
    expect(stores.records.marks({})).toHaveLength(2)
    expect(stores.records.ids({})).toEqual([first])
  })

  it('are not told to the window when they are decided on while they are put away', async () => {
    const { desk } = await deskOfTwo()
    const [first = '', second = ''] = recordIds(desk)
    desk.putAway([first])
    const told: DeskChange[] = []
    desk.onChange((change) => told.push(change))
    const changes = [first, second].map((id) => ({ id, field: 'name', value: '张四' }) as const)
    expect(desk.amend([...changes])).toBe(2)
    await desk.close()
    expect(told.flatMap(({ records }) => records.map(({ id }) => id))).toEqual([second])
  })
})
