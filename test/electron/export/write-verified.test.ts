import { spawnSync } from 'node:child_process'
import type { FileHandle } from 'node:fs/promises'
import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Files, writeVerified } from '../../../electron/export/write-verified.ts'
import { fullDevice } from '../files/full-device.ts'

let folder = ''
let target = ''
let waits: number[] = []
beforeEach(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), '导出 🚗 '))
  target = path.join(folder, 'licenses.csv')
  waits = []
})
afterEach(() => fs.rm(folder, { recursive: true }))

const text = '\ufeff证号,姓名\r\n'

/** The real file system but for what is put in its place. */
const write = (faults: Partial<Files> = {}, to = target) =>
  writeVerified(
    to,
    {
      bytes: Buffer.from(text),
      rows: 0,
      isSame: (readBack) => Buffer.from(readBack).toString() === text,
    },
    {
      files: { ...fs, ...faults },
      wait: async (milliseconds) => {
        waits.push(milliseconds)
      },
    },
  )

const systemError = (code: string): Error => Object.assign(new Error(code), { code })

const refusing = (code: string) => async (): Promise<never> => {
  throw systemError(code)
}

/** Opens files for real, with one of their acts replaced. */
const openWith =
  (act: Partial<Pick<FileHandle, 'writeFile' | 'sync'>>): Files['open'] =>
  async (file, flags) => {
    const handle = await fs.open(file, flags)
    if (flags === 'r') return handle
    return {
      writeFile: act.writeFile ?? handle.writeFile.bind(handle),
      sync: act.sync ?? handle.sync.bind(handle),
      close: () => handle.close(),
    }
  }

const namesIn = (place: string): Promise<string[]> => fs.readdir(place)
const old = 'the old file'
const putOld = (): Promise<void> => fs.writeFile(target, old)
const standing = (): Promise<string> => fs.readFile(target, 'utf8')

describe('a sound disk', () => {
  it('gets the whole file and nothing else', async () => {
    expect(await write()).toEqual({ kind: 'written', path: target, rows: 0 })
    expect(await standing()).toBe(text)
    expect(await namesIn(folder)).toEqual(['licenses.csv'])
  })

  it('has the old file replaced', async () => {
    await putOld()
    expect((await write()).kind).toBe('written')
    expect(await standing()).toBe(text)
  })

  it('flushes file and folder, the file before its name (fault 9)', async () => {
    const acts: string[] = []
    const files: Partial<Files> = {
      open: async (file, flags) => {
        const handle = await fs.open(file, flags)
        const what = file === folder ? 'folder' : 'file'
        return {
          writeFile: handle.writeFile.bind(handle),
          sync: async () => void acts.push(`flush ${what}`),
          close: () => handle.close(),
        }
      },
      rename: async (from, to) => {
        acts.push('rename')
        await fs.rename(from, to)
      },
    }
    expect((await write(files)).kind).toBe('written')
    expect(acts).toEqual(['flush file', 'rename', 'flush folder'])
  })

  it('may be one that cannot flush a folder', async () => {
    const files: Partial<Files> = {
      open: (file, flags) =>
        file === folder ? Promise.reject(systemError('EISDIR')) : fs.open(file, flags),
    }
    expect(await write(files)).toEqual({ kind: 'written', path: target, rows: 0 })
  })
})

describe('a target that another program holds', () => {
  it.each(['EPERM', 'EBUSY', 'EACCES'])(
    'is tried four times for %s (fault 13, fault 14)',
    async (code) => {
      await putOld()
      let tries = 0
      const rename = async (): Promise<never> => {
        tries++
        throw systemError(code)
      }
      expect(await write({ rename })).toEqual({
        kind: 'locked',
        path: target,
        offered: path.join(folder, 'licenses (2).csv'),
      })
      expect(tries).toBe(4)
      expect(waits).toEqual([200, 400, 800])
      expect(await standing()).toBe(old)
      expect(await namesIn(folder)).toEqual(['licenses.csv'])
    },
  )

  it('is written when it is let go in time (fault 13, fault 14)', async () => {
    let tries = 0
    const rename: Files['rename'] = (from, to) =>
      ++tries < 4 ? Promise.reject(systemError('EBUSY')) : fs.rename(from, to)
    expect((await write({ rename })).kind).toBe('written')
    expect(waits).toEqual([200, 400, 800])
    expect(await standing()).toBe(text)
  })

  it('has a name offered that is free (fault 13)', async () => {
    await putOld()
    await fs.writeFile(path.join(folder, 'licenses (2).csv'), '')
    const held = { rename: refusing('EBUSY') }
    const third = path.join(folder, 'licenses (3).csv')
    expect(await write(held)).toMatchObject({ offered: third })
    expect(await write(held, path.join(folder, 'licenses (2).csv'))).toMatchObject({
      offered: third,
    })
    expect(await write(held, path.join(folder, '驾照'))).toMatchObject({
      offered: path.join(folder, '驾照 (2)'),
    })
  })
})

describe('a disk that fails', () => {
  const failed = (reason: string) => ({ kind: 'failed', path: target, reason })

  it.each([
    ['is full', { open: openWith({ writeFile: refusing('ENOSPC') }) }, 'disk-full'],
    ['is full when flushed', { open: openWith({ sync: refusing('ENOSPC') }) }, 'disk-full'],
    [
      'has no room left for this person',
      { open: openWith({ sync: refusing('EDQUOT') }) },
      'disk-full',
    ],
    ['breaks when flushed', { open: openWith({ sync: refusing('EIO') }) }, 'other'],
    ['is read-only', { open: refusing('EROFS') }, 'read-only'],
    ['lets nobody write', { open: refusing('EACCES') }, 'read-only'],
    ['is pulled out', { rename: refusing('ENOENT') }, 'missing-folder'],
    ['is pulled out before reading back', { readFile: refusing('EIO') }, 'other'],
  ] as const)(
    'when it %s, keeps the old file and leaves nothing behind (fault 12, fault 15, fault 16, fault 21)',
    async (_, faults, reason) => {
      await putOld()
      expect(await write(faults)).toEqual(failed(reason))
      expect(await standing()).toBe(old)
      expect(await namesIn(folder)).toEqual(['licenses.csv'])
      expect(waits).toEqual([])
    },
  )

  it('that garbles what it is given keeps the old file', async () => {
    await putOld()
    const garbled = async (): Promise<Uint8Array> => Buffer.from(text.replace('姓名', '姓各'))
    expect(await write({ readFile: garbled })).toEqual(failed('read-back-differs'))
    expect(await standing()).toBe(old)
    expect(await namesIn(folder)).toEqual(['licenses.csv'])
  })

  it('that shows something else under the final name is found out', async () => {
    const rename: Files['rename'] = async (from, to) => {
      await fs.rename(from, to)
      await fs.truncate(to, 5)
    }
    expect(await write({ rename })).toEqual(failed('read-back-differs'))
  })

  it('that cannot even remove the leftover still says what went wrong', async () => {
    const faults = { rename: refusing('EIO'), rm: refusing('EIO') }
    expect(await write(faults)).toEqual(failed('other'))
  })
})

describe('a place where nothing can be written', () => {
  it('is a folder that is not there', async () => {
    const place = path.join(folder, 'gone', 'licenses.csv')
    expect(await write({}, place)).toEqual({
      kind: 'failed',
      path: place,
      reason: 'missing-folder',
    })
  })

  it('is a folder of that name', async () => {
    await fs.mkdir(target)
    expect(await write()).toEqual({ kind: 'failed', path: target, reason: 'in-the-way' })
    expect(await namesIn(folder)).toEqual(['licenses.csv'])
    expect(await namesIn(target)).toEqual([])
  })

  it('is a picture, whatever its name says', async () => {
    const picture = Buffer.from('\x89PNG\r\n\x1a\n and so on', 'latin1')
    await fs.writeFile(target, picture)
    expect(await write()).toEqual({ kind: 'failed', path: target, reason: 'in-the-way' })
    expect(await fs.readFile(target)).toEqual(picture)
    expect(await namesIn(folder)).toEqual(['licenses.csv'])
  })

  it('is a file that must not be written', async () => {
    await putOld()
    const access: Files['access'] = (file, mode) =>
      mode === fs.constants.W_OK ? Promise.reject(systemError('EACCES')) : fs.access(file)
    expect(await write({ access })).toEqual({ kind: 'failed', path: target, reason: 'read-only' })
    expect(await standing()).toBe(old)
  })

  it('is not a name as long as names may be', async () => {
    const place = path.join(folder, `${'驾'.repeat(83)}.csv`)
    expect((await write({}, place)).kind).toBe('written')
  })
})

describe.skipIf(process.platform === 'win32')('owner, rights and links', () => {
  const rightsOf = async (file: string): Promise<string> =>
    ((await fs.stat(file)).mode & 0o777).toString(8)

  it('of a new file are for this user only', async () => {
    await write()
    expect(await rightsOf(target)).toBe('600')
  })

  it.each(['600', '640', '664', '666'])('of a file with %s are kept', async (rights) => {
    await putOld()
    await fs.chmod(target, Number.parseInt(rights, 8))
    expect((await write()).kind).toBe('written')
    expect(await rightsOf(target)).toBe(rights)
  })

  it.runIf(process.getuid?.() === 0)('of another person are kept', async () => {
    await putOld()
    await fs.chown(target, 4321, 4322)
    await fs.chmod(target, 0o640)
    expect((await write()).kind).toBe('written')
    expect(await fs.stat(target)).toMatchObject({ uid: 4321, gid: 4322 })
    expect(await rightsOf(target)).toBe('640')
  })

  it('stay: the file behind a link is written, or made', async () => {
    const place = path.join(folder, 'real', 'table.csv')
    await fs.mkdir(path.dirname(place))
    await fs.symlink(path.join('real', 'table.csv'), target)
    for (let time = 1; time <= 2; time++) {
      expect(await write()).toEqual({ kind: 'written', path: target, rows: 0 })
      expect(await fs.readFile(place, 'utf8')).toBe(text)
      expect(await fs.readlink(target)).toBe(path.join('real', 'table.csv'))
      expect(await namesIn(path.dirname(place))).toEqual(['table.csv'])
    }
  })
})

describe.skipIf(process.platform !== 'linux')('a device', () => {
  it('is written to and stays', async () => {
    const pipe = path.join(folder, 'pipe')
    spawnSync('mkfifo', [pipe])
    const read = fs.readFile(pipe, 'utf8')
    expect(await write({}, pipe)).toEqual({ kind: 'written', path: pipe, rows: 0 })
    expect(await read).toBe(text)
    expect((await fs.stat(pipe)).isFIFO()).toBe(true)
  })

  it('that takes nothing is told of', async () => {
    const full = fullDevice(folder)
    expect(await write({}, full)).toEqual({ kind: 'failed', path: full, reason: 'disk-full' })
    expect((await fs.stat(full)).isCharacterDevice()).toBe(true)
  })
})
