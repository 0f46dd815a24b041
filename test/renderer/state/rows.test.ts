import { describe, expect, it } from 'vitest'
import { nothingOnDesk, stepDesk } from '../../../renderer/state/desk-state.ts'
import {
  countRows,
  exportableOf,
  freeToRetry,
  finishedOf,
  neighbourOf,
  nextToLookAt,
  type Row,
  rowsOf,
  shownRows,
} from '../../../renderer/state/rows.ts'
import { nothingSelected } from '../../../renderer/state/selection-state.ts'
import { jobOf, recordOf } from '../fake-desk/records.ts'

const today = '2026-11-24'
const numbers = Array.from({ length: 12 }, (_, index) => index)
const desk = stepDesk(nothingOnDesk, {
  kind: 'snapshot',
  snapshot: { version: 1, jobs: numbers.map(jobOf), records: numbers.map(recordOf), pause: 'none' },
})
const rows = rowsOf(desk, today)
const ids = (found: readonly Row[]) => found.map((row) => row.id)

describe('the list', () => {
  it('says of each where it stands', () => {
    expect(rows.map((row) => row.state.kind).slice(0, 6)).toEqual([
      'ready',
      'look',
      'look',
      'ready',
      'ready',
      'failed',
    ])
    expect(rows[1]).toMatchObject({ name: '余明远', state: { kind: 'look', count: 2 } })
  })

  it('counts what is ready, to look at and not read; what waits is in none', () => {
    const waiting = stepDesk(desk, {
      kind: 'changed',
      change: {
        version: 2,
        jobs: [{ ...jobOf(0), id: 'late', state: { kind: 'queued' } }],
        records: [],
        removedJobIds: [],
        pause: 'none',
      },
    })
    expect(countRows(rowsOf(waiting, today))).toEqual(countRows(rows))
    const { ready, look, failed } = countRows(rows)
    expect(ready + look + failed).toBe(12)
    expect(failed).toBe(2)
  })

  it('draws no row anew that did not change', () => {
    expect(rowsOf(desk, today).every((row, index) => row === rows[index])).toBe(true)
  })

  it('filters by state and finds by name or file', () => {
    const failed = shownRows(rows, { ...nothingSelected, filter: 'failed' })
    expect(ids(failed)).toEqual(['job-5', 'job-11'])
    const named = shownRows(rows, { ...nothingSelected, search: '韩立' })
    expect(named.map((row) => row.name)).toEqual(['韩立群', '韩立群'])
    expect(ids(shownRows(rows, { ...nothingSelected, search: 'img_2295' }))).toEqual(['job-5'])
  })

  it('keeps the selected one in sight when it no longer fits the filter', () => {
    const shown = shownRows(rows, { ...nothingSelected, filter: 'failed', rowId: 'job-0' })
    expect(ids(shown)).toEqual(['record-0', 'job-5', 'job-11'])
  })

  it('offers to try again only what is in sight and costs nothing that was not wanted', () => {
    const failure = { kind: 'outcome-unknown', message: '' } as const
    const unknown = stepDesk(desk, {
      kind: 'changed',
      change: {
        version: 2,
        jobs: [{ ...jobOf(11), state: { kind: 'unknown', failure } }],
        records: [],
        removedJobIds: [],
        pause: 'none',
      },
    })
    const failed = { ...nothingSelected, filter: 'failed', rowId: 'job-0' } as const
    const shown = shownRows(rowsOf(unknown, today), failed)
    expect(ids(shown)).toEqual(['record-0', 'job-5', 'job-11'])
    expect(freeToRetry(shown)).toEqual(['job-5'])
    expect(freeToRetry(shownRows(rows, { ...failed, search: 'img_2301' }))).toEqual(['job-11'])
  })
})

describe('going on', () => {
  it('goes to the next with something to look at, around the end, never to itself', () => {
    expect(nextToLookAt(rows, 'record-2')?.id).toBe('record-6')
    expect(nextToLookAt(rows, 'record-10')?.id).toBe('record-1')
    expect(nextToLookAt(rows.slice(1, 2), 'record-1')).toBeNull()
  })

  it('selects the neighbour when one is taken off', () => {
    expect(neighbourOf(rows, 'record-3')).toBe('record-4')
    expect(neighbourOf(rows, 'job-11')).toBe('record-10')
    expect(neighbourOf(rows.slice(0, 1), 'record-0')).toBeNull()
  })
})

describe('what is exported', () => {
  it('is asked about by the record, also while a reader looks once more', () => {
    const again = stepDesk(desk, {
      kind: 'changed',
      change: {
        version: 2,
        jobs: [{ ...jobOf(1), state: { kind: 'queued', recordIds: ['record-1'] } }],
        records: [],
        removedJobIds: [],
        pause: 'none',
      },
    })
    const before = exportableOf(rows, today)
    expect([before.ready.length, before.look.length]).toEqual([5, 5])
    expect(before.look).toContain('record-1')
    expect(exportableOf(rowsOf(again, today), today)).toEqual(before)
  })

  it('is put away afterwards, and nothing else: neither what was not in it nor what is to be looked at', () => {
    expect(finishedOf(rows, ['record-1', 'record-3', 'record-4'])).toEqual(['record-3', 'record-4'])
    expect(finishedOf(rows, [])).toEqual([])
  })
})
