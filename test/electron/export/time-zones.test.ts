import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { expect, it, onTestFinished } from 'vitest'
import { exportTable, plainTable } from '../../../electron/export/export-table.ts'
import { localDate, localMinute } from '../../../electron/clock/local-time.ts'
import { recordWith, soundLicense } from '../../core/license/sample.ts'
import { newFolder } from '../settings/folder.ts'

function stand(zone: string): void {
  const before = process.env['TZ']
  process.env['TZ'] = zone
  onTestFinished(() => {
    if (before === undefined) delete process.env['TZ']
    else process.env['TZ'] = before
  })
}

it.each([
  ['Asia/Shanghai', '2021-03-15 09:30'],
  ['America/New_York', '2021-03-14 21:30'],
  ['Europe/Berlin', '2021-03-15 02:30'],
  ['Pacific/Apia', '2021-03-15 15:30'],
  ['Australia/Lord_Howe', '2021-03-15 12:30'],
])(
  'in %s the dates of a card stay, and the instant of reading is shown there (fault 23)',
  async (zone, readAt) => {
    stand(zone)
    const file = path.join(newFolder(), 'licenses.csv')
    const record = recordWith()
    const now = new Date('2021-03-15T04:00:00Z')
    await exportTable({ ...plainTable, path: file, records: [record], headings: 'zh', now })
    const [row]: Record<string, string>[] = parse(await readFile(file), {
      bom: true,
      columns: true,
    })
    expect(row).toMatchObject({
      出生日期: soundLicense.birth_date,
      初次领证日期: soundLicense.issue_date,
      有效期起: soundLicense.valid_from,
      有效期止: soundLicense.valid_to,
      读取时间: readAt,
      核对状态: '无需核对',
    })
    expect(record.readAt).toBe('2021-03-15T01:30:00.000Z')
  },
)

it('keeps day and minute when the clock is put forward or back (fault 23)', () => {
  stand('America/New_York')
  const minutes = [
    '2026-03-08T06:59Z',
    '2026-03-08T07:00Z',
    '2026-11-01T05:30Z',
    '2026-11-01T06:30Z',
  ]
  expect(minutes.map((text) => localMinute(new Date(text)))).toEqual([
    '2026-03-08 01:59',
    '2026-03-08 03:00',
    '2026-11-01 01:30',
    '2026-11-01 01:30',
  ])
  expect(localDate(new Date('2026-11-02T04:59Z'))).toBe('2026-11-01')
  expect(localDate(new Date('2026-11-02T05:00Z'))).toBe('2026-11-02')
})
