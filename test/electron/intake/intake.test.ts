import { execFileSync } from 'node:child_process'
import { hash } from 'node:crypto'
import { chmod, mkdir, mkdtemp, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Source } from '../../../core/license/record.ts'
import { maxBytes } from '../../../electron/files/ordinary-file.ts'
import { type Arrival, type IntakeProgress, takeIn } from '../../../electron/intake/intake.ts'
import { refuseByError } from '../../../electron/intake/refuse.ts'
import { phoneHeic } from '../../fixtures/formats/heic/phone.ts'
import { readableFiles } from '../../fixtures/formats/readable.ts'
import { refusedFiles } from '../../fixtures/formats/refused.ts'
import { greyTiff } from '../../fixtures/formats/tiff.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), '收件 🚗 '))
})
afterEach(() => rm(folder, { recursive: true }))

const at = (...parts: readonly string[]): string => path.join(folder, ...parts)
const jpegStart = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0)

async function put(name: string, content: Uint8Array | string = jpegStart): Promise<string> {
  const file = at(name)
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, content)
  return file
}

const hashed = async (file: string): Promise<string> => hash('sha256', await readFile(file), 'hex')

async function takeAll(...asked: Parameters<typeof takeIn>): Promise<readonly Arrival[]> {
  const arrivals: Arrival[] = []
  for await (const arrival of takeIn(...asked)) arrivals.push(arrival)
  return arrivals
}

/** In short: the path within the folder, and for what is refused why. */
async function taken(
  paths: readonly string[],
  isKnown: (source: Source) => boolean = () => false,
): Promise<string[]> {
  const arrivals = await takeAll(paths, { isKnown, takesAddresses: false })
  return arrivals.map((arrival) =>
    arrival.kind !== 'refused'
      ? `${path.relative(folder, arrival.source.path)}${arrival.kind === 'known' ? ': known' : ''}`
      : `${path.relative(folder, arrival.refusal.path)}: ${[arrival.refusal.kind, arrival.refusal.found].join(' ').trim()}`,
  )
}

const pixels = { width: 48, height: 32, data: new Uint8Array(48 * 32 * 3).fill(200) }

describe('an address on the web', () => {
  const address = 'https://shop.example/images/%E7%8E%8B.jpg?sign=secret'
  const meet = (...paths: readonly string[]) =>
    takeAll(paths, { isKnown: () => false, takesAddresses: true })

  it('is taken as it is where addresses can be read, and named without its query', async () => {
    const source = { path: address, name: 'shop.example/%E7%8E%8B.jpg', page: 1 }
    expect(await meet(address, address)).toEqual([
      { kind: 'accepted', source },
      { kind: 'known', source },
    ])
  })

  it('is refused elsewhere', async () => {
    expect(
      (await takeAll([address], { isKnown: () => false, takesAddresses: false }))[0],
    ).toMatchObject({ kind: 'refused', refusal: { kind: 'address-not-taken' } })
  })
})

describe('telling files by content', () => {
  it('takes every encoding that is read, whatever its name', async () => {
    const files = await readableFiles(pixels)
    const phone = { name: 'phone.heic', bytes: await phoneHeic() }
    const paths = await Promise.all(
      [...files, phone].map(({ name, bytes }) => put(`${name.replaceAll('.', '-')}.txt`, bytes)),
    )
    expect(await taken(paths)).toEqual(paths.map((file) => path.basename(file)))
  })

  it('names what it refuses and why (fault 47, fault 50)', async () => {
    const paths = [
      await put('空.jpg', ''),
      await put('文字.jpg', '周三前交到前台。'),
      await put('drawing.jpg', '<svg xmlns="http://www.w3.org/2000/svg"></svg>'),
      await put('form.jpg', '%PDF-1.7\n'),
      await put('archive.png', 'PK\x03\x04'),
      at('gone.jpg'),
    ]
    expect(await taken(paths)).toEqual([
      '空.jpg: empty',
      '文字.jpg: not-an-image',
      'drawing.jpg: format-not-supported SVG',
      'form.jpg: format-not-supported PDF',
      'archive.png: format-not-supported ZIP',
      'gone.jpg: missing',
    ])
  })

  it('leaves to the engine what only decoding can tell', async () => {
    const files = await refusedFiles(pixels)
    const left = files.filter(({ failure }) =>
      ['damaged', 'too-many-pixels', 'no-license'].includes(failure),
    )
    const paths = await Promise.all(left.map(({ name, bytes }) => put(name, bytes)))
    expect(left.length).toBeGreaterThan(2)
    expect(await taken(paths)).toEqual(left.map(({ name }) => name))
  })

  it('takes 40 MB and refuses one byte more', async () => {
    const largest = await put('largest.jpg')
    const larger = await put('larger.jpg')
    await truncate(largest, maxBytes)
    await truncate(larger, maxBytes + 1)
    expect(await taken([largest, larger])).toEqual(['largest.jpg', 'larger.jpg: too-many-bytes'])
  })

  it('gives the absolute path, the name for people and the page', async () => {
    const file = await put('王先生 🚗.jpg')
    expect(await takeAll([file], { isKnown: () => false, takesAddresses: false })).toEqual([
      {
        kind: 'accepted',
        source: { path: file, name: '王先生 🚗.jpg', page: 1, image: await hashed(file) },
      },
    ])
  })

  it.each([
    ['every page', [0, 0, 0], 1, [1, 2, 3]],
    ['no smaller copy and no mask', [0, 1, 0, 5, 0], 1, [1, 3, 5]],
    ['a page that is cut off', [0, 0, 0], 0.3, [1, 2]],
  ])('takes of a TIFF %s', async (_, types, share, pages) => {
    const tiff = greyTiff(
      types.map((subfileType) => ({ width: 40, height: 30, level: 90, subfileType })),
    )
    const file = await put('扫描.tif', tiff.subarray(0, share * tiff.length))
    const image = await hashed(file)
    const arrivals = await takeAll([file], { isKnown: () => false, takesAddresses: false })
    expect(arrivals).toEqual(
      pages.map((page) => ({
        kind: 'accepted',
        source: { path: file, name: '扫描.tif', page, image },
      })),
    )
  })

  it('looks at every page of a TIFF once, though they go round in a ring', async () => {
    const tiff = Buffer.from(greyTiff([0, 0].map((level) => ({ width: 4, height: 3, level }))))
    tiff.writeUInt32LE(8, tiff.length - 16)
    const file = await put('ring.tif', tiff)
    expect(await taken([file])).toEqual(['ring.tif', 'ring.tif'])
  })

  it('refuses what is no file (fault 55)', async () => {
    execFileSync('mkfifo', [at('pipe.jpg')])
    await symlink(at('nowhere.jpg'), at('dangling.jpg'))
    expect(await taken([at('pipe.jpg'), '/dev/null', at('dangling.jpg'), ''])).toEqual([
      'pipe.jpg: not-a-file',
      `${path.relative(folder, '/dev/null')}: not-a-file`,
      'dangling.jpg: not-a-file',
      `${path.relative(folder, '')}: missing`,
    ])
  })

  it.skipIf(process.platform === 'win32')('refuses a socket (fault 55)', async () => {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(at('socket.jpg'), resolve))
    expect(await taken([at('socket.jpg')])).toEqual(['socket.jpg: not-a-file'])
    await new Promise((resolve) => server.close(resolve))
  })

  it('takes a file at the end of a very long path (fault 56)', async () => {
    const deep = path.join(...Array.from({ length: 12 }, () => '很长的路径😀'.repeat(8)))
    const file = await put(path.join(deep, '王先生.jpg'))
    expect(file.length).toBeGreaterThan(600)
    expect(await taken([file])).toEqual([path.relative(folder, file)])
  })

  it.skipIf(process.getuid?.() === 0)('refuses what it may not open', async () => {
    const file = await put('locked.jpg')
    const inner = await put('inner/a.jpg')
    await chmod(file, 0)
    await chmod(path.dirname(inner), 0)
    expect(await taken([file, path.dirname(inner)])).toEqual([
      'locked.jpg: no-permission',
      'inner: no-permission',
    ])
    await chmod(path.dirname(inner), 0o700)
  })

  it.each([
    ['EACCES', 'no-permission'],
    ['EPERM', 'no-permission'],
    ['ENOENT', 'missing'],
    ['ENOTDIR', 'missing'],
    ['ELOOP', 'not-a-file'],
    ['EIO', 'not-readable-now'],
    ['EBUSY', 'not-readable-now'],
    ['EMFILE', 'not-readable-now'],
  ] as const)('understands the system’s %s as %s', (code, kind) => {
    expect(refuseByError(at('a.jpg'), Object.assign(new Error(code), { code }))).toEqual({
      path: at('a.jpg'),
      name: 'a.jpg',
      kind,
      found: '',
    })
  })

  it('refuses a path that no system can have', async () => {
    expect(await taken([at('x'.repeat(5000)), at('a\0b')])).toEqual([
      `${'x'.repeat(5000)}: missing`,
      'a\0b: not-a-file',
    ])
  })

  it('knows what is on the list already, or comes twice, by its place and its bytes', async () => {
    const other = Uint8Array.of(...jpegStart, 1)
    const [a, b, same] = [await put('a.jpg'), await put('b.jpg', other), await put('c.jpg', other)]
    const image = await hashed(b)
    const isKnown = (source: Source): boolean => source.path === b && source.image === image
    expect(await taken([a, b, a, `${folder}/./b.jpg`, same], isKnown)).toEqual([
      'a.jpg',
      'b.jpg: known',
      'a.jpg: known',
      'b.jpg: known',
      'c.jpg',
    ])
    await put('b.jpg')
    expect(await taken([b], isKnown)).toEqual(['b.jpg'])
  })
})

describe('walking folders', () => {
  it('goes through all levels in the order that people count in', async () => {
    for (const name of ['卡10.jpg', '卡9.jpg', '卡1.jpg', 'b/2.jpg', 'b/10.jpg', 'a.jpg']) {
      await put(name)
    }
    const inOrder = await taken([folder])
    expect(inOrder).toHaveLength(6)
    expect(inOrder.filter((name) => name.startsWith('卡'))).toEqual([
      '卡1.jpg',
      '卡9.jpg',
      '卡10.jpg',
    ])
    expect(inOrder.filter((name) => name.startsWith('b/'))).toEqual(['b/2.jpg', 'b/10.jpg'])
  })

  it('passes over in silence what systems leave behind', async () => {
    for (const name of [
      'Thumbs.db',
      'desktop.ini',
      '.DS_Store',
      '._a.jpg',
      '.git/a.jpg',
      '__MACOSX/a.jpg',
      '~$list.xlsx',
      '$RECYCLE.BIN/a.jpg',
      'System Volume Information/x',
      'a.jpg',
    ]) {
      await put(name)
    }
    expect(await taken([folder])).toEqual(['a.jpg'])
  })

  it('reads a hidden file that is named by itself', async () => {
    expect(await taken([await put('.hidden.jpg')])).toEqual(['.hidden.jpg'])
  })

  it('tells of a folder with nothing in it, but not of an empty one inside', async () => {
    await mkdir(at('empty/inner'), { recursive: true })
    await mkdir(at('full/inner'), { recursive: true })
    await put('full/a.jpg')
    await put('hidden/.DS_Store')
    expect(await taken([at('empty'), at('full'), at('hidden')])).toEqual([
      'empty: empty-folder',
      'full/a.jpg',
      'hidden: empty-folder',
    ])
  })

  it('follows links and comes out of loops (fault 55)', async () => {
    await put('real/a.jpg')
    await symlink(at('real'), at('real/loop'))
    await symlink(folder, at('real/up'))
    await symlink(at('real/a.jpg'), at('link.jpg'))
    await symlink(at('loop-b'), at('loop-a'))
    await symlink(at('loop-a'), at('loop-b'))
    expect(await taken([at('real')])).toContain('real/a.jpg')
    expect((await taken([folder])).toSorted()).toEqual([
      'link.jpg',
      'loop-a: not-a-file',
      'loop-b: not-a-file',
      'real/a.jpg',
    ])
  })

  it('passes over in silence what it is told to, also by another path', async () => {
    await put('real/a.jpg')
    await put('real/out.csv')
    await put('real/held/desk.sqlite')
    await symlink(at('real'), at('link'))
    const leftOut = [at('link/out.csv'), at('real/held'), at('real/later.json'), at('named')]
    const options = { isKnown: () => false, takesAddresses: false, leftOut }
    await put('named/b.jpg')
    const paths = [at('link'), at('real/out.csv'), at('named')]
    expect(await takeAll(paths, options)).toMatchObject([
      { kind: 'accepted', source: { path: at('link/a.jpg') } },
      { kind: 'accepted', source: { path: at('named/b.jpg') } },
    ])
  })

  it('takes a folder that is named twice once', async () => {
    await put('real/a.jpg')
    expect(await taken([at('real'), at('real')])).toEqual(['real/a.jpg', 'real: already-here'])
    await mkdir(at('outer/inner'), { recursive: true })
    await put('outer/inner/b.jpg')
    expect(await taken([at('outer/inner'), at('outer')])).toEqual([
      'outer/inner/b.jpg',
      'outer: already-here',
    ])
    await mkdir(at('hollow'))
    await symlink(at('hollow'), at('hollow/loop'))
    expect(await taken([at('real'), at('hollow')])).toEqual(['real/a.jpg', 'hollow: empty-folder'])
  })
})

describe('a folder with 1,000 files', () => {
  it('is looked through without holding up the program, and tells how far it is (fault 61)', async () => {
    await Promise.all(Array.from({ length: 1000 }, (_, index) => put(`卡${index + 1}.jpg`)))
    let turns = 0
    const timer = setInterval(() => turns++, 1)
    const start = performance.now()
    const progress: IntakeProgress[] = []
    const arrivals = await takeAll([folder], {
      takesAddresses: false,
      isKnown: () => false,
      onProgress: (one) => progress.push(one),
    })
    clearInterval(timer)
    const names = arrivals.flatMap((one) => (one.kind === 'accepted' ? [one.source.name] : []))
    expect(names).toEqual(Array.from({ length: 1000 }, (_, index) => `卡${index + 1}.jpg`))
    expect(turns).toBeGreaterThan(10)
    expect(progress.length).toBeLessThanOrEqual(2 + (performance.now() - start) / 50)
    expect(progress[0]).toEqual({ looked: 0, total: 1, over: false })
    expect(progress.filter(({ over }) => over)).toEqual([{ looked: 1000, total: 1000, over: true }])
    expect(progress.at(-1)?.over).toBe(true)
    const looked = progress.map((one) => one.looked)
    expect(looked).toEqual(looked.toSorted((one, other) => one - other))
  })

  it('says that it is over also when there was nothing', async () => {
    const progress: IntakeProgress[] = []
    await takeAll([], {
      isKnown: () => false,
      takesAddresses: false,
      onProgress: (one) => progress.push(one),
    })
    expect(progress).toEqual([{ looked: 0, total: 0, over: true }])
  })
})
