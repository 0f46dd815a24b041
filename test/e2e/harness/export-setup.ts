import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { openWorkbook } from '../../../electron/export/workbook/open-workbook.ts'
import { dropFiles } from './drop-files.ts'
import { sample } from './images.ts'
import { launchDesk } from './launch-desk.ts'
import { allRead, dialogOf } from './view.ts'

/** Texts of the first sheet, headings first. */
export async function sheetIn(file: string): Promise<string[][]> {
  const rows = openWorkbook(await readFile(file))?.rows ?? []
  expect(rows.flat().every(({ isText }) => isText)).toBe(true)
  return rows.map((row) => row.map(({ text }) => text))
}

/** Presses Tab until the keyboard is at what has that name. */
export async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 120; presses += 1) {
    const named = await page.evaluate(() => {
      const at = document.activeElement
      const label = at?.id ? document.querySelector(`label[for="${at.id}"]`)?.textContent : ''
      return at?.getAttribute('aria-label') ?? (label || at?.textContent) ?? ''
    })
    if (name.test(named)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not lead to ${name}`)
}

export async function openSetup(page: Page): Promise<void> {
  await page.keyboard.press('Control+Shift+e')
  await page.getByText('导出设置', { exact: true }).waitFor()
}

export async function closeTold(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  await dialogOf(page).waitFor({ state: 'detached' })
}

/** Two cards without a doubt. */
export const people = [sample('外籍客户.jpg'), sample('前台拍照3.jpg')] as const

export async function deskWithPeople() {
  const desk = await launchDesk()
  const page = desk.page()
  await dropFiles(
    page,
    people.map((one) => one.path),
  )
  await allRead(page, people.length)
  return { desk, page }
}

/** Exports, also what somebody still has to look at. */
export async function exportAll(page: Page, press: () => Promise<void>): Promise<void> {
  await press()
  const anyway = page.getByRole('button', { name: /全部导出$/ })
  const told = page.getByText(/已写好，并核对过|已复制，并核对过/)
  await anyway.or(told).first().waitFor()
  if (await anyway.isVisible()) await anyway.click()
  await told.waitFor()
}
