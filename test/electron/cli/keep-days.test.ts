import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openStores } from '../../../electron/store/sqlite/open-stores.ts'
import { openKeyRing } from '../../../electron/vault/key-ring.ts'
import { samplesFolder } from '../../fixtures/samples.ts'
import { type Ended, start } from './command.ts'

let folder = ''
const at = (name: string): string => path.join(folder, name)

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), '保存 '))
})
afterEach(() => rm(folder, { recursive: true }))

const desk = (...args: readonly string[]): Promise<Ended> =>
  start([...args, '--data', at('held'), '--key-file', at('desk.key'), '--lang', 'en']).ended

const scan = (...args: readonly string[]): Promise<Ended> =>
  desk('scan', path.join(samplesFolder, '扫描0007.jpg'), '--engine', 'offline', ...args)

/** As if all that is held had been read some days ago. */
async function age(days: number): Promise<void> {
  const ring = await openKeyRing(at('held'), { keyFile: at('desk.key') })
  if (!ring.ok) throw new Error(ring.error.kind)
  const opened = await openStores(at('held'), ring.value.vault, () => new Date(), ring.value.kept)
  if (!opened.ok) throw new Error(opened.error.kind)
  const { records } = opened.value.stores
  const readAt = new Date(Date.now() - days * 86_400_000).toISOString()
  for (const { id } of records.marks({})) {
    const record = records.get(id)
    if (record !== undefined) records.put({ ...record, readAt })
  }
  await opened.value.close()
}

const count = async (): Promise<number> =>
  (await desk('list', '--json', '-')).output.split('\n').filter(Boolean).length

describe('how long a folder keeps its records', () => {
  it('is remembered, and holds for every command that reads or lists', async () => {
    await scan('--keep-days', '30')
    await age(29)
    expect(await count()).toBe(1)
    await age(31)
    const listed = await desk('list')
    expect(listed.errors).toContain('Deleted 1 older record')
    expect(listed.output).toBe('The list is empty\n')
    expect(await desk('audit', 'verify')).toMatchObject({ code: 0 })
  })

  it('is as long as somebody wants where it is not said, or 0', async () => {
    await scan()
    await age(4000)
    expect(await count()).toBe(1)
    const exported = ['export', '--csv', at('out.csv'), '--keep-days'] as const
    expect((await desk(...exported, '0')).errors).not.toContain('Deleted')
    expect(await count()).toBe(1)
    expect((await desk(...exported, '3999')).errors).toContain('Deleted 1')
    expect(await count()).toBe(0)
  })

  it('changes nothing that is only checked, or looked at before a purge', async () => {
    await scan('--keep-days', '1')
    await age(3)
    await desk('audit', 'verify')
    const preview = await desk('purge', '--older-than', '2', '--preview')
    expect(preview.errors).toMatch(/1 record read before \d{4}-\d\d-\d\d \d\d:\d\d would/)
    const purged = await desk('purge', '--older-than', '2')
    expect(purged.errors).toMatch(/Deleted 1 record read before .*, from the backups too/)
  })

  it.each([
    [['--data', 'held', '--key-file', 'k', '--keep-days', 'long'], '“long”'],
    [['--data', 'held', '--key-file', 'k', '--keep-days', '36501'], '“36501”'],
    [['--keep-days', '30'], 'together with --data'],
  ] as const)('is refused where it is none: %j', async (args, words) => {
    const { code, errors } = await start(['scan', 'x.jpg', ...args, '--lang', 'en']).ended
    expect(code).toBe(2)
    expect(errors).toContain(words)
  })
})
