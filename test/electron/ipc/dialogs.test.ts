import { expect, it } from 'vitest'
import { exportAnswers } from '../../../electron/ipc/export.ts'
import { createTurnedAway } from '../../../electron/intake/turned-away.ts'
import { intakeAnswers } from '../../../electron/ipc/intake.ts'
import { notJudging } from '../../../core/verdict/verdict.ts'
import { createSettingsStore } from '../../../electron/settings/settings-store.ts'

const locked = { ok: false, error: { kind: 'locked' } }

const noOtherWay = {
  judging: () => notJudging,
  askFolder: async () => undefined,
  fileOfDay: () => '',
  handOver: async () => ({ kind: 'nothing', leftOut: 0 }) as const,
  clipboard: { write: async () => {}, readText: async () => '', clear: () => {} },
  confirm: async () => true,
  now: () => new Date(2026, 10, 24),
}

/** A dialog that stands open until the desk has locked. */
function lockedMeanwhile<Answer>(answer: Answer) {
  let isLocked = false
  return {
    isLocked: () => isLocked,
    dialog: async () => {
      isLocked = true
      return answer
    },
  }
}

it('writes no table to where somebody chose behind the lock', async () => {
  const { isLocked, dialog } = lockedMeanwhile('/cards/licenses.csv')
  const written: string[] = []
  const answers = exportAnswers({
    desk: {
      exportTable: async ({ path }) => {
        written.push(path)
        return { kind: 'written', path, rows: 1 }
      },
      recordsOf: () => [],
      noteExport: () => {},
    },
    settings: createSettingsStore({ load: () => ({}), save: () => {} }),
    ...noOtherWay,
    askWhere: dialog,
    reveal: () => {},
    isLocked,
    written: new Set(),
  })
  expect(await answers['export:table']({})).toMatchObject(locked)
  expect(written).toEqual([])
})

it('takes in no file that somebody chose behind the lock', async () => {
  const { isLocked, dialog } = lockedMeanwhile(['/cards/a.jpg'])
  const added: (readonly string[])[] = []
  const take = async (paths: readonly string[]) => {
    added.push(paths)
    return { accepted: 1, refused: [], inOrder: [] }
  }
  const answers = intakeAnswers({
    desk: { add: take, addImage: async () => take([]) },
    turnedAway: createTurnedAway(),
    shownDocument: { open: async () => undefined },
    pick: dialog,
    isLocked,
    confirm: async () => true,
    platform: 'linux',
    samplesFolder: '',
    onProgress: () => {},
  })
  expect(await answers['intake:pick']({ what: 'files' })).toMatchObject(locked)
  expect(added).toEqual([])
})
