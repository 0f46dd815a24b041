import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { drawPicture } from '../../fixtures/form/draw-picture.ts'
import { pdfOf } from '../../fixtures/formats/pdf.ts'
import { run } from './command.ts'

const line = z.object({
  file: z.string(),
  page: z.number(),
  license: z.object({ id_num: z.string() }).nullable(),
  secondPage: z.object({ number: z.string(), fileNumber: z.string() }).nullable(),
  joined: z.strictObject({ file: z.string(), page: z.number() }).nullable(),
  failure: z.object({ kind: z.string() }).nullable(),
})

const linesOf = (text: string): z.infer<typeof line>[] =>
  text
    .trimEnd()
    .split('\n')
    .map((one) => line.parse(JSON.parse(one)))

interface Pages {
  readonly number: string
  readonly fileNumber: string
  readonly first: Buffer
  readonly second: Buffer
}

/** The two pages of one license, each cut out into an image of its own. */
async function drawPages(): Promise<Pages> {
  const { image, width, height, documents } = await drawPicture({ kind: 'both-pages', seed: 1 })
  const cut = async (kind: 'main-page' | 'second-page') => {
    const quad = documents.find(({ content }) => content.kind === kind)?.quad ?? []
    const [xs, ys] = [quad.map(([x]) => x), quad.map(([, y]) => y)]
    const within = (place: number, most: number): number =>
      Math.round(Math.min(most, Math.max(0, place)))
    const left = within(Math.min(...xs), width)
    const top = within(Math.min(...ys), height)
    const size = {
      width: within(Math.max(...xs), width) - left,
      height: within(Math.max(...ys), height) - top,
    }
    return sharp(image)
      .extract({ left, top, ...size })
      .extend({ top: 60, bottom: 60, left: 60, right: 60, background: '#777' })
      .jpeg({ quality: 95 })
      .toBuffer()
  }
  const content = documents.map((one) => one.content).find(({ kind }) => kind === 'second-page')
  if (content?.kind !== 'second-page') throw new Error('no second page drawn')
  const { id_num: number, archiveNumber: fileNumber } = content
  return { number, fileNumber, first: await cut('main-page'), second: await cut('second-page') }
}

let folder = ''
let pages: Pages
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'license-desk-pages-'))
  pages = await drawPages()
  await writeFile(path.join(folder, '1 副页.jpg'), pages.second)
  await writeFile(path.join(folder, '2 正页.jpg'), pages.first)
})
afterAll(() => rm(folder, { recursive: true }))

describe('the two pages of one license', () => {
  test('in two images are one line and one row, also when the folder is given again', async () => {
    const csv = path.join(folder, '登记.csv')
    const kept = ['--data', path.join(folder, 'held'), '--key-file', path.join(folder, 'desk.key')]
    const inFolder = (name: string): string => path.join(folder, name)
    const args = ['--json', '-', '--csv', csv, '--lang', 'zh', ...kept]
    const expected = [
      {
        file: inFolder('2 正页.jpg'),
        page: 1,
        license: { id_num: pages.number },
        secondPage: { number: pages.number, fileNumber: pages.fileNumber },
        joined: { file: inFolder('1 副页.jpg'), page: 1 },
      },
    ]
    const first = await run('scan', folder, ...args)
    expect(first).toMatchObject({ code: 0 })
    expect(linesOf(first.output)).toMatchObject(expected)
    expect(first.errors).toContain('1 副页.jpg  ✓ 副页，已并到')
    const again = await run('scan', folder, ...args)
    expect(again).toMatchObject({ code: 0 })
    expect(linesOf(again.output)).toMatchObject(expected)
    expect(again.errors).toContain('读出 1 张')
    const rows: Record<string, string>[] = parse(await readFile(csv), { bom: true, columns: true })
    expect(rows).toMatchObject([{ 证号: pages.number, 档案编号: pages.fileNumber }])
    const listed = await run('list', '--json', '-', ...kept)
    expect(linesOf(listed.output)).toMatchObject([{ joined: { file: inFolder('1 副页.jpg') } }])
  })

  test('on two pages of a PDF are one line, which names both, or two with --split-pages', async () => {
    const file = path.join(folder, '扫描.pdf')
    const scans = [pages.first, pages.second].map((jpeg) => ({ jpeg }))
    await writeFile(file, await pdfOf(scans))
    const one = await run('scan', file, '--json', '-', '--quiet')
    expect(one.code).toBe(0)
    expect(linesOf(one.output)).toMatchObject([
      { page: 1, secondPage: { fileNumber: pages.fileNumber }, joined: { file, page: 2 } },
    ])
    const two = await run('scan', file, '--json', '-', '--split-pages', '--lang', 'en')
    expect(two.code).toBe(1)
    expect(linesOf(two.output)).toMatchObject([
      { page: 1, license: { id_num: pages.number }, secondPage: null, joined: null },
      { page: 2, license: null, joined: null, failure: { kind: 'second-page' } },
    ])
    expect(two.errors).toContain('[2/2]')
  })
})
