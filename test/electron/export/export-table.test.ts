import { mkdtemp, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { exportTable, plainTable } from '../../../electron/export/export-table.ts'
import { localMinute } from '../../../electron/clock/local-time.ts'
import { readAs, recordWith, soundLicense } from '../../core/license/sample.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'export-csv-'))
})
afterEach(() => rm(folder, { recursive: true }))

const now = new Date(2021, 2, 15, 12)

async function exported(
  records: Parameters<typeof exportTable>[0]['records'],
): Promise<readonly Record<string, string>[]> {
  const file = path.join(folder, 'licenses.csv')
  const outcome = await exportTable({ ...plainTable, path: file, records, headings: 'zh', now })
  expect(outcome).toEqual({ kind: 'written', path: file, rows: records.length })
  const rows: Record<string, string>[] = parse(await readFile(file), { bom: true, columns: true })
  return rows
}

it('writes what stands, digits and all, as another reader of CSV sees it', async () => {
  const record = recordWith({}, { name: { kind: 'corrected', value: '张 "三",\n四' } })
  const [row] = await exported([record])
  expect(row).toMatchObject({
    证号: soundLicense.id_num,
    姓名: '张 "三",\n四',
    出生日期: '1990-12-21',
    来源文件: 'one.jpg',
    核对状态: '已核对',
    读取时间: localMinute(new Date(record.readAt)),
  })
})

it('tells by the day of the export what is to be checked', async () => {
  const expired = recordWith({ valid_to: readAs('2021-03-14') })
  const valid = recordWith({ valid_to: readAs('2028-07-06') })
  const rows = await exported([expired, valid])
  const [first, second] = rows.map((row) => row['核对状态'])
  expect(first).not.toBe(second)
  expect(second).toBe('无需核对')
})

it('keeps the order that it is given, and writes headings for nothing', async () => {
  const named = (name: string) => recordWith({ name: readAs(name) })
  const rows = await exported([named('赵一'), named('钱二'), named('孙三')])
  expect(rows.map((row) => row['姓名'])).toEqual(['赵一', '钱二', '孙三'])
  expect(await exported([])).toEqual([])
})
