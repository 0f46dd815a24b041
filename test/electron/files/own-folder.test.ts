import { chmodSync, chownSync, mkdirSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { ownFile, ownFolder } from '../../../electron/files/own-folder.ts'
import { newFolder } from '../settings/folder.ts'

const modeOf = (place: string): number => statSync(place).mode & 0o1777
const ours = (names: readonly string[]): boolean => names.every((name) => name === 'ours')
const nobody = 65_534

/** A folder that others may enter, with a file in it. */
function shared(name: string, mode = 0o755): string {
  const folder = path.join(newFolder(), 'shared')
  mkdirSync(folder)
  chmodSync(folder, mode)
  writeFileSync(path.join(folder, name), '')
  return folder
}

describe.skipIf(process.platform === 'win32')('a folder', () => {
  it('is made for its owner alone', () => {
    const folder = path.join(newFolder(), 'new', 'folder')
    expect(ownFolder(folder, ours)).toBeUndefined()
    expect(modeOf(folder)).toBe(0o700)
  })

  it('that stands is closed to others where all in it is ours, and where it is empty', () => {
    const folder = shared('ours')
    expect(ownFolder(folder, ours)).toBeUndefined()
    expect(modeOf(folder)).toBe(0o700)
    const empty = path.join(newFolder(), 'empty')
    mkdirSync(empty, { mode: 0o755 })
    expect(ownFolder(empty, ours)).toBeUndefined()
    expect(modeOf(empty)).toBe(0o700)
  })

  it.each([0o755, 0o770, 0o701])('with other files is left as it is, with mode %i', (mode) => {
    const folder = shared('theirs', mode)
    expect(ownFolder(folder, ours)).toEqual({ kind: 'folder-shared', path: folder })
    expect(modeOf(folder)).toBe(mode)
  })

  it('in which each may keep things is never closed', () => {
    const folder = shared('ours', 0o1777)
    expect(ownFolder(folder, ours)).toEqual({ kind: 'folder-shared', path: folder })
    expect(modeOf(folder)).toBe(0o1777)
  })

  it('that nobody else may enter holds whatever it holds', () => {
    expect(ownFolder(shared('theirs', 0o700), ours)).toBeUndefined()
  })

  it.skipIf(process.getuid?.() !== 0)('of another user is told', () => {
    const folder = shared('ours')
    chownSync(folder, nobody, nobody)
    expect(ownFolder(folder, ours)).toEqual({ kind: 'folder-of-another', path: folder })
    expect(modeOf(folder)).toBe(0o755)
  })
})

it.skipIf(process.platform === 'win32')('a file is taken from others, and made nowhere', () => {
  const folder = newFolder()
  const file = path.join(folder, 'file')
  writeFileSync(file, '')
  chmodSync(file, 0o664)
  ownFile(file)
  expect(modeOf(file)).toBe(0o600)
  ownFile(path.join(folder, 'none'))
})
