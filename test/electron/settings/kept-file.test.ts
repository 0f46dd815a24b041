import './without-electron.ts'
import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { sweepDataFolder } from '../../../electron/files/sweep-leftovers.ts'
import { openKeptFile } from '../../../electron/settings/kept-file.ts'
import { openPlacementFile } from '../../../electron/window/kept-placement.ts'
import { startAndKill } from '../files/killed.ts'
import { modeForOthers } from '../vault/mode-for-others.ts'
import { newFolder } from './folder.ts'

const open = (folder: string) => openKeptFile('settings', folder, () => new Date())

it('stays whole, it and its copy, when the program is killed while it saves (fault 9, fault 17)', async () => {
  const folder = newFolder()
  const program = new URL('save-for-ever.ts', import.meta.url)
  for (let round = 0; round < 8; round += 1) {
    await startAndKill(program, [folder], 3 * round)
    const { keeper, found } = open(folder)
    expect(found).toEqual({ kind: 'sound' })
    expect(keeper.load()).toHaveProperty('round')
    const copy = readFileSync(path.join(folder, 'settings.last-good.json'), 'utf8')
    expect(JSON.parse(copy)).toHaveProperty('round')
    await sweepDataFolder(folder)
    expect(readdirSync(folder).toSorted()).toEqual(['settings.json', 'settings.last-good.json'])
  }
}, 60_000)

it('is for its owner alone, also where an older version left it open to all', () => {
  const folder = newFolder()
  for (const name of ['settings.json', 'settings.last-good.json']) {
    writeFileSync(path.join(folder, name), '{}')
    chmodSync(path.join(folder, name), 0o644)
  }
  const { keeper } = open(folder)
  const modes = (): number[] =>
    readdirSync(folder).map((name) => modeForOthers(path.join(folder, name)))
  expect(modes()).toEqual([0, 0])
  keeper.save({ language: 'zh' })
  expect(modes()).toEqual([0, 0])
  const fresh = newFolder()
  open(fresh).keeper.save({ language: 'zh' })
  openPlacementFile(fresh).save({ x: 0, y: 0, width: 800, height: 600, maximized: false })
  const left = readdirSync(fresh).filter((name) => modeForOthers(path.join(fresh, name)) !== 0)
  expect(left).toEqual([])
})

it('that is torn together with its copy stands aside, and nothing of it is lost (fault 17)', () => {
  const folder = newFolder()
  writeFileSync(path.join(folder, 'settings.json'), '{"language": "z')
  writeFileSync(path.join(folder, 'settings.last-good.json'), '')
  const { keeper, found } = open(folder)
  expect(found.kind).toBe('lost')
  expect(keeper.load()).toEqual({})
  const texts = readdirSync(folder).map((name) => readFileSync(path.join(folder, name), 'utf8'))
  expect(texts).toContain('{"language": "z')
})
