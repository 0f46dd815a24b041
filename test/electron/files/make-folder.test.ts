import { readdirSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { makeFolder } from '../../../electron/files/make-folder.ts'
import { newFolder } from '../settings/folder.ts'

it('makes what is missing, once, though many want it at the same time', async () => {
  const folder = newFolder()
  const deep = path.join(folder, '一', '二', '三')
  await Promise.all([deep, deep, deep].map((one) => makeFolder(one)))
  await makeFolder(deep)
  expect(statSync(deep).isDirectory()).toBe(true)
  expect(readdirSync(folder)).toEqual(['一'])
})

it('throws where a file is in the way', async () => {
  const file = path.join(newFolder(), 'file')
  writeFileSync(file, '')
  await expect(makeFolder(file)).rejects.toThrow('EEXIST')
  await expect(makeFolder(path.join(file, 'inside'))).rejects.toThrow('EEXIST')
})

it.skipIf(process.platform !== 'linux')('ends where the system makes no folder', async () => {
  await expect(makeFolder('/proc/no/folder')).rejects.toThrow('ENOENT')
})
