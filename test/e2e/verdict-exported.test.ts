import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import {
  closeTold,
  deskWithPeople,
  exportAll,
  openSetup,
  sheetIn,
  tabTo,
} from './harness/export-setup.ts'
import { hindrancesInBoth } from './harness/hindrances.ts'
import { newFolder } from './harness/launch-desk.ts'
import { shoot } from './harness/shoot.ts'
import { dialogOf, standsStill } from './harness/view.ts'

test('the verdict is a column, empty until it is said what the licenses are for, and is read back like the others', async () => {
  const { desk, page } = await deskWithPeople()
  const folder = await newFolder()
  await openSetup(page)
  for (const column of ['可否', '可否的原因']) {
    await tabTo(page, /^加一列/)
    await page.keyboard.press('Enter')
    const item = page.getByRole('menuitem', { name: column, exact: true })
    await item.waitFor()
    await standsStill(page)
    await item.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('columnheader', { name: column, exact: true }).waitFor()
  }
  const hint = page.getByText('“可否”现在是空的')
  await hint.waitFor()
  expect(await hindrancesInBoth(page)).toEqual([])
  await shoot(page, 'export-setup-no-verdict')
  await closeTold(page)

  await page.keyboard.press('Control+g')
  await page.getByLabel('取车').fill('2030-12-01')
  await page.getByLabel('还车').fill('2030-12-05')
  await page.getByRole('button', { name: '就这样' }).click()
  await dialogOf(page).waitFor({ state: 'detached' })
  await openSetup(page)
  await hint.waitFor({ state: 'detached' })
  const cells = page.getByRole('region', { name: '预览' }).locator('[data-column=verdict]')
  await expect
    .poll(async () => (await cells.allInnerTexts()).map((text) => text.slice(0, 1)))
    .toEqual(Array.from({ length: 2 }, () => expect.stringMatching(/[可先不]/)))
  const shown = await cells.allInnerTexts()
  await cells.first().scrollIntoViewIfNeeded()
  await shoot(page, 'export-setup-verdict')
  const reasons = page
    .getByRole('region', { name: '预览' })
    .locator('[data-column=verdict_reasons]')
  const said = await reasons.allInnerTexts()
  expect(said.every((one, at) => (one === '') === (shown[at] === '可以租'))).toBe(true)
  for (const name of ['可否.xlsx', '可否.csv']) {
    const file = path.join(folder, name)
    await desk.answer('save', { paths: [file] })
    await exportAll(page, () =>
      page
        .getByRole('button', { name: /^导出 2 张$/ })
        .last()
        .click(),
    )
    const [headings = [], ...lines] = name.endsWith('.csv')
      ? parse(await readFile(file, 'utf8'), { bom: true })
      : await sheetIn(file)
    const at = headings.indexOf('可否')
    expect(headings.slice(at, at + 2)).toEqual(['可否', '可否的原因'])
    expect(lines.map((line) => line.slice(at, at + 2))).toEqual(
      shown.map((one, row) => [one, said[row]]),
    )
    await closeTold(page)
    await openSetup(page)
  }
})
