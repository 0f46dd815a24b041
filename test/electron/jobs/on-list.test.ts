import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import type { DeskChange } from '../../../core/ipc/contract.ts'
import { fail, ok } from '../../../core/result.ts'
import type { Recognizer } from '../../../electron/recognizers/recognizer.ts'
import { createMemoryStores } from '../../../electron/store/memory-stores.ts'
import { recordOf } from '../../contracts/kept-samples.ts'
import { readAs } from '../../core/license/sample.ts'
import { readingsOf } from '../../fakes/fake-recognizer.ts'
import { deskWith, pngStart, states } from '../desk/desk-parts.ts'

const number = '441900199012210519'
const sure = (value: string) => ({ value, confidence: 0.99 })

/** Knows the pages by their names. */
const recognizer: Recognizer = {
  id: 'told',
  isPaid: false,
  async recognize({ name }) {
    const [{ place: _alone, ...reading }] = readingsOf(number)
    if (name === '正.png')
      return ok([{ ...reading, fields: { ...reading.fields, id_num: readAs(number) } }])
    const secondPage = { number: sure(number), fileNumber: sure('441900654321'), record: sure('') }
    return fail({ kind: 'second-page', message: 'labels', secondPage })
  },
}

it('a second page that is part of a record is on the list, and is not taken in again', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), '两页 '))
  onTestFinished(() => rm(folder, { recursive: true }))
  const files = ['正.png', '副.png'].map((name) => path.join(folder, name))
  for (const file of files) await writeFile(file, `${pngStart}${file}`, 'latin1')
  const desk = deskWith(recognizer, undefined, { joinsPages: true })
  const pasted = Uint8Array.from(Buffer.from(`${pngStart}pasted`, 'latin1'))

  await desk.add(files)
  await desk.idle()
  expect(states(desk)).toEqual(['正.png done'])
  expect(await desk.add(files)).toMatchObject({
    accepted: 0,
    refused: [{ kind: 'already-here' }, { kind: 'already-here' }],
  })
  desk.takeApart(desk.snapshot().records[0]?.id ?? '')
  const [, second] = desk.snapshot().jobs
  desk.remove([second?.id ?? ''])
  expect(await desk.add(files)).toMatchObject({ accepted: 1 })

  const other = deskWith(recognizer, undefined, { joinsPages: true })
  await other.add(files.slice(0, 1))
  await other.addImage(pasted, '粘贴.png')
  await other.idle()
  expect(states(other)).toEqual(['正.png done'])
  expect(await other.addImage(pasted, '粘贴.png')).toMatchObject({
    accepted: 0,
    refused: [{ kind: 'already-here' }],
  })
})

it('is opened once for all that is decided, and tells which records have a line', async () => {
  const stores = createMemoryStores()
  let opened = 0
  const counted = {
    ...stores.jobs,
    all() {
      opened += 1
      return stores.jobs.all()
    },
  }
  const desk = deskWith(recognizer, { ...stores, jobs: counted })
  const pasted = Uint8Array.from(Buffer.from(`${pngStart}pasted`, 'latin1'))
  await desk.addImage(pasted, '正.png')
  await desk.idle()
  stores.records.put(recordOf('put away'))
  const told: DeskChange[] = []
  desk.onChange((change) => told.push(change))
  const [shown] = desk.snapshot().records
  const decide = (value: string): number =>
    desk.amend(['put away', shown?.id ?? ''].map((id) => ({ id, field: 'name', value })))
  expect(decide('李四')).toBe(2)
  const before = opened
  for (const value of ['王五', '赵六', '钱七']) expect(decide(value)).toBe(2)
  expect(opened).toBe(before)
  await desk.close()
  desk.putAway([shown?.id ?? ''])
  expect(decide('孙八')).toBe(2)
  await desk.close()
  const records = told.flatMap((change) => change.records)
  expect(records.map(({ id, decisions }) => [id, decisions.name?.value])).toEqual([
    [shown?.id, '钱七'],
  ])
})
