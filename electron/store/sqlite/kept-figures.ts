import { addTallies, type Tally, tally } from '../../../core/figures/tally.ts'
import type { Vault } from '../../vault/vault.ts'
import { unlessDamaged } from '../store-problem.ts'
import type { KeptFigures } from '../stores.ts'
import type { Database } from './database.ts'
import { keptValue } from './kept.ts'

export function keptFigures(database: Database, vault: Vault): KeptFigures {
  const value = keptValue<Tally>(database, vault, 'figures of deleted records')
  const all = (): Tally => unlessDamaged(() => tally.safeParse(value.load()).data) ?? []
  return { all, add: (more) => value.save(addTallies(all(), more)) }
}
