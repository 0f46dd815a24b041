import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pdfOf } from '../../fixtures/formats/pdf.ts'
import { sampleOf, samplesFolder } from '../../fixtures/samples.ts'
import { run } from './command.ts'

const names = ['外籍客户.jpg', '前台拍照3.jpg'] as const

let folder = ''
let scans: readonly Buffer[] = []
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'license-desk-documents-'))
  scans = await Promise.all(
    names.map(async (name) =>
      sharp(await readFile(path.join(samplesFolder, name)))
        .autoOrient()
        .jpeg()
        .toBuffer(),
    ),
  )
})
afterAll(() => rm(folder, { recursive: true }))

async function put(name: string, bytes: Uint8Array): Promise<string> {
  const file = path.join(folder, name)
  await writeFile(file, bytes)
  return file
}

/** In short: the page, and the number or why there is none. */
const lines = (output: string): string[] =>
  output
    .trimEnd()
    .split('\n')
    .map((line) => {
      const { page, license, failure } = JSON.parse(line)
      return `${page} ${license?.id_num ?? failure?.kind}`
    })

test('a PDF has a line for each page, or for those that are named', async () => {
  const file = await put('两人.pdf', await pdfOf(scans.map((jpeg) => ({ jpeg }))))
  const [first, second] = names.map((name) => sampleOf(name).license.id_num)
  const all = await run('scan', file, '--json', '-', '--quiet')
  expect({ code: all.code, lines: lines(all.output) }).toEqual({
    code: 0,
    lines: [`1 ${first}`, `2 ${second}`],
  })
  const one = await run('scan', file, '--pages', '2', '--json', '-', '--quiet')
  expect(lines(one.output)).toEqual([`2 ${second}`])
  const none = await run('scan', file, '--pages', '3', '--json', '-', '--quiet')
  expect({ code: none.code, lines: lines(none.output) }).toEqual({
    code: 1,
    lines: ['1 no-such-page'],
  })
})

test('a locked PDF is refused in plain words', async () => {
  const [jpeg] = scans
  if (jpeg === undefined) throw new Error('there is no scan')
  const locked = await put('有密码.pdf', await pdfOf([{ jpeg }], 'Sesame 8'))
  const said = await run('scan', locked, '--lang', 'zh')
  expect(said.code).toBe(1)
  expect(said.errors).toContain('这个 PDF 有密码')
})
