import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ok } from '../../../core/result.ts'
import { peopleAnswers } from '../../../electron/ipc/people.ts'
import { exportPerson } from '../../../electron/records/export-person.ts'
import { createPeople } from '../../../electron/records/people.ts'
import { held, heldRecord, now } from '../records/held-records.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), '客户 '))
})
afterEach(() => rm(folder, { recursive: true }))

function asked(target: string | undefined, isLocked = false) {
  const kept = held([
    heldRecord('first', 'a', 40),
    heldRecord('second', 'b', 2),
    heldRecord('stranger', 'c', 1, '330106199207152847'),
  ])
  const written = new Set<string>()
  const answers = peopleAnswers({
    people: createPeople(kept),
    askWherePerson: async () => target,
    exportPerson: (wish) => exportPerson({ ...wish, headings: 'zh', now: now() }),
    isLocked: () => isLocked,
    written,
    note: kept.note,
  })
  return { ...kept, answers, written }
}

describe('what the law gives a person', () => {
  it('is a copy of everything, which also tells that it was made', async () => {
    const target = path.join(folder, '客户资料.json')
    const { answers, written } = asked(target)
    const outcome = await answers['person:export']({ recordId: 'first', format: 'json' })
    expect(outcome).toEqual(ok({ kind: 'written', path: target, rows: 2 }))
    expect([...written]).toEqual([target])
    const copy: unknown = JSON.parse(await readFile(target, 'utf8'))
    expect(copy).toMatchObject({
      licenses: [
        { id: 'second', license: { id_num: '441900199012210519' } },
        { id: 'first', license: { name: '张三' } },
      ],
      log: [{ act: 'person-exported', subject: 'first' }],
      doNotRent: null,
    })
  })

  it('is a table of the licenses', async () => {
    const target = path.join(folder, '客户资料.csv')
    const { answers } = asked(target)
    await answers['person:export']({ recordId: 'first', format: 'csv' })
    const table = await readFile(target, 'utf8')
    expect(table.match(/441900199012210519/g)).toHaveLength(2)
    expect(table).not.toContain('330106199207152847')
  })

  it('is nothing, and not written down, when the dialog was closed', async () => {
    const { answers, noted } = asked(undefined)
    expect(await answers['person:export']({ recordId: 'first', format: 'csv' })).toEqual(
      ok({ kind: 'cancelled' }),
    )
    expect(noted()).toEqual([])
  })

  it('is not written, nor written down, where the desk locked while the dialog stood open', async () => {
    const target = path.join(folder, '客户资料.csv')
    const { answers, noted } = asked(target, true)
    expect(await answers['person:export']({ recordId: 'first', format: 'csv' })).toMatchObject({
      ok: false,
      error: { kind: 'locked' },
    })
    expect([existsSync(target), noted()]).toEqual([false, []])
  })

  it('is to be forgotten, and only that somebody was stays in the log', async () => {
    const { answers, ids, stores } = asked(undefined)
    expect(await answers['person:held']({ recordId: 'first' })).toMatchObject(ok({ records: 2 }))
    expect(
      await answers['person:forget']({ recordId: 'first', fromDoNotRent: false }),
    ).toMatchObject(ok({ records: 2 }))
    expect(ids()).toEqual(['stranger'])
    expect(JSON.stringify(stores.audit.newest(10))).not.toMatch(/张三|441900/)
    expect(await answers['person:held']({ recordId: 'first' })).toEqual(ok(null))
  })
})
