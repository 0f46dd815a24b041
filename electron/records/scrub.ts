import type { Upkeep } from '../store/sqlite/upkeep.ts'

/**
 * Wipes what was deleted from the log, the backups and what was set aside; tells how many backups are without it. What is
 * asked for before it began is done with it, so that many deletions in a row cost one.
 */
export function createScrub(
  upkeep: Pick<Upkeep, 'removeSetAside' | 'compact'>,
): () => Promise<number> {
  let next: Promise<number> | undefined
  let last: Promise<unknown> = Promise.resolve()
  const scrub = async (): Promise<number> => {
    next = undefined
    await upkeep.removeSetAside()
    return (await upkeep.compact()).clean
  }
  return () => {
    if (next !== undefined) return next
    next = last.then(scrub)
    last = next.catch(() => undefined)
    return next
  }
}
