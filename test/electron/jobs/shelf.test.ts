import { describe, expect, it } from 'vitest'
import { keptPath } from '../../../core/license/record.ts'
import { createShelf } from '../../../electron/jobs/shelf.ts'
import { takeOffNamed, namedBy } from '../../../electron/jobs/take-off.ts'
import { takenBy } from '../../../electron/jobs/taken.ts'
import { createMemoryStores } from '../../../electron/store/memory-stores.ts'
import { failed, jobWith, recordOf } from '../../contracts/kept-samples.ts'

function filled() {
  const stores = createMemoryStores()
  for (const id of ['a', 'b', 'c']) stores.records.put(recordOf(id))
  stores.jobs.put(jobWith('one', { kind: 'done', recordIds: ['a'] }))
  stores.jobs.put(jobWith('sheet', { kind: 'done', recordIds: ['b', 'c'] }))
  const pasted = jobWith('pasted', failed)
  stores.jobs.put({ ...pasted, source: { ...pasted.source, path: keptPath('pasted') } })
  stores.images.put('pasted', Uint8Array.of(1, 2))
  const remove = (ids: readonly string[]): void => {
    takeOffNamed(namedBy(ids, stores.jobs.all()), stores)
    for (const id of ids) stores.records.remove(id)
  }
  return { stores, remove, shelf: createShelf(stores) }
}

describe('the shelf of what was taken off', () => {
  it('brings back a line with its record, and an image that has no file', () => {
    const { stores, remove, shelf } = filled()
    shelf.hold(['a', 'pasted'])
    remove(['a', 'pasted'])
    expect(stores.records.has('a')).toBe(false)
    expect(shelf.bringBack(['a'])).toMatchObject({ count: 2, records: [{ id: 'a' }] })
    expect(stores.records.get('a')).toEqual(recordOf('a'))
    expect(stores.jobs.get('one')?.state).toEqual({ kind: 'done', recordIds: ['a'] })
    expect(stores.images.get('pasted')).toEqual(Uint8Array.of(1, 2))
    expect(shelf.bringBack(['a'])).toBeUndefined()
  })

  it('brings back the image without a file that a second page came in', () => {
    const { stores, shelf } = filled()
    const source = { path: keptPath('second'), name: '粘贴', page: 1 }
    stores.records.put({ ...recordOf('a'), joined: { source } })
    stores.images.put('second', Uint8Array.of(3))
    shelf.hold(['a'])
    takeOffNamed(namedBy(['a'], stores.jobs.all()), stores)
    expect(stores.images.get('second')).toBeUndefined()
    shelf.bringBack(['a'])
    expect(stores.images.get('second')).toEqual(Uint8Array.of(3))
  })

  it('holds a document of several pages once, and brings it back as one', () => {
    const { stores, remove, shelf } = filled()
    for (const id of ['first', 'second', 'third']) {
      stores.jobs.put({ ...jobWith(id, failed), source: { path: keptPath(id), name: '', page: 1 } })
      stores.images.share(id, 'pasted')
    }
    const ids = ['first', 'second', 'pasted']
    shelf.hold(ids)
    expect(takenBy(ids, stores).images).toEqual([
      { ids: ['pasted', 'first', 'second'], bytes: Uint8Array.of(1, 2) },
    ])
    remove(ids)
    expect(stores.images.get('third')).toEqual(Uint8Array.of(1, 2))
    shelf.bringBack(ids)
    const contents = [...ids, 'third'].map((id) => stores.images.contentOf(id))
    expect(new Set(contents).size).toBe(1)
    remove([...ids, 'third'])
    expect(stores.images.get('third')).toBeUndefined()
  })

  it('puts one of several licenses of an image back among the others, in their order', () => {
    const { stores, remove, shelf } = filled()
    shelf.hold(['b'])
    remove(['b'])
    expect(stores.jobs.get('sheet')?.state).toEqual({ kind: 'done', recordIds: ['c'] })
    shelf.bringBack(['b'])
    expect(stores.jobs.get('sheet')?.state).toEqual({ kind: 'done', recordIds: ['b', 'c'] })
  })

  it('has what was being read wait for a person, as a call for it may be out', () => {
    const { stores, remove, shelf } = filled()
    stores.jobs.put(jobWith('under way', { kind: 'running' }))
    shelf.hold(['under way'])
    remove(['under way'])
    shelf.bringBack(['under way'])
    expect(stores.jobs.get('under way')?.state).toEqual({ kind: 'cancelled' })
  })

  it('lets go of all when somebody is to be forgotten, or it is locked', () => {
    const { remove, shelf } = filled()
    shelf.hold(['a'])
    remove(['a'])
    shelf.clear()
    expect(shelf.bringBack(['a'])).toBeUndefined()
  })
})
