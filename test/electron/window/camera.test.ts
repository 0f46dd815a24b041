import type { Session } from 'electron'
import { describe, expect, test } from 'vitest'
import type { Confirm } from '../../../electron/ipc/confirm.ts'
import { createCameraGate } from '../../../electron/window/camera-gate.ts'
import { lockDown } from '../../../electron/window/lock-down.ts'

type Ask = Parameters<NonNullable<Parameters<Session['setPermissionRequestHandler']>[0]>>
type Check = Parameters<NonNullable<Parameters<Session['setPermissionCheckHandler']>[0]>>

/** What the session of a program decides, where the camera may be seen through or not. */
async function decisions(maySee: boolean) {
  let onAsk: ((...ask: Ask) => void) | undefined
  let onCheck: ((...check: Check) => boolean) | undefined
  const session = {
    setPermissionRequestHandler: (handler: typeof onAsk) => void (onAsk = handler),
    setPermissionCheckHandler: (handler: typeof onCheck) => void (onCheck = handler),
    setDevicePermissionHandler: () => undefined,
    setSpellCheckerEnabled: () => undefined,
    webRequest: { onBeforeRequest: () => undefined },
    setProxy: async () => undefined,
  }
  const parts = { openOutside: () => undefined, maySee: () => maySee }
  await Reflect.apply(lockDown, undefined, [{ on: () => undefined }, session, parts])
  const asked = (permission: string, details: object): boolean => {
    let granted = true
    Reflect.apply(onAsk ?? (() => undefined), undefined, [
      null,
      permission,
      (answer: boolean) => void (granted = answer),
      { requestingUrl: 'app://desk/', isMainFrame: true, mediaTypes: ['video'], ...details },
    ])
    return granted
  }
  const checked = (permission: string, origin: string, details: object): boolean =>
    Boolean(
      Reflect.apply(onCheck ?? (() => true), undefined, [
        null,
        permission,
        origin,
        { isMainFrame: true, mediaType: 'video', ...details },
      ]),
    )
  return { asked, checked }
}

describe('the page gets the camera', () => {
  test('alone, itself, and only while that is open', async () => {
    const open = await decisions(true)
    expect(open.asked('media', {})).toBe(true)
    expect(open.asked('media', { mediaTypes: ['video', 'audio'] })).toBe(false)
    expect(open.asked('media', { mediaTypes: ['audio'] })).toBe(false)
    expect(open.asked('media', { mediaTypes: [] })).toBe(false)
    expect(open.asked('media', { isMainFrame: false })).toBe(false)
    expect(open.asked('media', { requestingUrl: 'https://desk.example/' })).toBe(false)
    expect(open.asked('geolocation', {})).toBe(false)
    expect(open.asked('display-capture', {})).toBe(false)
    expect(open.checked('media', 'app://desk/', {})).toBe(true)
    expect(open.checked('media', 'app://desk', { mediaType: 'audio' })).toBe(false)
    expect(open.checked('media', 'https://desk.example', {})).toBe(false)
    expect(open.checked('media', 'app://desk', { isMainFrame: false })).toBe(false)
    const shut = await decisions(false)
    expect(shut.asked('media', {})).toBe(false)
    expect(shut.checked('media', 'app://desk/', {})).toBe(false)
  })

  test('once the person agrees, who is asked once, and never after it was closed meanwhile', async () => {
    const asked: string[] = []
    let answer = Promise.withResolvers<boolean>()
    const confirm: Confirm = ([{ kind }]) => {
      asked.push(kind)
      return answer.promise
    }
    const gate = createCameraGate(confirm)
    answer.resolve(false)
    expect(await gate.open()).toBe(false)
    expect(gate.isOpen()).toBe(false)
    answer = Promise.withResolvers()
    const opening = gate.open()
    gate.close()
    answer.resolve(true)
    await opening
    expect(gate.isOpen()).toBe(false)
    expect(await gate.open()).toBe(true)
    expect(gate.isOpen()).toBe(true)
    gate.close()
    expect(gate.isOpen()).toBe(false)
    expect(asked).toEqual(['camera', 'camera'])
  })
})
