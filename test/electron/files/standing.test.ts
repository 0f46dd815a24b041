import { spawnSync } from 'node:child_process'
import { linkSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { isSame, isWithin, standingAt } from '../../../electron/files/standing.ts'
import { newFolder } from '../settings/folder.ts'

const posix = process.platform !== 'win32'

describe('what stands at a path', () => {
  it('is told with links followed, also to what is not there yet', async () => {
    const folder = newFolder()
    const at = (name: string): string => path.join(folder, name)
    mkdirSync(at('inner'))
    writeFileSync(at('inner/a.jpg'), '')
    expect(await standingAt(at('inner'))).toMatchObject({ kind: 'folder', place: at('inner') })
    expect(await standingAt(at('inner/a.jpg'))).toMatchObject({ kind: 'file' })
    expect(await standingAt(at('no/where/b.csv'))).toEqual({
      kind: 'nothing',
      place: at('no/where/b.csv'),
    })
  })

  it.runIf(posix)('is what links lead to, from where they stand', async () => {
    const folder = newFolder()
    const at = (name: string): string => path.join(folder, name)
    mkdirSync(at('a/b'), { recursive: true })
    symlinkSync('a/b', at('way'))
    symlinkSync('../new.csv', at('a/b/link.csv'))
    symlinkSync('b/link.csv', at('a/again.csv'))
    const place = at('a/new.csv')
    for (const name of ['way/link.csv', 'a/again.csv', 'a/b/../new.csv'])
      expect(await standingAt(at(name))).toEqual({ kind: 'nothing', place })
    writeFileSync(place, '')
    expect(await standingAt(at('way/link.csv'))).toMatchObject({ kind: 'file', place })
    symlinkSync('round', at('round'))
    await expect(standingAt(at('round'))).rejects.toThrow('ELOOP')
  })

  it.runIf(posix)('is a device, or nothing to write to', async () => {
    const pipe = path.join(newFolder(), 'pipe')
    spawnSync('mkfifo', [pipe])
    for (const device of ['/dev/null', pipe])
      expect(await standingAt(device)).toEqual({ kind: 'device' })
  })
})

describe('two names', () => {
  it('are one file where they are spelled, linked or cased otherwise', async () => {
    const folder = newFolder()
    const at = (name: string): string => path.join(folder, name)
    writeFileSync(at('a.csv'), '')
    writeFileSync(at('b.csv'), '')
    linkSync(at('a.csv'), at('hard.csv'))
    if (posix) symlinkSync('a.csv', at('soft.csv'))
    const same = async (one: string, other: string): Promise<boolean> =>
      isSame(await standingAt(at(one)), await standingAt(at(other)))
    const names = ['a.csv', `../${path.basename(folder)}/a.csv`, 'hard.csv']
    for (const name of [...names, ...(posix ? ['soft.csv'] : [])])
      expect([name, await same('a.csv', name)]).toEqual([name, true])
    expect(await same('a.csv', 'b.csv')).toBe(false)
    expect(await same('a.csv', 'new.csv')).toBe(false)
    expect(await same('new.csv', 'new2.csv')).toBe(false)
    expect(await same('new.csv', 'NEW.csv')).toBe(true)
    expect(await same('\u00e9.csv', 'e\u0301.csv')).toBe(true)
  })
})

it.each([
  ['/a/b', '/a', true],
  ['/a', '/a', true],
  ['/a/..b', '/a', true],
  ['/ab', '/a', false],
  ['/', '/a', false],
])('%s in %s: %s', (place, folder, is) => expect(isWithin(place, folder)).toBe(is))
