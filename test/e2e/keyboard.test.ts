import { stat } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { keyTable } from '../../renderer/views/keys/keys.ts'
import { readAs } from '../core/license/sample.ts'
import { dropFiles } from './harness/drop-files.ts'
import { launchDesk, newFolder } from './harness/launch-desk.ts'
import { pasteInto } from './harness/paste-into.ts'
import type { Program } from './harness/program.ts'
import { toldCards } from './harness/told-cards.ts'
import { allRead, dialogOf, inputOf, rows, standsStill } from './harness/view.ts'

interface Walk {
  readonly desk: Program
  readonly page: Page
  readonly folder: string
}
type Line = (typeof keyTable)[number]['words']

const written = (page: Page): Promise<string | null | undefined> =>
  page.evaluate(() =>
    document.activeElement?.closest('span[data-field]')?.getAttribute('data-field'),
  )
async function isWritten(page: Page, field: string): Promise<void> {
  await expect.poll(() => written(page)).toBe(field)
}
const current = (page: Page) => page.locator('[role=option][data-current=true]')
async function currentIs(page: Page, place: number): Promise<void> {
  await expect.poll(() => current(page).getAttribute('aria-posinset')).toBe(String(place))
}
async function markedAre(page: Page, count: number): Promise<void> {
  await expect.poll(() => page.locator('[role=option][data-marked=true]').count()).toBe(count)
}
/** The first license, which has two doubts, with the keyboard in the first of them. */
async function atFirstDoubt(page: Page): Promise<void> {
  await atList(page)
  await page.keyboard.press('Enter')
  await isWritten(page, 'name')
}
/** The keyboard in the list, on its first line, and nothing marked. */
async function atList(page: Page): Promise<void> {
  await page.getByRole('listbox', { name: '驾驶证' }).focus()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Home')
  await currentIs(page, 1)
}
const scaleOf = (page: Page): Promise<string> =>
  page.locator('[data-pane=image] output').innerText()
async function closeDialog(page: Page): Promise<void> {
  await dialogOf(page).waitFor()
  await standsStill(page)
  await page.keyboard.press('Escape')
  await dialogOf(page).waitFor({ state: 'detached' })
}
const decided = (page: Page, field: string) =>
  page.locator(`[data-pane=fields] div[data-field=${field}]`).getAttribute('data-look')

/** What each line of the table of keys does, done with these keys and nothing else. */
const walks: { readonly [L in Line]: (walk: Walk) => Promise<void> } = {
  keyNext: async ({ page }) => {
    await atFirstDoubt(page)
    await page.keyboard.press('Tab')
    await isWritten(page, 'address')
  },
  keyPrevious: async ({ page }) => {
    await page.keyboard.press('Shift+Tab')
    await isWritten(page, 'name')
  },
  keyField: async ({ page }) => {
    await page.keyboard.press('ArrowDown')
    await isWritten(page, 'sex')
    await page.keyboard.press('ArrowUp')
    await isWritten(page, 'name')
  },
  keyRestore: async ({ page }) => {
    await page.keyboard.type('某')
    expect(await inputOf(page, 'name').inputValue()).not.toBe('余明远')
    await page.keyboard.press('Escape')
    await expect.poll(() => inputOf(page, 'name').inputValue()).toBe('余明远')
  },
  keyOrigins: async ({ page }) => {
    await page.keyboard.press('Alt+ArrowDown')
    await page.getByRole('menuitem').first().waitFor()
    await standsStill(page)
    await page.keyboard.press('Escape')
    await page.getByRole('menuitem').first().waitFor({ state: 'detached' })
    await isWritten(page, 'name')
  },
  keyLines: async ({ page }) => {
    await page.keyboard.press('Alt+l')
    await page.getByRole('option').filter({ hasText: '莞城' }).waitFor()
    await closeDialog(page)
    await isWritten(page, 'name')
  },
  keyConfirm: async ({ page }) => {
    await page.keyboard.press('Enter')
    await isWritten(page, 'address')
    await expect.poll(() => decided(page, 'name')).toBe('false')
  },
  undo: async ({ page }) => {
    await page.keyboard.press('Control+z')
    await expect.poll(() => decided(page, 'name')).toBe('true')
    await isWritten(page, 'name')
  },
  redo: async ({ page }) => {
    await page.keyboard.press('Control+y')
    await expect.poll(() => decided(page, 'name')).toBe('false')
    await page.keyboard.press('Control+z')
    await expect.poll(() => decided(page, 'name')).toBe('true')
    await page.keyboard.press('Control+Shift+z')
    await expect.poll(() => decided(page, 'name')).toBe('false')
  },
  keyNextLicense: async ({ page }) => {
    await page.keyboard.press('Control+Enter')
    await currentIs(page, 2)
    await isWritten(page, 'name')
  },
  keyMove: async ({ page }) => {
    await atList(page)
    await page.keyboard.press('ArrowDown')
    await currentIs(page, 2)
    await page.keyboard.press('ArrowUp')
    await currentIs(page, 1)
  },
  keyListFar: async ({ page }) => {
    await page.keyboard.press('End')
    await currentIs(page, 4)
    await page.keyboard.press('Home')
    await currentIs(page, 1)
    await page.keyboard.press('PageDown')
    await currentIs(page, 4)
    await page.keyboard.press('PageUp')
    await currentIs(page, 1)
  },
  keyStretch: async ({ page }) => {
    await page.keyboard.press('Shift+ArrowDown')
    await markedAre(page, 2)
    await page.keyboard.press('Shift+ArrowUp')
    await markedAre(page, 1)
  },
  keyToggle: async ({ page }) => {
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Control+Space')
    await markedAre(page, 1)
  },
  keyAll: async ({ page }) => {
    await page.keyboard.press('Control+a')
    await markedAre(page, 4)
  },
  keyNone: async ({ page }) => {
    await page.keyboard.press('Escape')
    await markedAre(page, 0)
  },
  keyPutAway: async ({ page }) => {
    await page.keyboard.press('End')
    await page.keyboard.press('Delete')
    await expect.poll(() => rows(page).count()).toBe(3)
    await page.keyboard.press('Control+z')
    await expect.poll(() => rows(page).count()).toBe(4)
  },
  keySearch: async ({ page }) => {
    await page.keyboard.press('Control+f')
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('search')
  },
  filters: async ({ page }) => {
    await page.keyboard.press('Control+Shift+f')
    await page.getByLabel('顺序').waitFor()
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('SELECT')
    await page.keyboard.press('Escape')
    await page.getByLabel('顺序').waitFor({ state: 'detached' })
  },
  keyRetake: async ({ page }) => {
    await atList(page)
    await page.keyboard.press('End')
    await page.keyboard.press('Alt+c')
    await page.getByText('已复制，可以贴到聊天里了').waitFor()
  },
  keyRotate: async ({ page }) => {
    const turned = () =>
      page.locator('[data-pane=image] img').evaluate((image) => {
        const layer = image.parentElement
        return layer === null ? '' : layer.style.transform
      })
    await atList(page)
    const before = await turned()
    await page.keyboard.press('r')
    await expect.poll(turned).not.toBe(before)
    const once = await turned()
    await page.keyboard.press('Alt+r')
    await expect.poll(turned).not.toBe(once)
  },
  zoomIn: async ({ page }) => {
    const before = await scaleOf(page)
    await page.keyboard.press('+')
    await expect.poll(() => scaleOf(page)).not.toBe(before)
  },
  zoomOut: async ({ page }) => {
    const before = await scaleOf(page)
    await page.keyboard.press('-')
    await expect.poll(() => scaleOf(page)).not.toBe(before)
  },
  keyFit: async ({ page }) => {
    const before = await scaleOf(page)
    await page.keyboard.press('+')
    await expect.poll(() => scaleOf(page)).not.toBe(before)
    const larger = await scaleOf(page)
    await page.keyboard.press('0')
    await expect.poll(() => scaleOf(page)).not.toBe(larger)
  },
  keyPalette: async ({ page }) => {
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox').waitFor()
    await closeDialog(page)
  },
  keyOpen: async ({ desk, page }) => {
    await page.keyboard.press('Control+o')
    await expect.poll(async () => (await desk.asked()).length).toBe(1)
  },
  keyOpenFolder: async ({ desk, page }) => {
    await page.keyboard.press('Control+Shift+o')
    await expect.poll(async () => (await desk.asked()).length).toBe(2)
  },
  keyPaste: async ({ page }) => {
    await pasteInto(page, { text: '不是路径' })
    await page.getByText('没有可以粘贴的路径或文件').waitFor()
  },
  keyExport: async ({ desk, page, folder }) => {
    const file = path.join(folder, 'walk.csv')
    await desk.answer('save', { paths: [file] })
    await page.keyboard.press('Control+e')
    await page.getByRole('button', { name: /全部导出/ }).waitFor()
    await page.getByRole('button', { name: /全部导出/ }).focus()
    await page.keyboard.press('Enter')
    await page.getByText('已写好，并核对过').waitFor()
    expect((await stat(file)).size).toBeGreaterThan(0)
    await closeDialog(page)
  },
  keyExportSetup: async ({ page }) => {
    await page.keyboard.press('Control+Shift+e')
    await closeDialog(page)
  },
  keyWalk: async ({ page }) => {
    await atList(page)
    await page.keyboard.press('Control+Shift+c')
    const bar = page.getByRole('status').filter({ hasText: '剪贴板里是' })
    await bar.getByRole('button', { name: '结束' }).focus()
    await page.keyboard.press('Enter')
    await bar.waitFor({ state: 'detached' })
  },
  keyPause: async ({ page }) => {
    for (const key of ['p', 'Alt+p']) {
      await atList(page)
      await page.keyboard.press(key)
      await expect.poll(() => page.getByText('已暂停').count()).toBe(key === 'p' ? 1 : 0)
    }
  },
  keyReveal: async ({ page }) => {
    const number = () => inputOf(page, 'id_num').inputValue()
    await atList(page)
    await expect.poll(number).toContain('●')
    await page.keyboard.down('F2')
    await expect.poll(number).not.toContain('●')
    await page.keyboard.up('F2')
    await expect.poll(number).toContain('●')
  },
  keyRecords: async ({ page }) => {
    await page.keyboard.press('Control+r')
    await page.getByRole('heading', { name: '记录', exact: true }).waitFor()
    await page.keyboard.press('Control+r')
    await page.getByRole('listbox', { name: '驾驶证' }).waitFor()
  },
  backToDesk: async ({ page }) => {
    await page.keyboard.press('Control+r')
    await page.getByRole('heading', { name: '记录', exact: true }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('listbox', { name: '驾驶证' }).waitFor()
  },
  keyPurpose: async ({ page }) => {
    await page.keyboard.press('Control+g')
    await closeDialog(page)
  },
  keyLock: async ({ page }) => {
    // Without a PIN nothing can be locked: it is offered to set one.
    await page.keyboard.press('Control+l')
    await closeDialog(page)
  },
  keyPanes: async ({ page }) => {
    const pane = () =>
      page.evaluate(() => document.activeElement?.closest('[data-pane]')?.getAttribute('data-pane'))
    await atList(page)
    const seen = new Set<string | null | undefined>()
    for (let step = 0; step < 5; step += 1) {
      await page.keyboard.press('F6')
      seen.add(await pane())
    }
    // What was told a moment ago is one more stop while it stands there.
    seen.delete('notes')
    expect(seen).toEqual(new Set(['top', 'list', 'image', 'fields']))
  },
  keyKeys: async ({ page }) => {
    for (const key of ['F1', '?']) {
      await atList(page)
      await page.keyboard.press(key)
      await page.getByText('核对时').waitFor()
      await closeDialog(page)
    }
  },
}

test('every line of the table of keys does what it says, from the keyboard alone', async () => {
  const { program, files } = await toldCards({
    a: { name: readAs('余明远', 0.6), address: readAs('广东省东莞市莞城街道', 0.6) },
    b: { name: readAs('李雷', 0.6) },
    c: {},
    d: 'no-license',
  })
  const desk = await launchDesk({ program })
  const page = desk.page()
  await dropFiles(page, files)
  await allRead(page, 4)
  await page.locator('[data-pane=image] img').waitFor()
  const walk = { desk, page, folder: await newFolder() }
  const lines: readonly Line[] = keyTable.map(({ words }) => words)
  const inTurn = Object.keys(walks).filter((line): line is Line => line in walks)
  expect(inTurn.toSorted()).toEqual(lines.toSorted())
  for (const line of inTurn)
    await walks[line](walk).catch((error: unknown) => {
      throw new Error(`${line} does not do what it says`, { cause: error })
    })
})
