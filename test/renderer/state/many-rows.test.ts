import { expect, it } from 'vitest'
import { nothingOnDesk, stepDesk } from '../../../renderer/state/desk-state.ts'
import { countRows, rowsOf, shownRows } from '../../../renderer/state/rows.ts'
import { nothingSelected } from '../../../renderer/state/selection-state.ts'
import { jobOf, recordOf } from '../fake-desk/records.ts'

const today = '2026-11-24'
const many = 100_000
/** Milliseconds of the processor: work that grew with the square would take minutes. */
const most = 1_000

const people = Array.from({ length: 60 }, (_, index) => recordOf(index))
const jobs = Array.from({ length: many }, (_, index) => {
  const job = jobOf(index % 60)
  const state =
    job.state.kind === 'done'
      ? ({ kind: 'done', recordIds: [`record-${index}`] } as const)
      : job.state
  return { ...job, id: `job-${index}`, state }
})
const records = jobs.flatMap(({ state }, index) => {
  const record = people[index % 60]
  return state.kind === 'done' && record !== undefined
    ? [{ ...record, id: state.recordIds[0] }]
    : []
})

/** The best of three, as it takes this thread, whatever else the machine does. */
function timed<Value>(act: () => Value): { readonly value: Value; readonly ms: number } {
  const runs = [1, 2, 3].map(() => {
    const before = process.threadCpuUsage()
    const value = act()
    const { user, system } = process.threadCpuUsage(before)
    return { value, ms: (user + system) / 1000 }
  })
  const [best] = runs.toSorted((one, other) => one.ms - other.ms)
  if (best === undefined) throw new Error('nothing was measured')
  return best
}

it('of 100,000 licenses changes, counts and filters without a wait (fault 62)', () => {
  const snapshot = { version: 1, jobs, records, pause: 'none' as const }
  const desk = stepDesk(nothingOnDesk, { kind: 'snapshot', snapshot })
  const rows = rowsOf(desk, today)
  expect(rows).toHaveLength(many)
  const [job] = jobs
  if (job === undefined) throw new Error('there are jobs')

  const changed = timed(() => {
    const only = { jobs: [{ ...job }], records: [], removedJobIds: [] }
    const change = { version: 2, pause: 'none' as const, ...only }
    return rowsOf(stepDesk(desk, { kind: 'changed', change }), today)
  })
  expect(changed.value.filter((row, index) => row !== rows[index])).toHaveLength(1)
  const counted = timed(() => countRows(rows))
  expect(counted.value.failed).toBeGreaterThan(10_000)
  const found = timed(() => shownRows(rows, { ...nothingSelected, search: '余明远' }))
  expect(found.value.length).toBeGreaterThan(1_000)
  expect({ changed: changed.ms, counted: counted.ms, found: found.ms }).toSatisfy(
    (took: Readonly<Record<string, number>>) => Object.values(took).every((ms) => ms < most),
  )
})
