import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { PassThrough } from 'node:stream'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Reading, Readings } from '../../../core/license/reading.ts'
import { fail, ok } from '../../../core/result.ts'
import { carryOutOnHeld } from '../../../electron/cli/held.ts'
import { openData } from '../../../electron/cli/open-data.ts'
import { scan } from '../../../electron/cli/scan.ts'
import { summaryTable } from '../../../electron/cli/summary.ts'
import { createTerminal } from '../../../electron/cli/terminal.ts'
import { timed } from '../../../electron/cli/timed-recognizer.ts'
import type { Recognizer } from '../../../electron/recognizers/recognizer.ts'
import type { Stores } from '../../../electron/store/stores.ts'
import { readingsOf } from '../../fakes/fake-recognizer.ts'
import { deskWith, pngStart } from '../desk/desk-parts.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), '登记 '))
  for (const name of ['1 four.png', '2 back.png', '3 one.png'])
    await writeFile(path.join(folder, name), `${pngStart}${name}`, 'latin1')
})
afterEach(() => rm(folder, { recursive: true }))

const printed = (value: string) => ({ value, confidence: 0.99 })
const secondPage = {
  number: printed('3'),
  fileNumber: printed('440012345678'),
  record: printed('实习期至2022年1月1日'),
}

const [first, second, third, ...rest] = readingsOf('1', '2', '3', '4')
const four: Readings = [
  first,
  { ...(second ?? first), medium: 'copy', hindrances: [{ kind: 'glare' }, { kind: 'glare' }] },
  { ...(third ?? first), medium: 'electronic', secondPage },
  ...rest,
]
const { place: _alone, ...one }: Reading = readingsOf('5')[0]

/** Knows the pictures by their names. */
const recognizer: Recognizer = {
  id: 'offline',
  isPaid: false,
  async recognize({ name }) {
    if (name === '1 four.png') return ok(four)
    if (name === '3 one.png') return ok([one])
    return fail({ kind: 'second-page', message: 'labels of the second page', secondPage })
  },
}

/** What a stream got. */
function collected() {
  const stream = new PassThrough()
  let text = ''
  stream.setEncoding('utf8').on('data', (more: string) => {
    text += more
  })
  const lines = (): Record<string, unknown>[] =>
    text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
  return { stream, lines, text: () => text }
}

const now = (): Date => new Date(2021, 2, 15, 12)

async function scanned(stores?: Stores) {
  const output = collected()
  const told = collected()
  const desk = deskWith(recognizer, stores)
  const { exitCode, results } = await scan(
    {
      paths: [folder],
      json: '-',
      language: 'en',
      engine: 'offline',
      concurrency: 1,
      whenSpent: 'fail',
      splitPages: false,
      quiet: false,
      force: false,
    },
    {
      desk,
      from: folder,
      judging: undefined,
      recognizer: timed(recognizer),
      terminal: createTerminal(told.stream, false),
      standardOutput: output.stream,
      now,
      stopped: new AbortController(),
      hurry: new AbortController().signal,
    },
  )
  await desk.close()
  return { exitCode, results, lines: output.lines(), told: told.text() }
}

const cardOf = ({ card }: Record<string, unknown>): unknown => card

it('writes a line for each license, in reading order, and says what it is', async () => {
  const { exitCode, lines, told } = await scanned()
  expect(exitCode).toBe(1)
  expect(lines.map(cardOf)).toEqual([
    { index: 1, of: 4 },
    { index: 2, of: 4 },
    { index: 3, of: 4 },
    { index: 4, of: 4 },
    null,
    { index: 1, of: 1 },
  ])
  expect(lines.map(({ medium, hindrances }) => [medium, hindrances])).toEqual([
    ['print', []],
    ['copy', ['glare']],
    ['electronic', []],
    ['print', []],
    [null, []],
    ['print', []],
  ])
  expect(lines[2]?.['secondPage']).toEqual({
    number: '3',
    fileNumber: '440012345678',
    record: '实习期至2022年1月1日',
    doubts: [],
  })
  expect(lines[1]?.['secondPage']).toBeNull()
  expect(lines[4]).toMatchObject({
    status: 'failed',
    license: null,
    secondPage: { number: '3', fileNumber: '440012345678' },
    failure: { kind: 'second-page', message: 'labels of the second page' },
  })
  expect(told).toContain('5 read')
  expect(told).not.toContain('440012345678')
})

it('tells the licenses of one picture apart in the table', async () => {
  const { results } = await scanned()
  const table = summaryTable(results, 'zh').join('\n')
  for (const index of [1, 2, 3, 4]) expect(table).toContain(`第 ${index} 张，共 4 张`)
})

it('lists, exports and purges what is held of such a picture', async () => {
  const data = { folder: path.join(folder, 'held'), keyFile: path.join(folder, 'desk.key') }
  const quiet = createTerminal(new PassThrough(), true)
  const surroundings = { environment: {}, terminal: quiet, language: 'en', now } as const
  const held = await openData(data, surroundings)
  if (!held.ok) throw new Error(held.error.message)
  await scanned(held.value.stores)
  await held.value.close()

  const ask = async (wish: { kind: 'list'; json: string } | { kind: 'export'; csv: string }) => {
    const output = collected()
    const command = { ...wish, data, language: 'en', quiet: true, force: false } as const
    const errors = new PassThrough()
    const code = await carryOutOnHeld(command, { environment: {}, output: output.stream, errors })
    return { code, output }
  }
  const listed = await ask({ kind: 'list', json: '-' })
  expect(listed.code).toBe(0)
  expect(listed.output.lines().map(cardOf)).toEqual([
    { index: 1, of: 4 },
    { index: 2, of: 4 },
    { index: 3, of: 4 },
    { index: 4, of: 4 },
    null,
    { index: 1, of: 1 },
  ])
  const csv = path.join(folder, 'out.csv')
  expect((await ask({ kind: 'export', csv })).code).toBe(0)
  expect((await readFile(csv, 'utf8')).trimEnd().split('\r\n')).toHaveLength(6)
  expect(await readFile(csv, 'utf8')).toContain(',440012345678,')

  const purge = { kind: 'purge', olderThan: 1, preview: false, data, language: 'en' } as const
  const parts = { environment: {}, output: new PassThrough(), errors: new PassThrough() }
  expect(await carryOutOnHeld({ ...purge, quiet: true }, parts)).toBe(0)
  const after = await ask({ kind: 'list', json: '-' })
  expect(after.output.lines()).toMatchObject([{ failure: { kind: 'second-page' } }])
})
