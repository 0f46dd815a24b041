import { mkdtemp, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'
import { lawAsOf } from '../../../core/license/law.ts'
import { openWorkbook } from '../../../electron/export/workbook/open-workbook.ts'
import { openStores } from '../../../electron/store/sqlite/open-stores.ts'
import { openKeyRing } from '../../../electron/vault/key-ring.ts'
import { sampleOf, samplesFolder } from '../../fixtures/samples.ts'
import { run } from './command.ts'

const sample = path.join(samplesFolder, '扫描0007.jpg')
const truth = sampleOf(path.basename(sample)).license
const line = z.object({
  license: z.object({ id_num: z.string() }),
  verdict: z.strictObject({
    light: z.enum(['green', 'amber', 'red']),
    reasons: z.array(z.strictObject({ kind: z.string(), light: z.string(), said: z.string() })),
    asOf: z.literal(lawAsOf),
  }),
})
const rental = ['--vehicle', 'A1', '--pick-up', '2030-12-01', '--return', '2030-12-05']

it('tells in each line whether a car can be rented, by the list that is kept too', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'license-desk-verdict-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const data = path.join(folder, 'data')
  const keyFile = path.join(folder, 'desk.key')
  const ring = await openKeyRing(data, { keyFile })
  if (!ring.ok) throw new Error(ring.error.kind)
  const opened = await openStores(data, ring.value.vault, undefined, ring.value.kept)
  if (!opened.ok) throw new Error(opened.error.kind)
  opened.value.stores.doNotRent.put(truth.id_num, {
    note: '没有赔',
    addedAt: '2026-05-01T04:00:00.000Z',
  })
  await opened.value.close()

  const kept = ['--data', data, '--key-file', keyFile]
  const { code, output } = await run(
    'scan',
    sample,
    '--json',
    '-',
    '--lang',
    'zh',
    ...kept,
    ...rental,
  )
  expect(code).toBe(0)
  const { license, verdict } = line.parse(JSON.parse(output))
  expect(license.id_num).toBe(truth.id_num)
  expect(verdict.light).toBe('red')
  expect(verdict.reasons).toContainEqual({
    kind: 'do-not-rent',
    light: 'red',
    said: '在不租名单上（2026-05-01 加入）：没有赔',
  })
  expect(verdict.reasons.map(({ kind }) => kind)).toContain('not-covered')

  // What is kept is judged the same, without what colleagues wrote.
  const table = path.join(folder, 'kept.csv')
  const exported = await run('export', '--csv', table, '--lang', 'zh', ...kept, ...rental)
  expect(exported.code).toBe(0)
  const [headings = [], row = []] = parse(await readFile(table, 'utf8'), { bom: true })
  const [light, reasons] = row.slice(headings.indexOf('可否'))
  expect(light).toBe('不能租')
  expect(reasons).toContain('在不租名单上（2026-05-01 加入）。')
  expect(reasons).not.toContain('没有赔')
})

it('writes the verdict at the end of every table, whatever the preset has', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'license-desk-verdict-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const csv = path.join(folder, 'rentals.csv')
  const xlsx = path.join(folder, 'rentals.xlsx')
  const asked = ['--preset', 'call', '--tsv', '-', '--csv', csv, '--xlsx', xlsx]
  const { code, output } = await run('scan', sample, '--lang', 'zh', ...asked, ...rental)
  expect(code).toBe(0)
  const rows = parse(await readFile(csv, 'utf8'), { bom: true })
  expect(rows).toEqual([
    expect.arrayContaining(['姓名', '可否', '可否的原因']),
    expect.arrayContaining([truth.name, '不能租', expect.stringContaining('不能开 A1')]),
  ])
  const sheet = openWorkbook(await readFile(xlsx))?.rows.map((row) => row.map(({ text }) => text))
  expect(sheet).toEqual(rows)
  expect(
    output
      .trimEnd()
      .split('\n')
      .map((row) => row.split('\t')),
  ).toEqual(rows)
})

it('refuses what is no rental', async () => {
  const { code, errors } = await run(
    'scan',
    sample,
    '--json',
    '-',
    '--lang',
    'en',
    '--vehicle',
    'C1',
  )
  expect(code).toBe(2)
  expect(errors).toContain('Give --vehicle, --pick-up and --return together.')
  const nowhere = await run('scan', sample, '--lang', 'en', ...rental)
  expect(nowhere.code).toBe(2)
  expect(nowhere.errors).toContain('The verdict stands in lines of JSON and in tables.')
})
