import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { expect, it } from 'vitest'
import { openStores } from '../../../../electron/store/sqlite/open-stores.ts'
import type { Stores } from '../../../../electron/store/stores.ts'
import { randomOf } from '../../../fixtures/cards/random.ts'
import { newFolder } from '../../settings/folder.ts'
import { opened, testVault } from './opened.ts'

const program = path.join(import.meta.dirname, 'busy-desk.ts')

/** Works on a folder, and is killed when it said something `lines` times; gives all that it said. */
async function workUntil(folder: string, round: number, lines: number): Promise<string[]> {
  const desk = startDesk(folder, round)
  const said: string[] = []
  for await (const line of createInterface({ input: desk.stdout })) {
    said.push(line)
    if (said.length === lines) desk.kill('SIGKILL')
  }
  if (desk.signalCode === null && desk.exitCode === null) await once(desk, 'exit')
  expect(desk.signalCode).toBe('SIGKILL')
  return said
}

const startDesk = (folder: string, round: number) =>
  spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', program, folder, String(round)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )

const steps = ['queued', 'running', 'done', 'removed']

/** The last step that each job said it made. */
function lastSteps(said: readonly string[]): Map<string, string> {
  const last = new Map<string, string>()
  for (const line of said) {
    const [id = '', step = ''] = line.split(' ')
    if (id !== '-') last.set(id, step)
  }
  return last
}

const stepOf = ({ jobs }: Stores, id: string): string => jobs.get(id)?.state.kind ?? 'removed'

it('keeps every step that was told, each whole, wherever the program is killed (1, 2, 3, 9)', async () => {
  const folder = newFolder()
  const random = randomOf(20_261_124)
  const told = new Map<string, string>()
  for (let round = 0; round < 8; round += 1) {
    const said = await workUntil(folder, round, random.integer(1, 90))
    for (const [id, step] of lastSteps(said)) told.set(id, step)
    const { found, stores, upkeep, close } = await opened(folder)
    expect(found).toEqual({ kind: 'sound' })
    expect(await upkeep.check()).toEqual({ kind: 'sound' })
    for (const [id, step] of told) {
      // It may have come one step further than it could tell.
      const kept = steps.indexOf(stepOf(stores, id)) - steps.indexOf(step)
      expect([0, 1], `${id} was ${step}`).toContain(kept)
    }
    const jobs = stores.jobs.all()
    const done = jobs.filter(({ state }) => state.kind === 'done')
    expect(stores.records.find({ text: '张' }).total).toBe(done.length)
    expect(stores.records.find({}).total).toBe(done.length)
    for (const { id, state } of jobs) {
      expect(stores.records.get(id) !== undefined).toBe(state.kind === 'done')
      expect(stores.images.get(id) !== undefined).toBe(state.kind !== 'done')
    }
    expect(stores.audit.verify().kind).toBe('sound')
    await close()
    expect(readdirSync(folder, { recursive: true }).join()).not.toMatch(/part|journal|wal|shm/)
  }
  expect(told.size).toBeGreaterThan(50)
})

it('leaves no lock behind when it is killed, and is not opened twice before', async () => {
  const folder = newFolder()
  const desk = startDesk(folder, 0)
  await once(desk.stdout, 'data')
  const other = await openStores(folder, testVault)
  expect(other).toEqual({ ok: false, error: { kind: 'in-use' } })
  await killed(desk)
  const { stores } = await opened(folder)
  expect(stores.audit.verify().kind).toBe('sound')
})

it('puts a backup in order that was being cleared when the program was killed', async () => {
  const folder = newFolder()
  await workUntil(folder, 0, 45)
  const { upkeep, close } = await opened(folder)
  expect(await upkeep.compact()).toMatchObject({ left: [] })
  await close()
  rmSync(path.join(folder, 'desk.sqlite'))
  const restored = await opened(folder)
  expect(restored.found).toMatchObject({ kind: 'restored' })
  expect(await restored.upkeep.check()).toEqual({ kind: 'sound' })
})

async function killed(desk: ChildProcess): Promise<void> {
  const exit = once(desk, 'exit')
  desk.kill('SIGKILL')
  await exit
}
