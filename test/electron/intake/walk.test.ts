import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { takeIn } from '../../../electron/intake/intake.ts'
import { walk } from '../../../electron/intake/walk.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'walk-'))
})
afterEach(() => rm(folder, { recursive: true }))

async function put(name: string): Promise<void> {
  const file = path.join(folder, name)
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, Uint8Array.of(0xff, 0xd8, 0xff, 0xe0))
}

describe('walking past 1,000 files', () => {
  it('gives the first long before it has walked past them all', async () => {
    await Promise.all(
      Array.from({ length: 1000 }, (_, index) => put(`${1 + (index >> 2)}/卡${index + 1}.jpg`)),
    )
    const quickest = async (act: () => Promise<unknown>): Promise<number> => {
      let least = Infinity
      for (let time = 0; time < 3; time += 1) {
        const start = performance.now()
        await act()
        least = Math.min(least, performance.now() - start)
      }
      return least
    }
    const first = async (): Promise<void> => {
      const arrivals = takeIn([folder], { isKnown: () => false, takesAddresses: false })
      expect((await arrivals.next()).value).toMatchObject({ source: { name: '卡1.jpg' } })
      await arrivals.return(undefined)
    }
    const whole = await quickest(async () => {
      const walked: string[] = []
      for await (const { kind } of walk([folder])) walked.push(kind)
      expect(walked).toHaveLength(1000)
    })
    expect(await quickest(first)).toBeLessThan(whole / 2)
  })

  it('lets others have their turn while it walks past', async () => {
    await Promise.all(Array.from({ length: 1000 }, (_, index) => put(`卡${index + 1}.jpg`)))
    let turns = 0
    const turn = (): void => {
      turns += 1
      waiting = setImmediate(turn)
    }
    let waiting = setImmediate(turn)
    const turnsBefore: number[] = []
    for await (const { kind } of walk([folder])) if (kind === 'file') turnsBefore.push(turns)
    clearImmediate(waiting)
    expect(turnsBefore).toHaveLength(1000)
    expect(new Set(turnsBefore).size).toBeGreaterThanOrEqual(10)
  })
})
