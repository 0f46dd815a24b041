import { describe, expect, it } from 'vitest'
import type { OpenStores } from '../../../../electron/store/sqlite/open-stores.ts'
import { recordOf } from '../../../contracts/kept-samples.ts'
import { newFolder } from '../../settings/folder.ts'
import { spoil } from './damage.ts'
import { opened } from './opened.ts'

const number = '11010119900101001X'

/** Five records of which the third does not open, a paid call and an image that do not either. */
async function damaged(): Promise<OpenStores> {
  const folder = newFolder()
  const { stores, close } = await opened(folder)
  for (const id of ['1', '2', '3', '4', '5'])
    stores.records.put(
      recordOf(id, { name: `张${id}`, number, readAt: `2026-11-0${id}T00:00:00.000Z` }),
    )
  stores.paid.put('image', {
    kind: 'answered',
    outcome: { ok: true, value: [recordOf('3').reading] },
  })
  stores.images.put('pasted', Uint8Array.of(1, 2, 3))
  await close()
  spoil(
    folder,
    `UPDATE records SET content = zeroblob(60) WHERE id = '3';
     UPDATE paid SET outcome = zeroblob(60);
     UPDATE images SET bytes = zeroblob(60)`,
  )
  return opened(folder)
}

describe('a record that does not open (fault 18)', () => {
  const idsOf = ({ stores }: OpenStores, query = {}): string[] =>
    stores.records.find(query).matches.map(({ id }) => id)

  it.each([
    ['all', {}],
    ['a text', { text: '张' }],
    ['a person', { person: number }],
  ])('is left out where %s is asked for, and not counted', async (_, query) => {
    const desk = await damaged()
    expect(idsOf(desk, query)).toEqual(['5', '4', '2', '1'])
    expect(desk.stores.records.find(query).total).toBe(4)
  })

  it('makes no page shorter', async () => {
    const desk = await damaged()
    expect(idsOf(desk, { limit: 3 })).toEqual(['5', '4', '2'])
    expect(idsOf(desk, { limit: 3, offset: 3 })).toEqual(['1'])
    expect(idsOf(desk, { text: '张3' })).toEqual([])
  })

  it('is still there to be told of and to be removed, and then all is sound', async () => {
    const { stores, upkeep } = await damaged()
    expect([stores.records.has('3'), stores.records.get('3')]).toEqual([true, undefined])
    const third = { id: '3', readAt: '2026-11-03T00:00:00.000Z' }
    expect(stores.records.marks({ person: number })).toContainEqual(third)
    expect(stores.records.marks({ readBefore: '2026-11-04T00:00:00.000Z' })[0]).toEqual(third)
    stores.records.remove('3')
    stores.paid.remove('image')
    stores.images.remove('pasted')
    expect(stores.records.marks({})).toHaveLength(4)
    expect(await upkeep.check()).toEqual({ kind: 'sound' })
  })

  it('is a record again when it is put again', async () => {
    const desk = await damaged()
    expect(idsOf(desk)).toHaveLength(4)
    desk.stores.records.put(recordOf('3'))
    expect(idsOf(desk)).toHaveLength(5)
  })

  it('stays left out when changes are taken back', async () => {
    const desk = await damaged()
    expect(idsOf(desk)).toHaveLength(4)
    const act = (): never => {
      desk.stores.records.remove('3')
      throw new Error('taken back')
    }
    expect(() => desk.stores.together(act)).toThrow('taken back')
    expect(idsOf(desk)).toHaveLength(4)
  })
})

it('takes a paid call for sent whose answer does not open (fault 18)', async () => {
  const { stores } = await damaged()
  expect(stores.paid.get('image')).toEqual({ kind: 'sent' })
})

it('says of an image that it is damaged (fault 18)', async () => {
  const { stores } = await damaged()
  expect(() => stores.images.get('pasted')).toThrow('a sealed value does not open: images.bytes')
})
