import type { Store } from './stores.ts'

/** Keeps everything in memory: closing the program forgets it. */
export function createMemoryStore<Item extends { readonly id: string }>(): Store<Item> {
  const items = new Map<string, Item>()
  return {
    put: (item) => {
      items.set(item.id, item)
    },
    get: (id) => items.get(id),
    all: () => [...items.values()],
    remove: (id) => {
      items.delete(id)
    },
  }
}
