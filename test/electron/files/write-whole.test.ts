import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { sweepLeftovers } from '../../../electron/files/sweep-leftovers.ts'
import { writeWhole } from '../../../electron/files/write-whole.ts'
import { newFolder } from '../settings/folder.ts'
import { startAndKill } from './killed.ts'

it('puts a file in the place of the old one', () => {
  const folder = newFolder()
  const file = path.join(folder, '设置.json')
  writeFileSync(file, 'old')
  writeWhole(file, 'new')
  expect(readFileSync(file, 'utf8')).toBe('new')
  expect(readdirSync(folder)).toEqual(['设置.json'])
})

it.skipIf(process.platform === 'win32')('lets no other user read it (fault 8)', () => {
  const file = path.join(newFolder(), '设置.json')
  writeFileSync(file, 'old', { mode: 0o644 })
  writeWhole(file, 'new')
  expect(statSync(file).mode & 0o777).toBe(0o600)
})

it('leaves the old one and nothing else when it cannot', () => {
  const folder = newFolder()
  const file = path.join(folder, 'settings.json')
  mkdirSync(file)
  expect(() => writeWhole(file, 'new')).toThrow(/EISDIR|EPERM/)
  expect(readdirSync(folder)).toEqual(['settings.json'])
  expect(() => writeWhole(path.join(folder, 'gone', 'settings.json'), 'new')).toThrow('ENOENT')
})

it('leaves a whole file when it is killed, and nothing beside it after the next start (fault 4, fault 9)', async () => {
  const folder = newFolder()
  const file = path.join(folder, 'settings.json')
  const program = new URL('write-for-ever.ts', import.meta.url)
  let torn = 0
  // Whether a kill falls into a writing is chance: it is tried until one did.
  for (let round = 0; round < 12 || (torn === 0 && round < 200); round += 1) {
    await startAndKill(program, [file], round % 12)
    expect(JSON.parse(readFileSync(file, 'utf8'))).toHaveProperty('round')
    torn += readdirSync(folder).length - 1
    await sweepLeftovers(folder)
    expect(readdirSync(folder)).toEqual(['settings.json'])
  }
  expect(torn).toBeGreaterThan(0)
}, 60_000)
