import type { Stores } from '../../../../electron/store/stores.ts'
import { storesContract } from '../../../contracts/stores-contract.ts'
import { newFolder } from '../../settings/folder.ts'
import { opened } from './opened.ts'

const isOpen = new Map<Stores, { readonly folder: string; readonly close: () => Promise<void> }>()

async function openIn(folder: string): Promise<Stores> {
  const desk = await opened(folder)
  isOpen.set(desk.stores, { folder, close: () => desk.close() })
  return desk.stores
}

const open = (): Promise<Stores> => openIn(newFolder())

storesContract('SQLite', { open, again: (stores) => stores })

storesContract('SQLite that was closed', {
  open,
  async again(stores) {
    const before = isOpen.get(stores)
    if (before === undefined) throw new Error('not one of ours')
    await before.close()
    return openIn(before.folder)
  },
})
