import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { torture } from './loop.ts'

const kills = 100
const seed = Number(process.env['SEED'] ?? 20_261_124)

it(`the program killed ${kills} times loses nothing, pays for nothing twice and tears nothing (fault 1, fault 2, fault 3, fault 4, fault 9)`, {
  timeout: 1_200_000,
}, async () => {
  const root = mkdtempSync(path.join(os.tmpdir(), 'license-desk-torture-'))
  const say = (text: string): void => console.log(text)
  const outcome = await torture({ rounds: kills, seed, lanes: 2, root, say })
  expect(outcome.violation).toBeUndefined()
  expect(outcome.kills).toBeGreaterThanOrEqual(kills)
  rmSync(root, { recursive: true })
})
