import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { dropFiles } from './harness/drop-files.ts'
import { launchDesk } from './harness/launch-desk.ts'
import { toldCards } from './harness/told-cards.ts'
import { allRead, dialogOf } from './harness/view.ts'

interface Key {
  readonly key: string
  readonly ctrlKey?: boolean
  readonly shiftKey?: boolean
}

/** Who has the keyboard right after a key went down, before any timer or frame: a dialog, or something of that role. */
const presses = (page: Page, key: Key): Promise<string | null> =>
  page.evaluate(async (pressed) => {
    const target = document.activeElement ?? document.body
    target.dispatchEvent(
      new KeyboardEvent('keydown', { ...pressed, bubbles: true, cancelable: true }),
    )
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
    const { activeElement } = document
    if (activeElement?.closest('[role=dialog][aria-modal=true]')) return 'dialog'
    return activeElement?.getAttribute('role') ?? null
  }, key)

test.each<[string, Key]>([
  ['commands', { key: 'k', ctrlKey: true }],
  ['all keys', { key: 'F1' }],
  ['export settings', { key: 'e', ctrlKey: true, shiftKey: true }],
  ['purpose', { key: 'g', ctrlKey: true }],
  ['protection', { key: 'l', ctrlKey: true }],
  ['help', { key: 'F1', shiftKey: true }],
  ['a question', { key: 'Delete' }],
])('the very next key is for the dialog that a key opened, or closed: %s', async (_name, key) => {
  const { program, files } = await toldCards({ a: {}, b: {} })
  const page = (await launchDesk({ program })).page()
  await dropFiles(page, files)
  await allRead(page, 2)
  await page.getByRole('listbox', { name: '驾驶证' }).focus()
  await page.keyboard.press('Control+a')
  expect(await presses(page, key)).toBe('dialog')
  await dialogOf(page).waitFor()
  expect(await presses(page, { key: 'Escape' })).toBe('listbox')
  await dialogOf(page).waitFor({ state: 'detached' })
})
