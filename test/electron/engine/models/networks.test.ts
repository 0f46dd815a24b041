import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { loadModels, modelFiles } from '../../../../electron/engine/models/models.ts'
import type { Network } from '../../../../electron/engine/models/network.ts'
import { modelsFolder } from '../../../bench/models-folder.ts'

test('networks that take turns answer in one room', { timeout: 60_000 }, async () => {
  const { detection, finder, witness } = await loadModels(modelsFolder, 1)
  const roomOf = (network: Network, height: number) =>
    network(
      { data: new Float32Array(3 * height * 64), shape: [1, 3, height, 64] },
      (answer) => answer.data.buffer,
    )
  const first = await roomOf(witness.network, 48)
  expect(await roomOf(detection, 64)).toBe(first)
  expect(await roomOf(finder.network, 48)).toBe(first)
})

test('the networks are those whose sums are told, and none lies there that is not used', async () => {
  const told = await readFile(path.join(modelsFolder, 'README.md'), 'utf8')
  const names = Object.values(modelFiles)
  const sums = names.map(async (name) => {
    const sum = createHash('sha256').update(await readFile(path.join(modelsFolder, name)))
    return `${sum.digest('hex')}  ${name}`
  })
  for (const sum of await Promise.all(sums)) expect(told).toContain(sum)
  expect((await readdir(modelsFolder)).toSorted()).toEqual(
    ['LICENSE', 'NOTICE', 'README.md', ...names].toSorted(),
  )
})
