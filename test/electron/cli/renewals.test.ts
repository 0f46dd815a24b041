import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openStores } from '../../../electron/store/sqlite/open-stores.ts'
import { openKeyRing } from '../../../electron/vault/key-ring.ts'
import { recordOf } from '../../contracts/kept-samples.ts'
import { readAs } from '../../core/license/sample.ts'
import { start } from './command.ts'

let folder = ''
const at = (name: string): string => path.join(folder, name)
const dayFromNow = (days: number): string => {
  const on = new Date(Date.now() + days * 86_400_000)
  return [on.getFullYear(), on.getMonth() + 1, on.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-')
}

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), '到期 '))
  await keepRecords()
})
afterEach(() => rm(folder, { recursive: true }))

/** People whose licenses expire in so many days. */
async function keepRecords(): Promise<void> {
  const ring = await openKeyRing(at('held'), { keyFile: at('desk.key') })
  if (!ring.ok) throw new Error(ring.error.kind)
  const opened = await openStores(at('held'), ring.value.vault)
  if (!opened.ok) throw new Error(opened.error.kind)
  const { stores, close } = opened.value
  for (const [name, number, days] of [
    ['王五', '330106199207152847', 80],
    ['李四', '441900199012210527', 10],
    ['张三', '441900199012210519', 91],
  ] as const) {
    const record = recordOf(name, { name, number, readAt: new Date().toISOString() })
    const fields = { ...record.reading.fields, valid_to: readAs(dayFromNow(days)) }
    stores.records.put({ ...record, reading: { ...record.reading, fields } })
  }
  await close()
}

const desk = (...args: readonly string[]) =>
  start(['renewals', ...args, '--data', at('held'), '--key-file', at('desk.key'), '--lang', 'en'])
    .ended

it('tells whose license expires within 90 days, the first one first', async () => {
  const { code, output } = await desk()
  expect(code).toBe(0)
  expect(output).toContain('2 licenses expire within 90 days')
  expect(output.indexOf('李四')).toBeLessThan(output.indexOf('王五'))
  expect(output).not.toContain('张三')
  const wider = await desk('--within', '5')
  expect(wider).toMatchObject({ code: 0, output: '0 licenses expire within 5 days\n' })
})

it('writes a call list that is read back, replaces its own, and no other file', async () => {
  const csv = at('lists/call.csv')
  for (const within of ['90', '91'])
    expect((await desk('--within', within, '--csv', csv)).code).toBe(0)
  const rows: unknown = parse(await readFile(csv), { bom: true, columns: true })
  expect(rows).toMatchObject([
    { Name: '李四', 'License number': '441900199012210527', 'Days left': '10' },
    { Name: '王五', 'Valid to': dayFromNow(80), 'Days left': '80' },
    { Name: '张三', Class: 'C1' },
  ])
  await writeFile(at('other.csv'), 'Name,Phone\r\n')
  expect((await desk('--csv', at('other.csv'))).code).toBe(2)
  expect(await readFile(at('other.csv'), 'utf8')).toBe('Name,Phone\r\n')
  expect((await desk('--csv', at('held/call.csv'))).code).toBe(2)
})

it.each([['--within', 'soon'], ['--within', '-1'], ['--within', '4000'], ['path.jpg']])(
  'takes %s %s for wrong usage, and writes nothing',
  async (...wrong) => {
    const { code } = await desk(
      ...wrong.filter((one) => one !== undefined),
      '--csv',
      at('call.csv'),
    )
    expect(code).toBe(2)
    expect(existsSync(at('call.csv'))).toBe(false)
  },
)
