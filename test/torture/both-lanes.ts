import path from 'node:path'
import { openDeskLane } from './desk-lane.ts'
import type { Lane, LaneParts } from './lane.ts'
import { openTableLane } from './table-lane.ts'

/** Mostly the desk, now and then a long table. */
export async function openLane(parts: LaneParts): Promise<Lane> {
  const { random, root, tableShare = 0.12 } = parts
  const desk = await openDeskLane({ ...parts, random: random.branch('desk') })
  const tables = openTableLane({
    ...parts,
    random: random.branch('tables'),
    root: path.join(root, 'tables'),
  })
  const choice = random.branch('choice')
  return {
    next: () => (choice.chance(tableShare) ? tables : desk).next(),
    rest: async () => [...(await desk.rest()), ...(await tables.rest())],
    async close() {
      await desk.close()
      await tables.close()
    },
  }
}
