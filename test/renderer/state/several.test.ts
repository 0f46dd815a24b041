import { describe, expect, it } from 'vitest'
import type { DeskChange } from '../../../core/ipc/contract.ts'
import { type DeskState, nothingOnDesk, stepDesk } from '../../../renderer/state/desk-state.ts'
import { framesOf } from '../../../renderer/state/card-frames.ts'
import { firstPageOf } from '../../../renderer/state/first-page.ts'
import {
  countRows,
  exportableOf,
  finishedOf,
  freeToRetry,
  neighbourOf,
  nextToLookAt,
  type Row,
  rowNamed,
  rowsOf,
  shownRows,
} from '../../../renderer/state/rows.ts'
import { nothingSelected } from '../../../renderer/state/selection-state.ts'
import { jobOf, recordOf } from '../fake-desk/records.ts'
import { secondPageJob, sheetJob, sheetRecords } from '../fake-desk/sheet.ts'

const today = '2026-11-24'
const desk = stepDesk(nothingOnDesk, {
  kind: 'snapshot',
  snapshot: {
    version: 1,
    jobs: [sheetJob, secondPageJob, jobOf(0)],
    records: [...sheetRecords, recordOf(0)],
    pause: 'none',
  },
})
const after = (change: Partial<DeskChange>, state: DeskState = desk): DeskState =>
  stepDesk(state, {
    kind: 'changed',
    change: {
      version: state.version + 1,
      jobs: [],
      records: [],
      removedJobIds: [],
      pause: 'none',
      ...change,
    },
  })
const ids = (rows: readonly Row[]): string[] => rows.map(({ id }) => id)
const onSheet = sheetRecords.map(({ id }) => id)
const rows = rowsOf(desk, today)

describe('a picture of several licenses in the list', () => {
  it('has a row of each, where its image came in', () => {
    expect(ids(rows)).toEqual([...onSheet, 'job-second-page', 'record-0'])
    expect(countRows(rows)).toEqual({ ready: 5, look: 0, failed: 0 })
    expect(exportableOf(rows, today).ready).toEqual([...onSheet, 'record-0'])
    expect(finishedOf(rows, ['record-sheet-2', 'record-0'])).toEqual(['record-sheet-2', 'record-0'])
  })

  it('draws none of its rows anew that did not change', () => {
    const [first] = sheetRecords
    if (first === undefined) throw new Error('there is no record')
    const decided = { ...first, decisions: { name: { kind: 'corrected', value: '林可' } } } as const
    const now = rowsOf(after({ records: [decided] }), today)
    expect(now.map((row, at) => row === rows[at])).toEqual([false, true, true, true, true, true])
  })

  it('is one row while it waits; the first of them is selected when it was read', () => {
    const waiting = after({ jobs: [{ ...sheetJob, state: { kind: 'running' } }] })
    expect(ids(rowsOf(waiting, today))).toEqual(['job-sheet', 'job-second-page', 'record-0'])
    expect(rowNamed(rowsOf(waiting, today), 'job-sheet')?.id).toBe('job-sheet')
    expect(rowNamed(rows, 'job-sheet')?.id).toBe('record-sheet-1')
    expect(rowNamed(rows, 'record-sheet-3')?.id).toBe('record-sheet-3')
    expect(rowNamed(rows, null)).toBeNull()
    const failed = { ...nothingSelected, filter: 'failed', rowId: 'job-sheet' } as const
    expect(ids(shownRows(rows, failed))).toEqual(['record-sheet-1'])
    expect(freeToRetry(rows)).toEqual([])
  })

  it('keeps its rows while it is read once more', () => {
    const again = { kind: 'queued', recordIds: ['record-sheet-1', 'record-sheet-2'] } as const
    const now = rowsOf(after({ jobs: [{ ...sheetJob, state: again }] }), today)
    expect(now.slice(0, 2).map(({ state, name }) => [state.kind, name !== ''])).toEqual([
      ['queued', true],
      ['queued', true],
    ])
  })

  it('shows one whose record does not open as such', () => {
    const gone = new Map(desk.records)
    gone.delete('record-sheet-2')
    expect(rowsOf({ ...desk, records: gone }, today)[1]).toMatchObject({
      id: 'record-sheet-2',
      state: { kind: 'failed', failure: 'record-unreadable' },
    })
  })

  it('goes from one to the next', () => {
    expect(neighbourOf(rows, 'record-sheet-4')).toBe('job-second-page')
    expect(nextToLookAt(rows, 'record-sheet-1')).toBeNull()
  })

  it('forgets what is on the list no more', () => {
    const recordIds = ['record-sheet-1', 'record-sheet-3'] as const
    const less = after({ jobs: [{ ...sheetJob, state: { kind: 'done', recordIds } }] })
    expect([...less.records.keys()]).toEqual([...recordIds, 'record-0'])
    const none = after({ removedJobIds: ['job-sheet'] }, less)
    expect([...none.records.keys()]).toEqual(['record-0'])
  })
})

describe('the frames on the image', () => {
  const rowOf = (id: string): Row => {
    const row = rowNamed(rows, id)
    if (row === null) throw new Error(`no row ${id}`)
    return row
  }

  it('are around each card of the picture, the selected one marked', () => {
    const frames = framesOf(rows, rowOf('record-sheet-2'))
    expect(frames.map(({ index, isSelected }) => [index, isSelected])).toEqual([
      [1, false],
      [2, true],
      [3, false],
      [4, false],
    ])
    expect(frames[1]?.card).toBe(sheetRecords[1]?.reading.image.card)
  })

  it('are none where a picture holds one license, or was not read', () => {
    expect(framesOf(rows, rowOf('record-0'))).toEqual([])
    expect(framesOf(rows, rowOf('job-second-page'))).toEqual([])
  })

  it('keep their numbers when one of them left the list', () => {
    const left = rows.filter(({ id }) => id !== 'record-sheet-1')
    expect(framesOf(left, rowOf('record-sheet-4')).map(({ index }) => index)).toEqual([2, 3, 4])
  })
})

describe('a second page', () => {
  it('whose first is on the list says whose it is', () => {
    const [, , , , row] = rows
    expect(row && firstPageOf(row, desk.records)?.reading.fields.name.value).toBe('韩立群')
    expect(row && firstPageOf(row, new Map())).toBeUndefined()
    expect(rows[0] && firstPageOf(rows[0], desk.records)).toBeUndefined()
  })
})
