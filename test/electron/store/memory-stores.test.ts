import { createMemoryStores } from '../../../electron/store/memory-stores.ts'
import { storesContract } from '../../contracts/stores-contract.ts'

storesContract('memory', { open: createMemoryStores, again: (stores) => stores })
