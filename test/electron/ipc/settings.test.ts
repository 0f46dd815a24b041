import { expect, it } from 'vitest'
import { settingsAnswers } from '../../../electron/ipc/settings.ts'
import { createSettingsStore } from '../../../electron/settings/settings-store.ts'
import { StoreProblem } from '../../../electron/store/store-problem.ts'

it('says what stands though the log cannot tell that it was set', async () => {
  const full = new StoreProblem('disk-full', 'no room')
  const faults: unknown[] = []
  const answers = settingsAnswers({
    settings: createSettingsStore({ load: () => ({}), save: () => {} }),
    note: () => {
      throw full
    },
    onError: (error) => faults.push(error),
  })
  const answer = await answers['settings:change']({ keepDays: 7 })
  expect(answer).toMatchObject({ ok: true, value: { keepDays: 7 } })
  expect(faults).toEqual([full])
})
