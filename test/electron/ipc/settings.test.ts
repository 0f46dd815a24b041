import { beforeEach, expect, it } from 'vitest'
import type { AuditAct } from '../../../core/audit/entry.ts'
import type { SettingsChange } from '../../../core/settings/settings.ts'
import type { Weighty } from '../../../electron/ipc/confirm.ts'
import { type SettingsParts, settingsAnswers } from '../../../electron/ipc/settings.ts'
import { createSettingsStore } from '../../../electron/settings/settings-store.ts'
import { StoreProblem } from '../../../electron/store/store-problem.ts'

let asked: (readonly Weighty[])[]
let noted: AuditAct[]

beforeEach(() => {
  asked = []
  noted = []
})

function openSettings(parts: Partial<SettingsParts> = {}) {
  const answers = settingsAnswers({
    settings: createSettingsStore({ load: () => ({}), save: () => {} }),
    confirm: async (what) => {
      asked.push(what)
      return true
    },
    isLocked: () => false,
    note: (act) => noted.push(act),
    onError: () => {},
    ...parts,
  })
  return (change: SettingsChange) => answers['settings:change'](change)
}

it('says what stands though the log cannot tell that it was set', async () => {
  const full = new StoreProblem('disk-full', 'no room')
  const faults: unknown[] = []
  const change = openSettings({
    note: () => {
      throw full
    },
    onError: (error) => faults.push(error),
  })
  expect(await change({ keepDays: 7 })).toMatchObject({ ok: true, value: { keepDays: 7 } })
  expect(faults).toEqual([full])
})

it('lets no image leave before a person says so outside the page, and writes that down', async () => {
  const change = openSettings()
  const agreed = { engine: 'wechat-upload', agreedToSend: true } as const
  expect(await change(agreed)).toMatchObject({ ok: true, value: agreed })
  expect(asked).toEqual([[{ kind: 'sending' }]])
  expect(noted).toEqual(['sending-agreed', 'settings-changed'])
  await change({ agreedToSend: true, spend: 'doubtful' })
  await change({ agreedToSend: false })
  expect(asked).toHaveLength(1)
  expect(noted).toEqual(['sending-agreed', 'settings-changed', 'sending-ended'])
})

it('changes nothing of it when the person says no, or when it is locked by then', async () => {
  const change = openSettings({ confirm: async () => false })
  const asIs = { engine: 'offline', agreedToSend: false }
  const wish = { engine: 'wechat-upload', agreedToSend: true } as const
  expect(await change(wish)).toMatchObject({ ok: true, value: asIs })
  let isLocked = false
  const settings = createSettingsStore({ load: () => ({}), save: () => {} })
  const locked = openSettings({
    settings,
    isLocked: () => isLocked,
    confirm: async () => {
      isLocked = true
      return true
    },
  })
  expect(await locked(wish)).toMatchObject({ ok: false, error: { kind: 'locked' } })
  expect(settings.read()).toMatchObject(asIs)
  expect(noted).toEqual([])
})
