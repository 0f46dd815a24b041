import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { licenseFile } from '../../../core/export/license-file.ts'
import type { ExportOutcome } from '../../../core/ipc/contract.ts'
import { nothingRead } from '../../../core/license/reading.ts'
import type { LicenseRecord } from '../../../core/license/record.ts'
import { entriesOf } from '../../../electron/export/entries-of.ts'
import { handOver } from '../../../electron/export/handover.ts'
import { handOverDecided } from '../../../electron/export/hand-over-decided.ts'
import { recordWith } from '../../core/license/sample.ts'
import { newFolder } from '../settings/folder.ts'

let folder = ''
beforeEach(() => {
  folder = newFolder()
})

const now = new Date(2021, 2, 15, 12)
const hand = (...records: readonly LicenseRecord[]): Promise<ExportOutcome> =>
  handOver(folder, entriesOf(records, now), now)
const fileOf = (id: string): string => path.join(folder, `license-${id}.json`)
const read = async (id: string) => licenseFile.parse(JSON.parse(await readFile(fileOf(id), 'utf8')))

const ready = recordWith()
const open = { ...recordWith({ official_seal: nothingRead }), id: 'record-2' }

describe('a license for another program', () => {
  it('is one file, written whole; one that somebody has to look at is none', async () => {
    expect(await hand(ready, open)).toEqual({ kind: 'written', path: folder, rows: 1, leftOut: 1 })
    expect(await readdir(folder)).toEqual(['license-record-1.json'])
    expect((await read('record-1')).license.name).toBe('张三')
    expect(await hand(open)).toEqual({ kind: 'nothing', leftOut: 1 })
  })

  it('stays as long as it says what stands, and takes the place of its file when it is corrected', async () => {
    await hand(ready)
    const before = await readFile(fileOf('record-1'))
    const later = new Date(now.getTime() + 60_000)
    expect(await handOver(folder, entriesOf([ready], later), later)).toEqual({
      kind: 'written',
      path: folder,
      rows: 0,
      already: 1,
    })
    expect(await readFile(fileOf('record-1'))).toEqual(before)
    const corrected = {
      ...ready,
      decisions: { name: { kind: 'corrected', value: '张四' } },
    } as const
    expect(await hand(corrected)).toMatchObject({ kind: 'written', rows: 1 })
    expect(await read('record-1')).toMatchObject({
      license: { name: '张四' },
      review: { state: 'checked' },
    })
  })

  it('never takes the place of what is none of ours, nor leaves the folder', async () => {
    await writeFile(fileOf('record-1'), '{"theirs": true}')
    expect(await hand(ready)).toMatchObject({ kind: 'failed', reason: 'in-the-way' })
    expect(await readFile(fileOf('record-1'), 'utf8')).toBe('{"theirs": true}')
    await mkdir(fileOf('record-3'))
    expect(await hand({ ...ready, id: 'record-3' })).toMatchObject({ kind: 'failed' })
    await hand({ ...ready, id: '../../x' })
    expect(await readdir(folder)).toContain('license-______x.json')
  })

  it('tells of a folder that is gone', async () => {
    folder = path.join(folder, 'gone')
    expect(await hand(ready)).toMatchObject({ kind: 'failed', reason: 'missing-folder' })
  })
})

describe('a license that was just decided on', () => {
  const decided = async (records: readonly LicenseRecord[], where: string) => {
    const [noted, failed]: [number[], ExportOutcome[]] = [[], []]
    const ended = Promise.withResolvers<undefined>()
    let left = records.length
    const take = handOverDecided({
      folder: () => where,
      handOver: async (to, some) => {
        const outcome = await handOver(to, entriesOf(some, now), now)
        left -= 1
        if (left === 0) setImmediate(() => ended.resolve(undefined))
        return outcome
      },
      noteExport: (count) => noted.push(count),
      onFailed: (outcome) => failed.push(outcome),
      onError: (error) => ended.reject(error),
    })
    for (const record of records) take(record)
    if (where !== '') await ended.promise
    return { noted, failed }
  }

  it('goes there as soon as nothing is left to look at, and is noted', async () => {
    expect(await decided([open, ready], folder)).toEqual({ noted: [1], failed: [] })
    expect(await readdir(folder)).toEqual(['license-record-1.json'])
  })

  it('goes nowhere where no program waits for it', async () => {
    expect(await decided([ready], '')).toEqual({ noted: [], failed: [] })
    expect(await readdir(folder)).toEqual([])
  })

  it('is told of when it did not get there', async () => {
    const { failed } = await decided([ready], path.join(folder, 'gone'))
    expect(failed).toMatchObject([{ kind: 'failed', reason: 'missing-folder' }])
  })
})
