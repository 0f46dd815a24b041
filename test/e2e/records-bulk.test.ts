import { rename } from 'node:fs/promises'
import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { addYears } from '../../core/license/parse/date.ts'
import { nothingRead } from '../../core/license/reading.ts'
import type { Settings } from '../../core/settings/settings.ts'
import { readAs } from '../core/license/sample.ts'
import { dropFiles } from './harness/drop-files.ts'
import { hindrancesInBoth } from './harness/hindrances.ts'
import { launchDesk, newUserData } from './harness/launch-desk.ts'
import { shoot } from './harness/shoot.ts'
import { inDays, programToldOf, type ToldPeople, until } from './harness/told-people.ts'
import { allRead, dialogOf, rowOf, rows } from './harness/view.ts'

const sound = until(addYears(inDays(400), 2))
const people: ToldPeople = {
  '1.jpg': { ...sound, name: readAs('王小雨') },
  '2.jpg': { ...sound, name: readAs('陈立群', 0.5) },
  '3.jpg': { ...until(inDays(7)), name: readAs('赵明远') },
  '4.jpg': { ...sound, name: readAs('周子涵', 0.5), official_seal: nothingRead },
}
const wish = { vehicle: 'C1', pickUp: inDays(5), giveBack: inDays(9) } as const
const rental: Partial<Settings> = { language: 'zh', purpose: { kind: 'rental', wish } }

/** Four licenses that were read, put away, and are looked for in the records. */
async function openRecords(settings = rental): Promise<{
  readonly page: Page
  readonly pictures: readonly string[]
}> {
  const { program, pictures } = await programToldOf(people)
  const page = (await launchDesk({ program, userData: await newUserData(settings) })).page()
  await dropFiles(page, [...pictures])
  await allRead(page, pictures.length)
  await page.keyboard.press('Control+r')
  await page.getByText('4 条', { exact: true }).waitFor()
  return { page, pictures }
}

const names = async (page: Page): Promise<string[]> => rows(page).locator('b').allInnerTexts()
const bar = (page: Page, count: number): Locator =>
  page.getByRole('region', { name: `选了 ${count} 条` })

/** By its name in the palette, so with the keyboard alone. */
async function command(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await dialogOf(page).waitFor()
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
}

/** Says yes to what is asked, from the way that does less, on which the keyboard begins. */
async function sayYes(page: Page): Promise<void> {
  await dialogOf(page).locator(':focus').waitFor()
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Enter')
}

test('the records say what each is good for, are narrowed by it, and follow what licenses are looked at for', async () => {
  const { page } = await openRecords()
  await rowOf(page, '王小雨').getByText('可以租').waitFor()
  await rowOf(page, '陈立群').getByText('先核实').waitFor()
  await rowOf(page, '赵明远').getByText('不能租').waitFor()
  await page.keyboard.press('Control+Shift+f')
  const verdict = page.getByLabel('结论')
  await verdict.selectOption({ label: '不能租' })
  await expect.poll(() => names(page)).toEqual(['赵明远'])
  expect(await hindrancesInBoth(page)).toEqual([])
  await shoot(page, 'records-verdict-filter')
  await verdict.selectOption({ label: '先核实' })
  await expect.poll(async () => (await names(page)).toSorted()).toEqual(['周子涵', '陈立群'])
  await verdict.press('Escape')
  await page.getByLabel('结论').waitFor({ state: 'detached' })
  await page.getByRole('textbox').fill('周')
  await expect.poll(() => names(page)).toEqual(['周子涵'])
  await page.getByRole('textbox').fill('')

  // Whoever opens one sees why.
  await rowOf(page, '陈立群').click()
  const judged = page.locator('section[aria-label=判断]')
  await judged.getByText('还没核对：姓名。').waitFor()
  await expect.poll(() => judged.evaluate((all) => all.scrollHeight - all.clientHeight)).toBe(0)
  await shoot(page, 'records-verdict-opened')

  await page.keyboard.press('Control+g')
  await dialogOf(page).getByRole('radio', { name: '只读取' }).check()
  await page.getByRole('button', { name: '就这样' }).click()
  await page.getByText('4 条', { exact: true }).waitFor()
  await expect.poll(() => page.locator('[data-light]').count()).toBe(0)
})

test('marked records are confirmed, exported, read again and taken back, by the keyboard alone', async () => {
  const { page, pictures } = await openRecords()
  await page.getByRole('listbox').focus()
  await page.keyboard.press('Control+a')
  await bar(page, 4).waitFor()
  expect(await hindrancesInBoth(page)).toEqual([])
  await shoot(page, 'records-marked')

  await command(page, '选中的：都没错')
  await page.getByText('这 4 条都没错？').waitFor()
  expect(await hindrancesInBoth(page)).toEqual([])
  await shoot(page, 'records-confirm-ask')
  await sayYes(page)
  const told = page.locator('[data-spoken]')
  await told.getByText('3 条都算看过了。 1 条还有空着的或不可能对的，留着没动。').waitFor()
  await shoot(page, 'records-confirmed')
  await rowOf(page, '陈立群').getByText('可以租').waitFor()
  await rowOf(page, '周子涵').getByText('可以租').waitFor()

  await page.getByRole('listbox').focus()
  await page.keyboard.press('Control+z')
  await rowOf(page, '陈立群').getByText('先核实').waitFor()
  // Taking it back leaves one where one is.
  await page.getByRole('heading', { name: '记录' }).waitFor()
  await page.keyboard.press('Control+y')
  await rowOf(page, '陈立群').getByText('可以租').waitFor()

  // What is done with is put away; one image goes elsewhere.
  await page.keyboard.press('Escape')
  await command(page, '全选')
  await command(page, '选中的：收起')
  await expect.poll(() => names(page)).toEqual(['周子涵'])
  const [lost = ''] = pictures
  await rename(lost, `${lost}.moved`)
  await page.keyboard.press('Control+r')
  await page.getByText('4 条', { exact: true }).waitFor()
  await command(page, '全选')
  await bar(page, 4).waitFor()
  await command(page, '选中的：再读一次')
  await page.getByText('再读这 4 条？').waitFor()
  await sayYes(page)
  await page.getByText('正在再读 3 条').waitFor()
  await page.getByText('1 条的图片不在原处，或者改过了。').waitFor()
  await shoot(page, 'records-read-again')
  await page.keyboard.press('Control+r')
  await allRead(page, 3)
  await expect
    .poll(async () => (await names(page)).toSorted())
    .toEqual(['周子涵', '赵明远', '陈立群'])
  // What was confirmed stays.
  await rowOf(page, '陈立群').getByText('可导出').waitFor()
})
