import { describe, expect, it } from 'vitest'
import { noDrafts, stepDrafts } from '../../../renderer/state/drafts.ts'
import { noExport, stepExport } from '../../../renderer/state/export-state.ts'
import { noIntake, stepIntake } from '../../../renderer/state/intake-state.ts'
import { normalizeTyped } from '../../../renderer/state/normalize-typed.ts'
import { nothingSelected, stepSelection } from '../../../renderer/state/selection-state.ts'

describe('the selection', () => {
  const selected = stepSelection(stepSelection(nothingSelected, { kind: 'select', rowId: 'a' }), {
    kind: 'focus',
    field: 'name',
  })

  it('forgets the field with the license, and keeps it otherwise', () => {
    expect(stepSelection(selected, { kind: 'select', rowId: 'b' }).field).toBeNull()
    const again = stepSelection(selected, { kind: 'select', rowId: 'a', grab: true })
    expect(again).toMatchObject({ field: 'name', grab: true })
    expect(stepSelection(again, { kind: 'grabbed' }).grab).toBe(false)
  })

  it('lets nobody who searches lose the keyboard to the fields', () => {
    const waiting = stepSelection(selected, { kind: 'select', rowId: 'b', grab: true })
    expect(stepSelection(waiting, { kind: 'search', text: '佘' }).grab).toBe(false)
  })

  it('takes the same filter off again', () => {
    const look = stepSelection(selected, { kind: 'filter', filter: 'look' })
    expect(look.filter).toBe('look')
    expect(stepSelection(look, { kind: 'filter', filter: 'look' }).filter).toBe('all')
  })
})

describe('the intake', () => {
  const refusal = { path: '/a.txt', name: 'a.txt', kind: 'not-an-image', found: '' } as const

  it('collects refusals until they are dismissed, each once', () => {
    let state = noIntake
    for (let times = 0; times < 2; times += 1) {
      state = stepIntake(state, { kind: 'began' })
      state = stepIntake(state, { kind: 'ended', report: { accepted: 0, refused: [refusal] } })
    }
    expect(state).toEqual({ calls: 0, progress: null, refused: [refusal], asking: null, way: null })
    expect(stepIntake(state, { kind: 'dismissed' }).refused).toEqual([])
  })

  it('asks about one locked document after the other, and about none that has no file', () => {
    const locked = (path: string, name: string) =>
      ({ path, name, kind: 'password-needed', found: 'PDF' }) as const
    const [first, second] = [locked('/a.pdf', 'a.pdf'), locked('/b.pdf', 'b.pdf')]
    const refused = [refusal, locked('粘贴', '粘贴'), first, second]
    let state = stepIntake(noIntake, { kind: 'ended', report: { accepted: 0, refused } })
    expect(state.asking).toEqual(first)
    state = stepIntake(state, { kind: 'answered', paths: ['/a.pdf'] })
    expect(state.asking).toEqual(second)
    state = stepIntake(state, { kind: 'not-now' })
    expect([state.asking, state.refused.length]).toEqual([null, 3])
    expect(stepIntake(state, { kind: 'ask', refusal: second }).asking).toEqual(second)
  })

  it('asks for the password first where pages of a locked document were chosen', () => {
    const about = { path: '/a.pdf', name: 'a.pdf', found: 'PDF' }
    const left = { ...about, kind: 'pages-left', pages: { first: 1, last: 100, of: 300 } } as const
    const locked = { ...about, kind: 'password-needed' } as const
    const choosing = stepIntake(noIntake, { kind: 'ask', refusal: left })
    const report = { accepted: 0, refused: [locked] }
    expect(stepIntake(choosing, { kind: 'ended', report }).asking).toEqual(locked)
    const other = { accepted: 0, refused: [{ ...locked, path: '/b.pdf' }] }
    expect(stepIntake(choosing, { kind: 'ended', report: other }).asking).toEqual(left)
  })

  it('shows progress until the walk is over', () => {
    const began = stepIntake(noIntake, { kind: 'began' })
    const progress = { looked: 3, total: 10, over: false }
    const walking = stepIntake(began, { kind: 'progress', progress })
    expect(walking.progress).toEqual({ looked: 3, total: 10 })
    const over = stepIntake(walking, { kind: 'progress', progress: { ...progress, over: true } })
    expect(over.progress).toBeNull()
  })
})

describe('the export', () => {
  const wish = { to: 'file', recordIds: ['a'], openToo: true } as const
  const writing = stepExport(noExport, { kind: 'began', wish })

  it('cannot be asked for or closed while it writes', () => {
    expect(stepExport(writing, { kind: 'asked', to: 'file' })).toBe(writing)
    expect(stepExport(writing, { kind: 'closed' })).toBe(writing)
  })

  it('remembers what it wrote, so that it can write it under another name', () => {
    const outcome = { kind: 'locked', path: '/a.csv', offered: '/a (2).csv' } as const
    expect(stepExport(writing, { kind: 'ended', outcome })).toEqual({
      kind: 'told',
      wish,
      outcome,
    })
  })

  it('asks where somebody has to look after all', () => {
    const outcome = { kind: 'unresolved', open: 1, wrong: 0 } as const
    const asking = { kind: 'asking', to: 'file' }
    expect(stepExport(writing, { kind: 'ended', outcome })).toEqual(asking)
  })

  it('says nothing when the dialog was closed', () => {
    expect(stepExport(writing, { kind: 'ended', outcome: { kind: 'cancelled' } })).toBe(noExport)
  })
})

describe('the drafts', () => {
  const draft = { recordId: 'record-1', field: 'name', typed: '佘' } as const
  const more = { ...draft, typed: '佘明' }
  const other = { ...draft, field: 'address', typed: '团结路' } as const

  it('are one a field, and what was typed on stays when the beginning is written down', () => {
    const typed = [draft, other, more].reduce(
      (state, one) => stepDrafts(state, { kind: 'typed', draft: one }),
      noDrafts,
    )
    expect(typed).toEqual([other, more])
    expect(stepDrafts(typed, { kind: 'settled', draft })).toBe(typed)
    expect(stepDrafts(typed, { kind: 'settled', draft: more })).toEqual([other])
  })
})

describe('what is typed', () => {
  it.each([
    ['id_num', ' 330106 19920715 284x ', '33010619920715284X'],
    ['birth_date', '1992年07月15日', '1992-07-15'],
    ['birth_date', '19920715', '1992-07-15'],
    ['valid_to', '长期', '长期'],
    ['valid_to', '2030.03.18', '2030-03-18'],
    ['car_class', 'c1 d', 'C1D'],
    ['sex', '男 ', '男'],
    ['name', ' 买买提·阿不都 ', '买买提·阿不都'],
  ] as const)('%s %s is kept as %s', (field, typed, kept) => {
    expect(normalizeTyped(field, typed)).toBe(kept)
  })

  it('is kept as it stands when no form fits, and may be nothing', () => {
    expect(normalizeTyped('birth_date', '1992-13-45')).toBe('1992-13-45')
    expect(normalizeTyped('official_seal', '  ')).toBe('')
  })
})
