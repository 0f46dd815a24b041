import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Encoding } from '../../../core/layout/file-form.ts'
import type { LicenseRecord } from '../../../core/license/record.ts'
import { exportTable, plainTable } from '../../../electron/export/export-table.ts'
import { openWorkbook } from '../../../electron/export/workbook/open-workbook.ts'
import { readAs, recordWith } from '../../core/license/sample.ts'
import { newFolder } from '../settings/folder.ts'

const now = new Date(2021, 2, 15, 12)

let folder = ''
beforeEach(() => {
  folder = newFolder()
})

const named = (name: string, id: string): LicenseRecord => ({
  ...recordWith({ name: readAs(name) }),
  id,
})
const [first, second] = [named('赵一', 'a'), named('钱二', 'b')]

const add = (
  file: string,
  records: readonly LicenseRecord[],
  format: 'csv' | 'xlsx',
  encoding: Encoding = 'utf8',
) =>
  exportTable({
    ...plainTable,
    path: path.join(folder, file),
    records,
    headings: 'zh',
    now,
    format,
    encoding,
    grows: true,
  })

async function namesIn(file: string): Promise<string[]> {
  const bytes = await readFile(path.join(folder, file))
  if (file.endsWith('.xlsx'))
    return (openWorkbook(bytes)?.rows ?? []).map((row) => row[1]?.text ?? '')
  const encoding = bytes[0] === 0xef ? 'utf-8' : 'gb18030'
  const rows: string[][] = parse(new TextDecoder(encoding).decode(bytes), { bom: true })
  return rows.map((row) => row[1] ?? '')
}

describe.each(['csv', 'xlsx'] as const)('a table of the day as %s', (format) => {
  const file = `今天.${format}`
  const target = (): string => path.join(folder, file)

  it('is made, then grows, and no record stands in it twice', async () => {
    expect(await add(file, [first], format)).toEqual({ kind: 'written', path: target(), rows: 1 })
    expect(await add(file, [first, second], format)).toEqual({
      kind: 'written',
      path: target(),
      rows: 1,
      already: 1,
    })
    expect(await namesIn(file)).toEqual(['姓名', '赵一', '钱二'])
    const before = await readFile(target())
    expect(await add(file, [named('赵壹', 'a')], format)).toEqual({
      kind: 'written',
      path: target(),
      rows: 0,
      changed: 1,
    })
    expect(await readFile(target())).toEqual(before)
    expect(await readdir(folder)).toEqual([file])
  })

  it.each(['~$', '.~lock.', '.~'])(
    'is left alone while %s says that a program has it open',
    async (mark) => {
      await add(file, [first], format)
      const before = await readFile(target())
      await writeFile(path.join(folder, `${mark}${file}${mark === '.~lock.' ? '#' : ''}`), '')
      expect(await add(file, [second], format)).toEqual({
        kind: 'locked',
        path: target(),
        offered: '',
      })
      expect(await readFile(target())).toEqual(before)
    },
  )

  it('is left alone where its columns are others, or it is no table', async () => {
    const other = { ...plainTable.preset, columns: plainTable.preset.columns.slice(1) }
    await add(file, [first], format)
    const outcome = await exportTable({
      ...plainTable,
      path: target(),
      records: [second],
      headings: 'zh',
      now,
      format,
      preset: other,
      grows: true,
    })
    expect(outcome).toEqual({ kind: 'failed', path: target(), reason: 'other-columns' })
    for (const text of ['{"not": "a table"}', '"never closed']) {
      await writeFile(target(), text)
      expect(await add(file, [second], format)).toMatchObject({ reason: 'not-a-table' })
      expect(await readFile(target(), 'utf8')).toBe(text)
    }
  })
})

it('goes on in the encoding that the file has, and says what that does not hold', async () => {
  await add('老程序.csv', [first], 'csv', 'gb18030')
  expect(await add('老程序.csv', [named('王𬭎', 'c')], 'csv', 'utf8')).toMatchObject({
    kind: 'written',
    rows: 1,
    rare: '𬭎',
  })
  expect(await namesIn('老程序.csv')).toEqual(['姓名', '赵一', '王𬭎'])
  expect(await add('老程序.csv', [named('王\ue5e5', 'd')], 'csv')).toMatchObject({
    kind: 'failed',
    reason: 'not-in-encoding',
    characters: '\ue5e5',
  })
  expect(await namesIn('老程序.csv')).toHaveLength(3)
})

it('keeps what somebody wrote beside our columns in a CSV', async () => {
  await add('今天.csv', [first], 'csv')
  const file = path.join(folder, '今天.csv')
  const text = await readFile(file, 'utf8')
  const [headings = '', row = ''] = text.split('\r\n')
  await writeFile(file, `${headings},备注\r\n${row},已付押金\r\n`)
  expect(await add('今天.csv', [second], 'csv')).toMatchObject({ kind: 'written', rows: 1 })
  const rows: string[][] = parse(await readFile(file), { bom: true })
  expect(rows.map((cells) => cells.at(-1))).toEqual(['备注', '已付押金', ''])
})

it('tells of a folder that is gone', async () => {
  expect(await add('gone/今天.xlsx', [first], 'xlsx')).toMatchObject({ reason: 'missing-folder' })
})
