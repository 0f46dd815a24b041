import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { type LicenseRecord, licenseRecord } from '../../core/license/record.ts'
import { readAs } from '../core/license/sample.ts'
import { askDesk } from './harness/ask.ts'
import { dropFiles } from './harness/drop-files.ts'
import { sample } from './harness/images.ts'
import { launchDesk, newFolder } from './harness/launch-desk.ts'
import { toldCards } from './harness/told-cards.ts'
import {
  allRead,
  fieldOf,
  hasKeyboard,
  inputOf,
  rowOf,
  rows,
  standsStill,
  valueIn,
} from './harness/view.ts'

const doubted = readAs('余明远', 0.6)

/** Counts what a person does at the keyboard. */
function keyboardOf(page: Page) {
  let strokes = 0
  return {
    strokes: () => strokes,
    press: async (key: string): Promise<void> => {
      strokes += 1
      await page.keyboard.press(key)
    },
    type: async (text: string): Promise<void> => {
      strokes += [...text].length
      await page.keyboard.type(text)
    },
  }
}

const tableIn = async (file: string): Promise<Record<string, string>[]> =>
  parse(await readFile(file), { bom: true, columns: true })

const writtenIn = (page: Page): Promise<string | null | undefined> =>
  page.evaluate(() =>
    document.activeElement?.closest('span[data-field]')?.getAttribute('data-field'),
  )

test('a clean license takes two acts from drop to file: the drop, and the export', async () => {
  const { program, files } = await toldCards({ clean: {} })
  const desk = await launchDesk({ program })
  const page = desk.page()
  const file = path.join(await newFolder(), 'clean.csv')
  await desk.answer('save', { paths: [file] })
  const keyboard = keyboardOf(page)
  await dropFiles(page, files)
  await allRead(page, 1)
  await keyboard.press('Control+e')
  await page.getByText('已写好，并核对过').waitFor()
  expect(keyboard.strokes()).toBe(1)
  expect(await tableIn(file)).toMatchObject([{ 姓名: '张三', 核对状态: '无需核对' }])
})

test('one doubtful field takes at most five strokes more than the correction, and is written as typed', async () => {
  const { program, files } = await toldCards({ doubtful: { name: doubted } })
  const desk = await launchDesk({ program })
  const page = desk.page()
  const file = path.join(await newFolder(), 'doubtful.csv')
  await desk.answer('save', { paths: [file] })
  await dropFiles(page, files)
  await allRead(page, 1)
  const keyboard = keyboardOf(page)
  await keyboard.press('Control+Enter')
  await expect.poll(() => writtenIn(page)).toBe('name')
  await keyboard.press('Control+a')
  await keyboard.type('佘明远')
  await keyboard.press('Enter')
  await page.getByText('全都看过了').waitFor({ state: 'attached' })
  await keyboard.press('Control+e')
  await page.getByText('已写好，并核对过').waitFor()
  expect(keyboard.strokes() - 3).toBeLessThanOrEqual(5)
  expect(await tableIn(file)).toMatchObject([{ 姓名: '佘明远', 核对状态: '已核对' }])
})

test('what was typed never gives way to what was read, not even for a moment while it is taken down', async () => {
  const { program, files } = await toldCards({ doubtful: { name: doubted } })
  const page = (await launchDesk({ program })).page()
  await dropFiles(page, files)
  await allRead(page, 1)
  await inputOf(page, 'name').fill('佘明远')
  await inputOf(page, 'name').evaluate((input) => {
    const shown = new Set<string>()
    Reflect.set(window, 'shown', shown)
    const note = () => shown.add(input instanceof HTMLInputElement ? input.value : '')
    new MutationObserver(note).observe(document.body, { subtree: true, attributes: true })
  })
  await page.keyboard.press('Enter')
  await page.getByText('全都看过了').waitFor({ state: 'attached' })
  expect(await page.evaluate(() => [...Reflect.get(window, 'shown')])).toEqual(['佘明远'])
})

/** A desk on which licenses were read; somebody has turned to the name on the first. */
async function lookingAtFirst(cards: Parameters<typeof toldCards>[0]): Promise<Page> {
  const { program, files } = await toldCards(cards)
  const page = (await launchDesk({ program })).page()
  await dropFiles(page, files)
  await allRead(page, files.length)
  await page.keyboard.press('Control+Enter')
  await expect.poll(() => writtenIn(page)).toBe('name')
  return page
}

test('Enter on the last doubt goes on to the next license; undo comes back to it, and redo does it again', async () => {
  const page = await lookingAtFirst({
    first: { name: doubted, address: readAs('某地', 0.5) },
    second: { name: readAs('李雷', 0.6) },
  })
  await page.keyboard.press('Enter')
  await expect.poll(() => writtenIn(page)).toBe('address')
  await page.keyboard.press('Enter')
  await expect.poll(() => valueIn(page, 'name')).toBe('李雷')
  await expect.poll(() => writtenIn(page)).toBe('name')
  await page.getByText('李雷，1 处待看').waitFor({ state: 'attached' })

  await page.keyboard.press('Control+z')
  await expect.poll(() => valueIn(page, 'name')).toBe('余明远')
  await expect.poll(() => writtenIn(page)).toBe('address')
  await expect.poll(() => fieldOf(page, 'address').getAttribute('data-look')).toBe('true')
  await page.keyboard.press('Control+y')
  await expect.poll(() => fieldOf(page, 'address').getAttribute('data-look')).toBe('false')
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await expect.poll(() => fieldOf(page, 'name').getAttribute('data-look')).toBe('true')
  await page.keyboard.press('Control+Shift+z')
  await expect.poll(() => fieldOf(page, 'name').getAttribute('data-look')).toBe('false')
})

test('whoever presses Enter faster than it is written down goes on all the same', async () => {
  const page = await lookingAtFirst({
    first: { name: doubted, sex: readAs('男', 0.5), address: readAs('某地', 0.5) },
    second: { name: readAs('李雷', 0.6) },
  })
  await page.evaluate(() => {
    for (let time = 0; time < 3; time += 1)
      document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }),
      )
  })
  await expect.poll(() => valueIn(page, 'name')).toBe('李雷')
  await expect.poll(() => writtenIn(page)).toBe('name')
})

test('undo takes back first what is being typed, and in the search leaves it to the browser', async () => {
  const { program, files } = await toldCards({ one: { name: doubted } })
  const page = (await launchDesk({ program })).page()
  await dropFiles(page, files)
  await allRead(page, 1)
  await inputOf(page, 'name').fill('某某')
  await page.keyboard.press('Control+z')
  await expect.poll(() => valueIn(page, 'name')).toBe('余明远')
  await inputOf(page, 'name').press('Enter')
  await expect.poll(() => fieldOf(page, 'name').getAttribute('data-look')).toBe('false')
  await page.keyboard.press('Control+f')
  await page.keyboard.type('余')
  await page.keyboard.press('Control+z')
  await expect.poll(() => page.getByRole('textbox', { name: '查找' }).inputValue()).toBe('')
  expect(await fieldOf(page, 'name').getAttribute('data-look')).toBe('false')
})

test('every value tells where it came from, and goes back there from the keyboard', async () => {
  const { program, files } = await toldCards({
    one: {
      name: doubted,
      sex: { ...readAs('男'), readBy: ['offline', 'wechat-upload'] },
      valid_to: { ...readAs('2028-07-06'), origin: 'derived' },
      id_num: {
        ...readAs('441900199012210518'),
        doubts: [{ kind: 'readers-differ', other: '441900199012210519', reader: 'wechat-upload' }],
      },
    },
  })
  const page = (await launchDesk({ program })).page()
  await dropFiles(page, files)
  await allRead(page, 1)
  const originOf = (field: 'name' | 'sex' | 'valid_to' | 'id_num') =>
    fieldOf(page, field).locator('[data-origin]').getAttribute('data-origin')
  await expect.poll(() => originOf('sex')).toBe('both')
  await expect.poll(() => originOf('valid_to')).toBe('inferred')

  await inputOf(page, 'name').fill('佘明远')
  await inputOf(page, 'name').press('Enter')
  await expect.poll(() => originOf('name')).toBe('typed')
  await inputOf(page, 'name').focus()
  await page.keyboard.press('Alt+ArrowDown')
  const choices = page.getByRole('menuitem')
  await hasKeyboard(choices)
  await choices.filter({ hasText: '余明远' }).focus()
  await page.keyboard.press('Enter')
  await expect.poll(() => valueIn(page, 'name')).toBe('余明远')
  await expect.poll(() => originOf('name')).toBe('offline')

  await inputOf(page, 'id_num').focus()
  await page.keyboard.press('Alt+ArrowDown')
  await hasKeyboard(choices)
  await choices.filter({ hasText: '微信' }).focus()
  await page.keyboard.press('Enter')
  await expect.poll(() => originOf('id_num')).toBe('wechat')
  await expect.poll(() => valueIn(page, 'id_num')).toBe('441900199012210519')
})

test('a crop of the image stands beside each doubt, and beside what has the focus, all at one scale', async () => {
  const { program, files } = await toldCards({ one: { name: doubted } })
  const page = (await launchDesk({ program })).page()
  await dropFiles(page, files)
  await allRead(page, 1)
  const crop = (field: 'name' | 'address' | 'sex') => fieldOf(page, field).locator('canvas')
  await crop('name').waitFor()
  expect(await crop('address').count()).toBe(0)
  await inputOf(page, 'address').focus()
  await crop('address').waitFor()
  const heights = await Promise.all(
    (['name', 'address'] as const).map((field) =>
      crop(field).evaluate((canvas) => canvas.getBoundingClientRect().height),
    ),
  )
  expect(heights[0]).toBe(heights[1])
})

test('a click on a line of the image fills the field that is written in, and undo gives it back', async () => {
  const { path: file, license } = sample('外籍客户.jpg')
  const page = (await launchDesk()).page()
  await dropFiles(page, [file])
  await allRead(page, 1)
  await page.locator('[data-pane=image] img').waitFor()
  await inputOf(page, 'issue_date').fill('')
  await standsStill(page)
  const birth = await page
    .locator('[data-pane=image] img')
    .evaluate((image) => image.getBoundingClientRect().toJSON())
  const { reading } = await recordOn(page)
  const quad = reading.fields.birth_date.boxes[0]
  if (quad === undefined) throw new Error('the date of birth has a place')
  const x = birth.left + (((quad[0][0] + quad[2][0]) / 2) * birth.width) / reading.image.width
  const y = birth.top + (((quad[0][1] + quad[2][1]) / 2) * birth.height) / reading.image.height
  await page.mouse.click(x, y)
  await expect.poll(() => inputOf(page, 'issue_date').inputValue()).toBe(license.birth_date)
  await expect.poll(() => writtenIn(page)).toBe('issue_date')
  await page.keyboard.press('Control+z')
  await expect.poll(() => inputOf(page, 'issue_date').inputValue()).toBe(license.issue_date)

  await page.keyboard.press('Alt+l')
  const found = page.getByRole('option').filter({ hasText: license.birth_date })
  await found.first().waitFor()
  await page.keyboard.type(license.birth_date.slice(0, 7))
  await page.keyboard.press('Enter')
  await expect.poll(() => inputOf(page, 'issue_date').inputValue()).toBe(license.birth_date)
})

test('the palette finds commands by words, by either language and by the initials of their sounds', async () => {
  const { program, files } = await toldCards({ one: { name: doubted }, two: {} })
  const page = (await launchDesk({ program })).page()
  await dropFiles(page, files)
  await allRead(page, 2)
  const run = async (text: string): Promise<void> => {
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox').waitFor()
    await page.keyboard.type(text)
    await page.keyboard.press('Enter')
    await page.getByRole('combobox').waitFor({ state: 'detached' })
  }
  await run('zkdk')
  await expect.poll(() => rows(page).count()).toBe(1)
  await run('show all')
  await expect.poll(() => rows(page).count()).toBe(2)
  await run('切换语言')
  await page.getByRole('button', { name: /^Export \d+ license/ }).waitFor()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('zzzz')
  await page.getByText('Nothing matches').waitFor()
})

test('several licenses are confirmed, put away and deleted together, each undone in one step', async () => {
  const { program, files } = await toldCards({
    a: { name: readAs('甲一', 0.6) },
    b: { name: readAs('乙二', 0.6), id_num: readAs('441900199012210518') },
    c: {},
    d: {},
    e: 'no-license',
  })
  const page = (await launchDesk({ program })).page()
  await dropFiles(page, files)
  await allRead(page, 5)
  const list = page.getByRole('listbox')
  await rowOf(page, '甲一').click()
  await list.focus()
  await page.keyboard.press('Control+a')
  const bar = page.getByRole('region', { name: '选了 5 张' })
  await bar.waitFor()
  await bar.getByRole('button', { name: '都没错' }).click()
  await page.getByRole('button', { name: '都没错', exact: true }).click()
  await page.getByText('2 张都算看过了。 还有 1 张要一处处看。').first().waitFor()
  await expect.poll(() => rowOf(page, '甲一').innerText()).toContain('可导出')
  await expect.poll(() => rowOf(page, '乙二').innerText()).toContain('看 1 处')
  await page.keyboard.press('Control+z')
  await expect.poll(() => rowOf(page, '甲一').innerText()).toContain('看 1 处')

  await rowOf(page, '甲一').click()
  await rowOf(page, '乙二').click({ modifiers: ['Shift'] })
  await page.keyboard.press('Delete')
  await page.getByRole('button', { name: '删除', exact: true }).click()
  await expect.poll(() => rows(page).count()).toBe(3)
  await page.getByRole('button', { name: '撤销', exact: true }).click()
  await expect.poll(() => rows(page).count()).toBe(5)
  await expect.poll(() => rowOf(page, '乙二').innerText()).toContain('看 2 处')

  await rowOf(page, '张三').first().click()
  await rowOf(page, '张三')
    .nth(1)
    .click({ modifiers: ['Control'] })
  await page
    .getByRole('region', { name: '选了 2 张' })
    .getByRole('button', { name: '收起' })
    .click()
  await expect.poll(() => rows(page).count()).toBe(3)
  await list.focus()
  await page.keyboard.press('Control+z')
  await expect.poll(() => rows(page).count()).toBe(5)
})

test('the list is searched by number, address and seal, narrowed and sorted', async () => {
  const { program, files } = await toldCards({
    a: { name: readAs('赵甲'), address: readAs('河南省漯河市郾城区团结路57号') },
    b: { name: readAs('安乙'), id_num: readAs('411104198806123910') },
    c: { name: readAs('李丙'), official_seal: readAs('石家庄市公安局') },
  })
  const page = (await launchDesk({ program })).page()
  await dropFiles(page, files)
  await allRead(page, 3)
  const search = page.getByRole('textbox', { name: '查找' })
  const names = async (): Promise<string[]> => rows(page).locator('b').allInnerTexts()
  for (const [text, name] of [
    ['团结路', '赵甲'],
    ['880612', '安乙'],
    ['石家庄', '李丙'],
  ] as const) {
    await search.fill(text)
    await expect.poll(names).toEqual([name])
  }
  await search.fill('')
  await page.keyboard.press('Control+Shift+f')
  await page.getByLabel('顺序').selectOption('name')
  await expect.poll(names).toEqual(['安乙', '李丙', '赵甲'])
  await page.getByLabel('谁读的').selectOption('wechat')
  await page.getByText('没有符合的').waitFor()
  await page.getByRole('button', { name: '全部还原' }).click()
  await expect.poll(names).toEqual(['赵甲', '安乙', '李丙'])
})

test('stored records are found by address, narrowed, chosen together, deleted and brought back', async () => {
  const { program, files } = await toldCards({
    a: { name: readAs('赵甲'), address: readAs('河南省漯河市郾城区团结路57号') },
    b: { name: readAs('安乙', 0.6) },
    c: { name: readAs('李丙') },
  })
  const page = (await launchDesk({ program })).page()
  await dropFiles(page, files)
  await allRead(page, 3)
  await page.keyboard.press('Control+r')
  await page.getByText('3 条', { exact: true }).waitFor()
  const names = async (): Promise<string[]> => rows(page).locator('b').allInnerTexts()
  await page.getByRole('textbox').fill('团结路')
  await expect.poll(names).toEqual(['赵甲'])
  await page.getByRole('textbox').fill('')
  await page.keyboard.press('Control+Shift+f')
  await page.getByLabel('核对').selectOption('look')
  await expect.poll(names).toEqual(['安乙'])
  await page.getByRole('button', { name: '全部还原' }).click()
  await page.getByLabel('顺序').selectOption('name')
  await expect.poll(names).toEqual(['安乙', '李丙', '赵甲'])
  await page.keyboard.press('Escape')
  await rowOf(page, '安乙').click()
  await page.getByRole('listbox').focus()
  await page.keyboard.press('Shift+ArrowDown')
  await page.getByRole('region', { name: '选了 2 条' }).waitFor()
  await page.keyboard.press('Delete')
  await page.getByRole('button', { name: '删除', exact: true }).click()
  await expect.poll(names).toEqual(['赵甲'])
  await page.keyboard.press('Control+z')
  await expect.poll(names).toEqual(['安乙', '李丙', '赵甲'])
})

/** The record on the list, as the page is told of it. */
async function recordOn(page: Page): Promise<LicenseRecord> {
  const answer = await askDesk(page, 'desk:snapshot', null)
  if (!answer.ok) throw new Error(answer.error.detail)
  return z.object({ records: z.tuple([licenseRecord]) }).parse(answer.value).records[0]
}
