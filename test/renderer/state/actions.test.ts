import { describe, expect, it, onTestFinished } from 'vitest'
import type { ExportOutcome, Handlers, Input, Problem } from '../../../core/ipc/contract.ts'
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

describe('an export', () => {
  it('holds what it was begun with, although licenses are read while the dialog stands open', async () => {
    const asked: Input<'export:csv'>[] = []
    const dialog = Promise.withResolvers<ExportOutcome>()
    const { session, tell } = await openSession(1, {
      'export:csv': (input) => {
        asked.push(input)
        return dialog.promise
      },
    })
    session.actions.startExport(today)
    tell({
      version: 2,
      jobs: [jobOf(1), jobOf(3)],
      records: [recordOf(1), recordOf(3)],
      removedJobIds: [],
      pause: 'none',
    })
    const outcome = { kind: 'written', path: '/客户.csv', rows: 1 } as const
    dialog.resolve(outcome)
    await settled()
    expect(asked).toEqual([{ recordIds: ['record-0'] }])
    expect(session.exporting.get()).toEqual({ kind: 'told', recordIds: ['record-0'], outcome })
    const left = rowsOf(session.desk.get(), today)
    expect(left.map(({ state }) => state.kind)).toEqual(['ready', 'look', 'ready'])
    expect(finishedOf(left, ['record-0'])).toEqual(['job-0'])
  })
})
