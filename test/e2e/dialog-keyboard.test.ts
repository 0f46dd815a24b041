import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { readAs } from '../core/license/sample.ts'
import { dropFiles } from './harness/drop-files.ts'
import { openSetup } from './harness/export-setup.ts'
import { launchDesk } from './harness/launch-desk.ts'
import { toldCards } from './harness/told-cards.ts'
import { allRead, dialogOf, hasKeyboard, inputOf, standsStill } from './harness/view.ts'

interface Key {
  readonly key: string
  readonly ctrlKey?: boolean
  readonly shiftKey?: boolean
  readonly altKey?: boolean
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

/** Opens a dialog with a key, turns at once to its cross, and tells whether that still has the keyboard a moment later. */
const staysAtCross = (page: Page, key: Key): Promise<boolean> =>
  page.evaluate(async (pressed) => {
    const target = document.activeElement ?? document.body
    target.dispatchEvent(
      new KeyboardEvent('keydown', { ...pressed, bubbles: true, cancelable: true }),
    )
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
    const cross = document.querySelector<HTMLElement>('[role=dialog] [aria-label=关闭]')
    if (cross === null) throw new Error('there is no dialog with a cross')
    cross.focus()
    for (let turn = 0; turn < 3; turn += 1) await new Promise((later) => setTimeout(later))
    return document.activeElement === cross
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
  expect(await staysAtCross(page, key)).toBe(true)
})

test('the very next key is for what was opened beside something, too', async () => {
  const { program, files } = await toldCards({ a: { name: readAs('余明远', 0.6) } })
  const page = (await launchDesk({ program })).page()
  await dropFiles(page, files)
  await allRead(page, 1)
  await inputOf(page, 'name').focus()
  expect(await presses(page, { key: 'ArrowDown', altKey: true })).toBe('menuitem')
})

test('a dialog that was called from the settings keeps the keyboard, and gives it back to them', async () => {
  const page = (await launchDesk()).page()
  const gear = page.getByRole('button', { name: '设置', exact: true })
  await gear.focus()
  for (const name of [/^读取方式/, /^保护/, '不租名单…', '使用帮助']) {
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name }).focus()
    await page.keyboard.press('Enter')
    await dialogOf(page).waitFor()
    await standsStill(page)
    expect(await dialogOf(page).locator(':focus').count()).toBe(1)
    await page.keyboard.press('Escape')
    await dialogOf(page).waitFor({ state: 'detached' })
    await expect.poll(() => gear.and(page.locator(':focus')).count()).toBe(1)
  }
})

/** Clicks, and tells whether that has the keyboard right then, before any timer or frame. */
const goesTo = (wanted: string, item: Locator): Promise<boolean | undefined> =>
  item.evaluate(async (chosen, selector) => {
    if (chosen instanceof HTMLElement) chosen.click()
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
    return document.activeElement?.matches(selector)
  }, wanted)

test('the very next key is for a menu that opens, for what it opened, or for its button', async () => {
  const { program, files } = await toldCards({ a: {} })
  const page = (await launchDesk({ program })).page()
  await dropFiles(page, files)
  await allRead(page, 1)
  const button = page.getByRole('button', { name: /拖入或选择图片/ })
  await button.focus()
  expect(await goesTo('[role=menuitem]', button)).toBe(true)
  await standsStill(page)
  await page.keyboard.press('ArrowDown')
  await hasKeyboard(page.getByRole('menuitem').nth(1))
  const path = page.getByRole('menuitem', { name: '粘贴路径' })
  expect(await goesTo('[aria-modal=true] *', path)).toBe(true)
  await standsStill(page)
  await hasKeyboard(dialogOf(page).locator('*'))
  await page.keyboard.press('Escape')
  await hasKeyboard(button)

  await openSetup(page)
  await page.getByRole('button', { name: /^加一列/ }).focus()
  await page.keyboard.press('Enter')
  const column = page.getByRole('menuitem').first()
  expect(await goesTo('[aria-haspopup=menu]', column)).toBe(true)
})
