import { mkdtempSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { source } from '../../../core/license/record.ts'
import { openImage } from '../../../electron/engine/decode/decode-image.ts'
import { nameOf, realPath, systemPath, textOf } from '../../../electron/files/system-path.ts'
import { type Arrival, takeIn } from '../../../electron/intake/intake.ts'
import { greyTiff } from '../../fixtures/formats/tiff.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), '旧照片 🚗 '))
})
afterEach(() => rm(folder, { recursive: true }))

const tiff = greyTiff([{ width: 8, height: 8, level: 90 }])
/** 刘.jpg and 王.jpg as a Chinese Windows wrote them, and one that is nothing at all. */
const liu = Buffer.from([0xc1, 0xf5, 0x2e, 0x6a, 0x70, 0x67])
const wang = Buffer.from([0xcd, 0xf5, 0x2e, 0x6a, 0x70, 0x67])
const nothing = Buffer.from([0xff, 0xfe, 0x80, 0x2e, 0x6a, 0x70, 0x67])

const put = (name: Buffer | string, ...within: readonly (Buffer | string)[]): Promise<void> =>
  writeFile(
    Buffer.concat(
      [folder, ...within, name].flatMap((part) => [Buffer.from(part), Buffer.from('/')]),
    ).subarray(0, -1),
    tiff,
  )

async function taken(...paths: readonly string[]): Promise<readonly Arrival[]> {
  const arrivals: Arrival[] = []
  for await (const arrival of takeIn(paths, { isKnown: () => false, takesAddresses: false }))
    arrivals.push(arrival)
  return arrivals
}

/** Whether each can be opened after it was written down, and what it is called. */
async function opened(...paths: readonly string[]): Promise<readonly string[]> {
  const said = (await taken(...paths)).map(async (arrival) => {
    if (arrival.kind === 'refused') return `${arrival.refusal.name}: ${arrival.refusal.kind}`
    const written = source.parse(JSON.parse(JSON.stringify(arrival.source)))
    const image = await openImage(written.path, written.page, written.image)
    return `${written.name}: ${image.ok ? 'opened' : image.error.kind}`
  })
  return (await Promise.all(said)).toSorted()
}

describe.runIf(process.platform === 'linux')('a name that is no UTF-8', () => {
  it('is walked to, written down and opened, and read as Chinese of before', async () => {
    for (const name of [liu, wang, nothing]) await put(name)
    expect(await opened(folder)).toEqual([
      '刘.jpg: opened',
      '王.jpg: opened',
      '\ufffd\ufffd\ufffd.jpg: opened',
    ])
  })

  it('may be that of a folder, also one that is named twice', async () => {
    const inner = Buffer.from([0xc1, 0xf5])
    await mkdir(Buffer.concat([Buffer.from(`${folder}/`), inner]))
    await put('a.jpg', inner)
    await put(liu, inner)
    expect(await opened(folder)).toEqual(['a.jpg: opened', '刘.jpg: opened'])
    const [first] = await taken(folder)
    if (first?.kind !== 'accepted') throw new Error('not taken')
    expect(await opened(path.dirname(first.source.path), folder)).toEqual([
      'a.jpg: opened',
      '刘.jpg: opened',
      `${path.basename(folder)}: already-here`,
    ])
  })

  it('is the same whichever way it came', async () => {
    await put(liu)
    const [walked] = await taken(folder)
    const given = textOf(Buffer.concat([Buffer.from(`${folder}/`), liu]))
    expect(walked).toMatchObject({ source: { path: given } })
    expect(await realPath(given)).toBe(path.join(await realPath(folder), '\udcc1\udcf5.jpg'))
  })

  it('is found again where it was lost on the way, if there is only one', async () => {
    await put(liu)
    expect(await opened(path.join(folder, liu.toString()))).toEqual(['刘.jpg: opened'])
    expect(await opened(path.join(folder, '\ufffd.jpg'))).toEqual(['刘.jpg: opened'])
    await put(wang)
    expect(await opened(path.join(folder, liu.toString()))).toEqual(['\ufffd\ufffd.jpg: missing'])
  })

  it('leaves alone a name that holds the sign of what is lost', async () => {
    await put('\ufffd.jpg')
    await put(liu)
    expect(await opened(path.join(folder, '\ufffd.jpg'))).toEqual(['\ufffd.jpg: opened'])
  })
})

it('is asked for as it stands where it is UTF-8', () => {
  for (const place of ['/照片/王 🚗.jpg', '/a\nb.jpg', '\ufffd', '\ud83d\ude97', '\udc00'])
    expect(systemPath(place)).toBe(place)
  expect(nameOf('/照片/王 🚗.jpg')).toBe('王 🚗.jpg')
})

it.skipIf(process.platform === 'win32')(
  'a name with line feeds and control characters is opened, and stays as it is',
  async () => {
    for (const name of ['a\nb.jpg', 'c\u001b[31m.jpg', '\u0007.jpg', 'd\re.jpg']) await put(name)
    expect(await opened(folder, path.join(folder, 'a\nb.jpg'))).toEqual(
      [
        'a\nb.jpg: opened',
        'a\nb.jpg: opened',
        'c\u001b[31m.jpg: opened',
        'd\re.jpg: opened',
        '\u0007.jpg: opened',
      ].toSorted(),
    )
  },
)
