import { copyFile, readFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { withColumns } from '../../../core/layout/edit-preset.ts'
import type { TableFormat } from '../../../core/layout/file-form.ts'
import { builtIns } from '../../../core/layout/preset.ts'
import { tableOf } from '../../../core/export/table.ts'
import type { LicenseRecord } from '../../../core/license/record.ts'
import { usualPolicy } from '../../../core/verdict/house-policy.ts'
import { entriesOf } from '../../../electron/export/entries-of.ts'
import { exportTable, plainTable, type TableLayout } from '../../../electron/export/export-table.ts'
import { openWorkbook } from '../../../electron/export/workbook/open-workbook.ts'
import { readAs, recordWith } from '../../core/license/sample.ts'
import { newFolder } from '../settings/folder.ts'
import { importedAsText, libreOffice, savedByCalc, seenByCalc } from './libre-office.ts'

const now = new Date(2021, 2, 15, 12)

/** Values that spreadsheets like to spoil. */
const people: readonly LicenseRecord[] = [
  recordWith(),
  recordWith({
    id_num: readAs('11010519491231002X'),
    name: readAs('欧阳䶮𬭎'),
    address: readAs('和平街12号, "东"楼 3-2'),
    valid_to: readAs('长期'),
  }),
  recordWith({
    id_num: readAs('007001199003040056'),
    name: readAs('阿不都热西提·买买提'),
    address: readAs('_x0041_ 1E5 & <b> 3/4'),
    car_class: readAs('1E5'),
  }),
].map((record, at) => ({ ...record, id: `record-${at + 1}` }))

async function exported(
  name: string,
  layout: Partial<TableLayout> & { readonly format: TableFormat },
  records = people,
  file = path.join(newFolder(), name),
): Promise<string> {
  const outcome = await exportTable({
    ...plainTable,
    ...layout,
    path: file,
    records,
    headings: 'zh',
    now,
  })
  expect(outcome).toMatchObject({ kind: 'written', path: file })
  return file
}

const expected = (grows = false): string[][] =>
  tableOf(entriesOf(people, now), 'zh', builtIns.full, grows)

describe.skipIf(libreOffice === undefined)('opened in LibreOffice Calc', () => {
  it('a workbook has every number, date and name unharmed, without being told anything', async () => {
    expect(seenByCalc(await exported('客户.xlsx', { format: 'xlsx' }))).toEqual(expected())
  })

  it.each(['utf8', 'gb18030'] as const)(
    'a table in %s has them too, imported as text',
    async (encoding) => {
      const file = await exported('客户.csv', { format: 'csv', encoding })
      const how = importedAsText(expected()[0]?.length ?? 0, encoding)
      expect(seenByCalc(file, how)).toEqual(expected())
    },
  )

  it.each(['xlsx', 'csv'] as const)(
    'a table as %s says what each license is good for, and why not',
    async (format) => {
      const wish = { vehicle: 'C1', pickUp: '2028-07-01', giveBack: '2028-07-10' } as const
      const purpose = { kind: 'rental', wish } as const
      const judging = { purpose, policy: usualPolicy, listed: () => null }
      const preset = withColumns(builtIns.call, ['verdict', 'verdict_reasons'])
      const file = await exported(`可否.${format}`, { format, preset, judging })
      const shown = tableOf(entriesOf(people, now, judging), 'zh', preset)
      const how =
        format === 'csv' ? importedAsText(shown[0]?.length ?? 0, plainTable.encoding) : undefined
      const seen = seenByCalc(file, how)
      expect(seen).toEqual(shown)
      expect(seen.map((row) => row.slice(6, 8))).toMatchObject([
        ['可否', '可否的原因'],
        ['不能租', expect.stringMatching(/^2028-07-06 到期，早于还车日 2028-07-10/)],
        ['先核实', '还没核对：出生日期。'],
        ['不能租', expect.stringContaining('还没核对：证号、')],
      ])
    },
  )

  it('a workbook that Calc saved takes further rows, and keeps what stood in it', async () => {
    const layout = { format: 'xlsx', grows: true } as const
    const [first, ...others] = people
    const begun = await exported('今天.xlsx', layout, first === undefined ? [] : [first])
    await copyFile(savedByCalc(begun), begun)
    const before = openWorkbook(await readFile(begun))
    const file = await exported('今天.xlsx', layout, people, begun)
    expect(seenByCalc(file)).toEqual(expected(true))
    const after = openWorkbook(await readFile(file))
    expect(after?.rows.slice(0, 2)).toEqual(before?.rows)
    expect(after?.rows).toHaveLength(1 + 1 + others.length)
  })
})
