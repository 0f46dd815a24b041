import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { modelFiles } from '../../../../electron/engine/models/models.ts'
import { modelsFolder } from '../../../bench/models-folder.ts'

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
