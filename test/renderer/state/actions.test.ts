import { describe, expect, it, onTestFinished } from 'vitest'
import type {
  ExportOutcome,
  Handlers,
  Input,
  Problem,
  Refusal,
} from '../../../core/ipc/contract.ts'
import type { LicenseRecord } from '../../../core/license/record.ts'
import { defaultSettings } from '../../../core/settings/settings.ts'
import { stepGate } from '../../../renderer/state/gate-state.ts'
import { finishedOf, rowsOf } from '../../../renderer/state/rows.ts'
import { createSession } from '../../../renderer/state/session.ts'
import { createStore } from '../../../renderer/state/store.ts'
import { createFakeDesk, emptyScene } from '../fake-desk/fake-desk.ts'
import { jobOf, recordOf } from '../fake-desk/records.ts'

const settled = () => new Promise<void>((resolve) => void setImmediate(resolve))

const today = '2026-11-24'

/** A window over the first licenses of a desk: the first is ready, the second has two places to look at. */
async function openSession(count: number, other: Partial<Handlers> = {}) {
  const { api, tell } = createFakeDesk({ ...emptyScene, count }, other)
  const gate = createStore(
    {
      lock: { hasPin: false, hasPassphrase: false, isLocked: false, waitMs: 0 },
      vault: { kind: 'open', notices: [] },
      leaving: null,
    },
    stepGate,
  )
  const problems: Problem[] = []
  const session = createSession(api, defaultSettings, gate, (one) => problems.push(one))
  onTestFinished(session.stop)
  await settled()
  return { session, tell, problems }
}

/** Answers to decisions, which the test gives when it likes: the first one first. */
function slowDecisions() {
  const asked: Input<'records:decide'>[] = []
  const left: ((isKept: boolean) => void)[] = []
  const decide: Handlers['records:decide'] = (input) => {
    asked.push(input)
    const { promise, resolve, reject } = Promise.withResolvers<LicenseRecord>()
    const record = recordOf(Number(input.id.replace('record-', '')))
    const decisions = Object.fromEntries(
      asked.map(({ field, value }) => [field, { kind: 'corrected', value } as const]),
    )
    left.push((isKept) =>
      isKept ? resolve({ ...record, decisions }) : reject(new Error('disk full')),
    )
    return promise
  }
  return { asked, decide, answer: (isKept: boolean) => left.shift()?.(isKept) }
}

describe('what is typed', () => {
  const name = { recordId: 'record-1', field: 'name', typed: ' 佘明远 ' } as const
  const address = {
    recordId: 'record-1',
    field: 'address',
    typed: '河南省漯河市团结路57号',
  } as const

  it('is written down once, also when the field is left while that is under way', async () => {
    const { asked, decide, answer } = slowDecisions()
    const { session } = await openSession(2, { 'records:decide': decide })
    session.drafts.send({ kind: 'typed', draft: name })
    const confirmed = session.actions.decide(name)
    const left = session.actions.decide(name)
    answer(true)
    expect(await Promise.all([confirmed, left])).toEqual([true, true])
    expect(asked).toEqual([{ id: 'record-1', field: 'name', value: '佘明远' }])
    expect(session.drafts.get()).toEqual([])
    void session.actions.decide(name)
    expect(asked).toHaveLength(2)
  })

  it('stays when it could not be written down, and goes out with the next that is saved', async () => {
    const { asked, decide, answer } = slowDecisions()
    const { session, problems } = await openSession(2, { 'records:decide': decide })
    session.drafts.send({ kind: 'typed', draft: name })
    const first = session.actions.decide(name)
    answer(false)
    expect(await first).toBe(false)
    expect([session.drafts.get(), problems.length]).toEqual([[name], 1])
    const again = session.actions.saveDrafts()
    answer(true)
    expect([await again, session.drafts.get(), asked.length]).toEqual([true, [], 2])
  })

  it('is waited for by an export, which then looks at what was saved', async () => {
    const { decide, answer } = slowDecisions()
    const { session } = await openSession(2, { 'records:decide': decide })
    for (const draft of [name, address]) session.drafts.send({ kind: 'typed', draft })
    void session.actions.decide(name)
    const exporting = session.actions.startExport(today)
    answer(true)
    answer(true)
    await exporting
    const recordIds = ['record-0', 'record-1']
    expect(session.exporting.get()).toMatchObject({ kind: 'told', wish: { recordIds } })
  })

  it('is in no table that was written without it: there is none when it cannot be saved', async () => {
    const { decide, answer } = slowDecisions()
    const { session } = await openSession(2, { 'records:decide': decide })
    session.drafts.send({ kind: 'typed', draft: name })
    const exporting = session.actions.startExport(today)
    answer(false)
    await exporting
    expect(session.exporting.get()).toEqual({ kind: 'idle' })
  })

  it('holds up nothing once its license is off the list', async () => {
    const { session } = await openSession(1)
    session.drafts.send({ kind: 'typed', draft: name })
    expect(await session.actions.saveDrafts()).toBe(true)
  })
})

describe('what was refused while nobody was there to be told', () => {
  const refusal = { path: '/a.txt', name: 'a.txt', kind: 'not-an-image', found: '' } as const

  it('is shown by the window that opens after it, until it is seen', async () => {
    let left: Refusal[] = [refusal]
    const { session } = await openSession(1, {
      'intake:refused': async () => left,
      'intake:seen': async () => {
        left = []
        return null
      },
    })
    expect(session.intake.get().refused).toEqual([refusal])
    await session.actions.dismissRefused()
    expect(session.intake.get().refused).toEqual([])
    expect(left).toEqual([])
  })
})

it('takes in the pages that were chosen of a locked document once its password is known', async () => {
  const asked: Input<'intake:add'>[] = []
  const locked: Refusal = { path: '/a.pdf', name: 'a.pdf', kind: 'password-needed', found: 'PDF' }
  const { session } = await openSession(0, {
    'intake:add': async (input) => {
      asked.push(input)
      return { accepted: 0, refused: asked.length < 3 ? [locked] : [] }
    },
  })
  const pages = [{ first: 101, last: 200 }]
  await session.actions.addDocument('/a.pdf', { pages })
  for (const password of ['wrong', 'right', 'later'])
    await session.actions.addDocument('/a.pdf', { password })
  expect(asked.map(({ paths: _paths, ...wish }) => wish)).toEqual([
    { pages },
    { pages, password: 'wrong' },
    { pages, password: 'right' },
    { password: 'later' },
  ])
})

describe('an export', () => {
  it('holds what it was begun with, although licenses are read while the dialog stands open', async () => {
    const asked: Input<'export:table'>[] = []
    const dialog = Promise.withResolvers<ExportOutcome>()
    const { session, tell } = await openSession(1, {
      'export:table': (input) => {
        asked.push(input)
        return dialog.promise
      },
    })
    const exporting = session.actions.startExport(today)
    await settled()
    tell({
      version: 2,
      jobs: [jobOf(1), jobOf(3)],
      records: [recordOf(1), recordOf(3)],
      removedJobIds: [],
      pause: 'none',
    })
    const outcome = { kind: 'written', path: '/客户.csv', rows: 1 } as const
    dialog.resolve(outcome)
    await exporting
    expect(asked).toEqual([{ recordIds: ['record-0'] }])
    const wish = { to: 'file', recordIds: ['record-0'], openToo: false } as const
    expect(session.exporting.get()).toEqual({ kind: 'told', wish, outcome })
    const left = rowsOf(session.desk.get(), today)
    expect(left.map(({ state }) => state.kind)).toEqual(['ready', 'look', 'ready'])
    expect(finishedOf(left, ['record-0'])).toEqual(['record-0'])
  })
})
