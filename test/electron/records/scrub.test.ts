import { expect, it } from 'vitest'
import { createScrub } from '../../../electron/records/scrub.ts'

/** Upkeep that ends each wipe when the test says so. */
function heldUpkeep() {
  const begun: PromiseWithResolvers<void>[] = []
  const upkeep = {
    removeSetAside: () => Promise.resolve(),
    compact: async () => {
      const wipe = Promise.withResolvers<void>()
      begun.push(wipe)
      await wipe.promise
      return { clean: begun.length, left: [] }
    },
  }
  return { begun, upkeep }
}

async function started(begun: readonly unknown[], times: number): Promise<void> {
  await expect.poll(() => begun).toHaveLength(times)
}

it('wipes once for many deletions in a row, and once more for what came while it did', async () => {
  const { begun, upkeep } = heldUpkeep()
  const scrub = createScrub(upkeep)
  const first = [scrub(), scrub(), scrub()]
  await started(begun, 1)
  const later = [scrub(), scrub()]
  begun[0]?.resolve()
  expect(await Promise.all(first)).toEqual([1, 1, 1])
  await started(begun, 2)
  begun[1]?.resolve()
  expect(await Promise.all(later)).toEqual([2, 2])
  expect(begun).toHaveLength(2)
})

it('tells of a wipe that failed, and tries again when it is asked again', async () => {
  const { begun, upkeep } = heldUpkeep()
  const scrub = createScrub(upkeep)
  const failing = scrub()
  await started(begun, 1)
  begun[0]?.reject(new Error('disk full'))
  await expect(failing).rejects.toThrow('disk full')
  const again = scrub()
  await started(begun, 2)
  begun[1]?.resolve()
  expect(await again).toBe(2)
})
