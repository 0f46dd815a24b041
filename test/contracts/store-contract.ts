import { describe, expect, it } from 'vitest'
import type { Store } from '../../electron/store/stores.ts'

export interface StoreCase<Item extends { readonly id: string }> {
  /** An empty store. */
  readonly open: () => Store<Item> | Promise<Store<Item>>
  readonly item: (id: string) => Item
  /** The same item with something else in it. */
  readonly change: (item: Item) => Item
}

/** What every store promises, wherever it keeps things. */
export function storeContract<Item extends { readonly id: string }>(
  name: string,
  { open, item, change }: StoreCase<Item>,
): void {
  const filled = async (...ids: readonly string[]): Promise<Store<Item>> => {
    const store = await open()
    for (const id of ids) store.put(item(id))
    return store
  }
  const idsIn = (store: Store<Item>): string[] => store.all().map(({ id }) => id)

  describe(`${name}, as a store`, () => {
    it('is empty at first', async () => {
      const store = await open()
      expect(store.all()).toEqual([])
      expect(store.get('a')).toBeUndefined()
    })

    it('gives back what was put, whole', async () => {
      const store = await filled('a', 'b')
      expect(store.get('a')).toEqual(item('a'))
      expect(store.all()).toEqual([item('a'), item('b')])
    })

    it('keeps the order in which things were first put, whatever their ids', async () => {
      expect(idsIn(await filled('b', '10', 'a', '9'))).toEqual(['b', '10', 'a', '9'])
    })

    it('replaces in place what has the same id', async () => {
      const store = await filled('a', 'b', 'c')
      store.put(change(item('b')))
      expect(change(item('b'))).not.toEqual(item('b'))
      expect(store.all()).toEqual([item('a'), change(item('b')), item('c')])
    })

    it('forgets what was removed, and puts it last when it comes again', async () => {
      const store = await filled('a', 'b', 'c')
      store.remove('a')
      expect(store.get('a')).toBeUndefined()
      expect(idsIn(store)).toEqual(['b', 'c'])
      store.put(item('a'))
      expect(idsIn(store)).toEqual(['b', 'c', 'a'])
    })

    it('does not mind removing what is not there', async () => {
      const store = await filled('a')
      store.remove('b')
      expect(idsIn(store)).toEqual(['a'])
    })

    it('gives a list that later changes leave alone', async () => {
      const store = await filled('a')
      const before = store.all()
      store.put(item('b'))
      store.remove('a')
      expect(before).toEqual([item('a')])
    })

    it('keeps ids of any characters apart', async () => {
      const ids = ['', ' ', 'a', 'A', '__proto__', "'; --", '张三', '🚗']
      const store = await filled(...ids)
      expect(idsIn(store)).toEqual(ids)
      expect(store.get('__proto__')?.id).toBe('__proto__')
    })

    it('keeps two stores apart', async () => {
      await filled('a')
      expect((await open()).all()).toEqual([])
    })
  })
}
