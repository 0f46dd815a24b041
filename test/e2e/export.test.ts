import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { licenseFile } from '../../core/export/license-file.ts'
import { readAs } from '../core/license/sample.ts'
import { askDesk } from './harness/ask.ts'
import { dropFiles } from './harness/drop-files.ts'
import {
  closeTold,
  deskWithPeople,
  exportAll,
  openSetup,
  people,
  sheetIn,
  tabTo,
} from './harness/export-setup.ts'
import { sideways } from './harness/images.ts'
import { launchDesk, newFolder, newUserData } from './harness/launch-desk.ts'
import {
  allRead,
  confirmDoubts,
  fieldOf,
  hasKeyboard,
  inputOf,
  standsStill,
} from './harness/view.ts'
import { shoot } from './harness/shoot.ts'
import { toldCards } from './harness/told-cards.ts'

const written = '已写好，并核对过'

test('a preset is made, laid out and used by the keyboard alone, and stays', async () => {
  const folder = await newFolder()
  const userData = await newUserData()
  const desk = await launchDesk({ userData })
  const page = desk.page()
  await dropFiles(
    page,
    people.map((one) => one.path),
  )
  await allRead(page, 2)
  await openSetup(page)
  await shoot(page, 'export-setup')

  await page.getByRole('combobox', { name: '预设' }).focus()
  await page.keyboard.press('ArrowDown')
  await expect.poll(() => page.getByRole('combobox', { name: '预设' }).inputValue()).toBe('rental')
  await tabTo(page, /^复制一份$/)
  await page.keyboard.press('Enter')
  await tabTo(page, /^预设的名称$/)
  await page.keyboard.type('三号店')
  await page.keyboard.press('Enter')

  await tabTo(page, /^第 1 列的表头/)
  await page.keyboard.type('客户')
  await page.keyboard.press('Alt+ArrowDown')
  await tabTo(page, /^去掉 取车日期$/)
  await page.keyboard.press('Enter')
  await tabTo(page, /^加一列/)
  await page.keyboard.press('Enter')
  await hasKeyboard(page.getByRole('menuitem', { name: '性别' }))
  await page.keyboard.press('Enter')
  const heads = (): Promise<string[]> =>
    page.getByRole('region', { name: '预览' }).getByRole('columnheader').allInnerTexts()
  await expect
    .poll(heads)
    .toEqual(
      '证号 客户 准驾车型 初次领证日期 有效期止 档案编号 住址 电话 车牌号 还车日期 经办人 核对状态 性别'.split(
        ' ',
      ),
    )

  const file = path.join(folder, '三号店.xlsx')
  await desk.answer('save', { paths: [file] })
  await tabTo(page, /^导出 2 张$/)
  await exportAll(page, () => page.keyboard.press('Enter'))
  await shoot(page, 'export-told')
  const [headings, ...rows] = await sheetIn(file)
  expect(headings).toEqual([...(headings ?? [])])
  expect(headings?.slice(0, 2)).toEqual(['证号', '客户'])
  expect(rows.map((row) => row.slice(0, 2))).toEqual(
    people.map(({ license }) => [license.id_num, license.name]),
  )
  const asked = await desk.asked()
  expect(JSON.stringify(asked)).toContain('.xlsx')
  await closeTold(page)

  await desk.kill()
  const again = (await launchDesk({ userData })).page()
  await again.locator('[data-pane=top]').waitFor()
  await again.keyboard.press('Control+Shift+e')
  const select = again.getByRole('combobox', { name: '预设' })
  await expect.poll(() => select.locator('option:checked').textContent()).toBe('三号店')
})

test('is spoken in English too', async () => {
  const userData = await newUserData({ language: 'en' })
  const { program, files } = await toldCards({ a: { name: readAs('余明远', 0.6) }, b: {} })
  const page = (await launchDesk({ userData, program })).page()
  await dropFiles(page, files)
  await allRead(page, 2)
  await page.keyboard.press('Control+e')
  await page.getByText('Some still need checking').waitFor()
  await shoot(page, 'export-ask-en')
  await closeTold(page)
  await page.keyboard.press('Control+Shift+e')
  await page.getByRole('combobox', { name: 'Preset' }).selectOption({ label: 'Rental ledger' })
  await page.getByText('English', { exact: true }).click()
  await page.getByRole('columnheader', { name: 'License number' }).waitFor()
  await shoot(page, 'export-setup-en')
  await page.getByText('Field by field').scrollIntoViewIfNeeded()
  await shoot(page, 'export-setup-en-lower')
  await page.getByRole('button', { name: /^Start with / }).click()
  const bar = page.getByRole('status').filter({ hasText: 'On the clipboard' })
  await expect.poll(() => bar.innerText()).toContain('On the clipboard: Name (1/')
})

test('a column is dragged to its place by the mouse, a built-in preset restored, one’s own deleted', async () => {
  const { page } = await deskWithPeople()
  await openSetup(page)
  const columns = page.getByRole('region', { name: '列' }).getByRole('listitem')
  const first = columns.nth(0).getByTitle('拖动换位置')
  await first.waitFor()
  await standsStill(page)
  const [from, to] = [await first.boundingBox(), await columns.nth(3).boundingBox()]
  if (from === null || to === null) throw new Error('the columns are not shown')
  await page.mouse.move(from.x + 8, from.y + 8)
  await page.mouse.down()
  await page.mouse.move(from.x + 8, to.y + to.height / 2, { steps: 12 })
  await page.mouse.up()
  const heads = (): Promise<string[]> =>
    page.getByRole('region', { name: '预览' }).getByRole('columnheader').allInnerTexts()
  await expect
    .poll(async () => (await heads()).slice(0, 4))
    .toEqual(['姓名', '性别', '国籍', '证号'])
  const select = page.getByRole('combobox', { name: '预设' })
  const called = (): Promise<string | null> => select.locator('option:checked').textContent()
  await expect.poll(called).toBe('全部字段（改过）')
  await page.getByRole('button', { name: '恢复原样' }).click()
  await expect.poll(async () => (await heads()).slice(0, 2)).toEqual(['证号', '姓名'])

  await page.getByRole('button', { name: '复制一份' }).click()
  await page.getByRole('button', { name: '好', exact: true }).click()
  await expect.poll(called).toBe('全部字段 副本')
  await page.getByRole('button', { name: '删除', exact: true }).click()
  await expect.poll(called).toBe('全部字段')
  await page.getByText('20261127', { exact: true }).click()
  await page.getByText('遮住生日', { exact: true }).click()
  const number = page
    .getByRole('region', { name: '预览' })
    .getByRole('row')
    .nth(1)
    .getByRole('cell')
    .first()
  await expect.poll(() => number.innerText()).toMatch(/^\S{4,6}\*+/)
})

test('exports go to the end of the file of the day, no license twice, and not while a program has it open', async () => {
  const folder = await newFolder()
  const { desk, page } = await deskWithPeople()
  await openSetup(page)
  await desk.answer('open', { paths: [folder] })
  await page.getByRole('switch', { name: '每天记在同一个文件里' }).click({ force: true })
  await page.getByText(folder).waitFor()
  await closeTold(page)

  await exportAll(page, () => page.keyboard.press('Control+e'))
  await page.getByText('共 2 行，读回来逐位比对一致。').waitFor()
  const [name = ''] = await readdir(folder)
  expect(name).toMatch(/^驾照登记-\d{4}-\d\d-\d\d\.xlsx$/)
  await closeTold(page)

  const third = await sideways(await newFolder())
  await dropFiles(page, [third.path])
  await allRead(page, 3)
  await writeFile(path.join(folder, `.~lock.${name}#`), '')
  const press = async (): Promise<void> => {
    await page.keyboard.press('Control+e')
    await page.getByRole('button', { name: '3 张全部导出' }).click()
  }
  await press()
  await page
    .getByText('Excel 或别的程序正开着它，文件没有动。请在那边保存、关掉，再试一次。')
    .waitFor()
  await shoot(page, 'export-locked-daily')
  expect(await sheetIn(path.join(folder, name))).toHaveLength(3)
  const { rm } = await import('node:fs/promises')
  await rm(path.join(folder, `.~lock.${name}#`))
  await page.getByRole('button', { name: '再试一次' }).click()
  await page.getByText('2 张原来就在里面。').waitFor()
  await page.getByText('共 1 行，读回来逐位比对一致。').waitFor()
  const rows = await sheetIn(path.join(folder, name))
  expect(rows.map(([number]) => number)).toEqual([
    '证号',
    ...people.map(({ license }) => license.id_num),
    third.license.id_num,
  ])
  expect(await desk.asked()).toHaveLength(1)
})

test('what is confirmed becomes a file for another program, in a folder that a person agreed to outside the page', async () => {
  const folder = path.join(await newFolder(), '租车系统')
  await mkdir(folder)
  const doubtful = await sideways(await newFolder())
  const { desk, page } = await deskWithPeople()
  await dropFiles(page, [doubtful.path])
  await allRead(page, 3)

  expect(await askDesk(page, 'settings:change', { handoverFolder: folder })).toMatchObject({
    ok: true,
    value: { handoverFolder: '' },
  })
  expect(await askDesk(page, 'export:handover', { recordIds: [] })).toMatchObject({ ok: false })
  await openSetup(page)
  const choose = page.getByRole('region', { name: '以文件交付' }).getByRole('button')
  await desk.answer('open', { paths: [folder] })
  await desk.answer('message', { button: 1 })
  await choose.click()
  await expect.poll(async () => (await desk.asked()).length).toBe(2)
  expect(JSON.stringify((await desk.asked())[1])).toContain('租车系统')
  await choose.waitFor()
  await desk.answer('open', { paths: [folder] })
  await desk.answer('message', { button: 0 })
  await choose.click()
  await page.getByText(folder).waitFor()
  await shoot(page, 'export-handover')
  await page.getByRole('button', { name: /^交付可导出的/ }).click()
  await page.getByText(/已交付，并核对过|还没有可导出的/).waitFor()
  await page.getByText('导出设置', { exact: true }).waitFor({ state: 'detached' })
  await closeTold(page)
  const handedOver = async () => (await readdir(folder)).filter((name) => name.endsWith('.json'))
  const before = await handedOver()

  await page.getByRole('option').filter({ hasText: doubtful.license.name }).click()
  await inputOf(page, 'id_num').fill(doubtful.soundNumber)
  await page.keyboard.press('Enter')
  await fieldOf(page, 'id_num').getByText('校验相符').waitFor()
  await expect.poll(() => fieldOf(page, 'id_num').getAttribute('data-look')).toBe('false')
  // Whatever else wants a look on it.
  await confirmDoubts(page)
  await expect.poll(handedOver).toHaveLength(before.length + 1)
  const fresh = (await handedOver()).find((name) => !before.includes(name)) ?? ''
  const file = licenseFile.parse(JSON.parse(await readFile(path.join(folder, fresh), 'utf8')))
  expect(file).toMatchObject({
    license: { id_num: doubtful.soundNumber, name: doubtful.license.name },
    review: { state: 'checked', fields: [], errors: [] },
  })
  expect((await readdir(folder)).every((name) => /^license-[\w-]+\.json$/.test(name))).toBe(true)
})

test('rows are copied for other programs, and spreadsheets get them as text', async () => {
  const { desk, page } = await deskWithPeople()
  await openSetup(page)
  await exportAll(page, () => page.getByRole('button', { name: '复制到剪贴板' }).click())
  const { 'text/plain': text = '', 'text/html': html = '' } = await desk.clipboard()
  const rows: string[][] = parse(text, { delimiter: '\t' })
  expect(rows.map((row) => row.slice(0, 2))).toEqual([
    ['证号', '姓名'],
    ...people.map(({ license }) => [license.id_num, license.name]),
  ])
  for (const { license } of people)
    expect(html).toContain(`mso-number-format:"\\@"' sdnum="1033;0;@">${license.id_num}</td>`)
})

test('one field after the other is on the clipboard, and goes when it should', async () => {
  const { desk, page } = await deskWithPeople()
  const [{ license }] = people
  await page.getByRole('option').first().click()
  await page.keyboard.press('Control+Shift+c')
  const bar = page.getByRole('status').filter({ hasText: '剪贴板里是' })
  await bar.getByText('剪贴板里是：证号（1/').waitFor()
  await shoot(page, 'walk')
  expect(await desk.clipboard()).toMatchObject({ 'text/plain': license.id_num })
  const key = 'CommandOrControl+Alt+N'
  expect(await desk.pressAnywhere(key)).toBe(true)
  await bar.getByText('剪贴板里是：姓名（2/').waitFor()
  expect(await desk.clipboard()).toMatchObject({ 'text/plain': license.name })
  // On a machine that does much else there is one, too, that a long batch has ended.
  const notices = async () =>
    (await desk.notices()).filter(({ title }) => title.startsWith('剪贴板'))
  const [notice] = await notices()
  expect(notice?.title).toMatch(/^剪贴板：姓名（2\/\d+）$/)
  expect(JSON.stringify(notice)).not.toContain(license.name)

  await bar.getByRole('button', { name: '上一项' }).click()
  await bar.getByText('剪贴板里是：证号（1/').waitFor()
  await desk.copyElsewhere('别的程序的')
  await bar.getByRole('button', { name: '结束' }).click()
  await bar.waitFor({ state: 'detached' })
  expect(await desk.clipboard()).toEqual({ 'text/plain': '别的程序的' })
  expect(await desk.pressAnywhere(key)).toBe(false)
  expect(await notices()).toEqual([])

  await page.keyboard.press('Control+Shift+c')
  await bar.waitFor()
  await bar.getByRole('button', { name: '结束' }).click()
  await expect.poll(() => desk.clipboard()).toEqual({})
})

test('a table in GB18030 says what old programs cannot show', async () => {
  const folder = await newFolder()
  const { desk, page } = await deskWithPeople()
  await inputOf(page, 'name').first().fill('王𬭎')
  await page.keyboard.press('Enter')
  await openSetup(page)
  await page.getByText('CSV', { exact: true }).click()
  await page.getByText('GB18030（老程序）').click()
  const file = path.join(folder, '老程序.csv')
  await desk.answer('save', { paths: [file] })
  await exportAll(page, () => page.getByRole('button', { name: '导出 2 张' }).last().click())
  await page.getByText('只认 GBK 的老程序显示不出这些字：𬭎').waitFor()
  const rows: Record<string, string>[] = parse(
    new TextDecoder('gb18030', { fatal: true }).decode(await readFile(file)),
    { columns: true },
  )
  expect(rows.map((row) => row['证号'])).toEqual(people.map(({ license }) => license.id_num))
  expect(rows.map((row) => row['姓名'])).toContain('王𬭎')
  expect(written).toBe('已写好，并核对过')
})
