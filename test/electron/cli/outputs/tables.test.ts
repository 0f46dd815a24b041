import { copyFile, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { beforeEach, describe, expect, it } from 'vitest'
import { csvLines } from '../../../../core/export/csv.ts'
import { tableOf } from '../../../../core/export/table.ts'
import { builtIns } from '../../../../core/layout/preset.ts'
import { encodeText } from '../../../../electron/export/encode.ts'
import { openWorkbook } from '../../../../electron/export/workbook/open-workbook.ts'
import { workbookOf } from '../../../../electron/export/workbook/write-workbook.ts'
import { sampleOf, samplesFolder } from '../../../fixtures/samples.ts'
import { newFolder } from '../../settings/folder.ts'
import { inShell, run } from '../command.ts'

const { license } = sampleOf('扫描0007.jpg')

let folder = ''
const at = (name: string): string => path.join(folder, name)

beforeEach(async () => {
  folder = newFolder()
  await copyFile(path.join(samplesFolder, '扫描0007.jpg'), at('a.jpg'))
})

describe('tables of every kind', { timeout: 60_000 }, () => {
  it('are written in one go, laid out by a preset, and their own kind is replaced the next time', async () => {
    const args = [
      'scan',
      at('a.jpg'),
      '--lang',
      'zh',
      '--preset',
      'rental',
      '--encoding',
      'gb18030',
    ]
    const files = ['--xlsx', at('new/台账.xlsx'), '--csv', at('台账.csv')]
    for (let runs = 0; runs < 2; runs += 1) {
      const { code, output, errors } = await run(...args, ...files, '--tsv', '-', '--quiet')
      expect({ code, errors }).toEqual({ code: 0, errors: '' })
      const rows: string[][] = parse(new TextDecoder('gb18030').decode(Buffer.from(output)), {
        delimiter: '\t',
      })
      // What comes through the pipe as text is not the bytes; the digits are ASCII.
      expect(rows[1]).toContain(license.id_num)
    }
    const sheet = openWorkbook(await readFile(at('new/台账.xlsx')))?.rows ?? []
    expect(sheet[0]?.map(({ text }) => text)).toEqual(tableOf([], 'zh', builtIns.rental)[0])
    expect(sheet[1]?.slice(0, 3).map(({ text }) => text)).toEqual([
      license.name,
      license.id_num,
      license.car_class,
    ])
    const csv: string[][] = parse(
      new TextDecoder('gb18030', { fatal: true }).decode(await readFile(at('台账.csv'))),
    )
    expect(csv[1]?.[0]).toBe(license.name)
  })

  it('say that they were read back, and never take the place of anything else', async () => {
    const { code, errors } = await run('scan', at('a.jpg'), '--xlsx', at('out.xlsx'))
    expect({ code, errors }).toMatchObject({
      code: 0,
      errors: expect.stringContaining('(1 row, read back and compared)'),
    })
    const foreign = workbookOf([['Their', 'table']], { sheetName: 'x', widths: [9, 9] })
    for (const [name, content] of [
      ['theirs.xlsx', foreign],
      ['text.xlsx', 'what a person wrote'],
    ] as const) {
      await writeFile(at(name), content)
      const refused = await run('scan', at('a.jpg'), '--xlsx', at(name))
      expect(refused).toMatchObject({ code: 2, errors: expect.stringContaining('--force') })
      expect(await readFile(at(name))).toEqual(Buffer.from(content))
      expect((await run('scan', at('a.jpg'), '--xlsx', at(name), '--force')).code).toBe(0)
    }
    const same = ['--xlsx', at('same'), '--csv', at('same')]
    expect(await run('scan', at('a.jpg'), ...same)).toMatchObject({ code: 2 })
    expect(await run('scan', at('a.jpg'), '--xlsx', at('a.jpg'), '--force')).toMatchObject({
      code: 2,
    })
    expect((await readdir(folder)).toSorted()).toEqual([
      'a.jpg',
      'out.xlsx',
      'text.xlsx',
      'theirs.xlsx',
    ])
  })

  it.runIf(process.platform !== 'win32')(
    'go to standard output as they are, and a full disk is told',
    async () => {
      const args = [
        'scan',
        at('a.jpg'),
        '--tsv',
        '-',
        '--quiet',
        '--lang',
        'zh',
        '--preset',
        'call',
      ]
      expect(await inShell(`"$@" > '${at('out.tsv')}'`, args)).toMatchObject({ code: 0 })
      const lines = (await readFile(at('out.tsv'), 'utf8')).trimEnd().split('\n')
      expect(lines.map((line) => line.split('\t').slice(0, 2))).toEqual([
        ['有效期止', '姓名'],
        [license.valid_to, license.name],
      ])
      expect(lines[1]).toMatch(/\t\d{6}\*{8}\d{3}[\dX]\t/)
      const half = `trap '' XFSZ; ulimit -f 0; "$@" > '${at('cut.tsv')}'`
      expect(await inShell(half, args)).toMatchObject({ code: 6 })
    },
  )

  it('of records that are kept are made without reading anything', async () => {
    const key = ['--data', at('held'), '--key-file', at('desk.key')]
    expect((await run('scan', at('a.jpg'), ...key)).code).toBe(0)
    const { code, output } = await run('export', ...key, '--xlsx', at('out.xlsx'), '--tsv', '-')
    expect(code).toBe(0)
    expect(output.split('\n')[1]).toContain(license.id_num)
    expect(openWorkbook(await readFile(at('out.xlsx')))?.rows).toHaveLength(2)
  })
})

it('knows a table in GB18030 again', async () => {
  const { isOurs } = await import('../../../../electron/cli/outputs/is-ours.ts')
  const encoded = encodeText(csvLines(tableOf([], 'zh', builtIns.school)), 'gb18030')
  if (encoded.ok) await writeFile(at('ours.csv'), encoded.bytes)
  await writeFile(at('theirs.csv'), '姓名,分数\r\n')
  expect([await isOurs(at('ours.csv'), 'csv'), await isOurs(at('theirs.csv'), 'csv')]).toEqual([
    true,
    false,
  ])
})
