import type { Keeper } from '../../files/keeper.ts'
import type { KeptPin } from '../../vault/pin.ts'
import type { RingKeeper } from '../../vault/ring-kept.ts'
import { StoreProblem } from '../store-problem.ts'
import type { Anchor } from './audit.ts'

/** What stands in the key ring, as the store uses it: trouble with the disk comes out as a `StoreProblem`. */
export interface KeptInRing extends RingKeeper {
  readonly pin: Keeper<KeptPin>
  readonly anchor: Anchor
}

export function keptInRing(ring: RingKeeper): KeptInRing {
  const save: RingKeeper['save'] = (next) => {
    try {
      ring.save(next)
    } catch (error) {
      throw problemOf(error)
    }
  }
  return {
    load: () => ring.load(),
    save,
    pin: {
      load: () => ({ pin: ring.load()?.pin }),
      save({ pin }) {
        const { pin: _before, ...others } = ring.load() ?? {}
        save({ ...others, ...(pin && { pin }) })
      },
    },
    anchor: {
      load: () => ring.load()?.log,
      save: (log) => save({ ...ring.load(), log }),
    },
  }
}

function problemOf(error: unknown): unknown {
  if (!(error instanceof Error && 'code' in error)) return error
  const isFull = error.code === 'ENOSPC' || error.code === 'EDQUOT'
  return new StoreProblem(
    isFull ? 'disk-full' : 'store-failed',
    `the key ring: ${String(error.code)}`,
  )
}
