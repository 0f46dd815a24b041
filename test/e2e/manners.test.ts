import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { Reading } from '../../core/license/reading.ts'
import { readingsOf } from '../fakes/fake-recognizer.ts'
import { dropFiles } from './harness/drop-files.ts'
import { hindrances, hindrancesInBoth } from './harness/hindrances.ts'
import { cat, sample } from './harness/images.ts'
import { launchDesk, newFolder, newUserData } from './harness/launch-desk.ts'
import { programTold } from './harness/told-program.ts'
import { shoot } from './harness/shoot.ts'
import { allRead, dialogOf, rowOf } from './harness/view.ts'

const copied = '您好，您发来的图片里没有看到驾驶证。'

/** What Ctrl+V brings, where text can be written. */
async function pasted(page: Page): Promise<string> {
  const field = page.getByRole('textbox', { name: '查找' })
  await field.fill('')
  await field.press('Control+v')
  const text = await field.inputValue()
  await field.fill('')
  return text
}

test('a bad picture comes with the words that ask the customer for a better one, and shows where it is bad', async () => {
  const folder = await newFolder()
  const picture = path.join(folder, '反光.jpg')
  await writeFile(picture, await readFile(sample('前台拍照3.jpg').path))
  const [read] = readingsOf('441900199012210519')
  const image = { width: 1600, height: 1200, turn: 0 } as const
  const region = [
    [700, 500],
    [1000, 520],
    [1000, 640],
    [700, 620],
  ] satisfies NonNullable<Reading['hindrances'][0]['region']>
  const reading: Reading = { ...read, image, hindrances: [{ kind: 'glare', region }] }
  const program = await programTold({
    '反光.jpg': { kind: 'readings', readings: [reading] },
    '猫.jpg': { kind: 'failure', failure: { kind: 'no-license', detail: 'nothing' } },
  })
  const page = (await launchDesk({ program })).page()
  await dropFiles(page, [picture, await cat(folder)])
  await allRead(page, 2)

  await rowOf(page, '猫.jpg').click()
  const message = page.getByRole('textbox', { name: '发给客户的话' })
  await expect.poll(() => message.inputValue()).toContain(copied)
  await page.getByRole('button', { name: '复制这句话' }).click()
  await page.getByText('已复制，可以贴到聊天里了').waitFor()
  await expect.poll(() => pasted(page)).toContain(copied)
  await page.getByRole('radiogroup', { name: '用哪种语言' }).getByText('English').click()
  await expect.poll(() => message.inputValue()).toContain('There is no driving license')
  // One way on stands out: what to say, as trying again would not help.
  const filled = page.locator('[data-pane=fields] .mantine-Button-root:not([data-variant=default])')
  await expect.poll(() => filled.allInnerTexts()).toEqual(['复制这句话'])
  await shoot(page, 'retake-unread')
  expect(await hindrances(page)).toEqual([])

  await rowOf(page, '张三').click()
  await page.locator('[data-pane=image] [data-hindered]').waitFor()
  await page.getByRole('button', { name: '请客户重拍' }).waitFor()
  await expect.poll(() => message.count()).toBe(0)
  await page.keyboard.press('Alt+c')
  await message.waitFor()
  await page.getByRole('img', { name: '图上的位置' }).waitFor()
  await expect.poll(() => pasted(page)).toMatch(/^您好，您发来的驾驶证照片有反光，.+避开灯光/)
  await shoot(page, 'retake-read')
  expect(await hindrances(page)).toEqual([])
})

test('the first start asks three things, can be skipped, and comes again when it is called', async () => {
  const userData = await newFolder()
  const desk = await launchDesk({ userData })
  const page = desk.page()
  const dialog = dialogOf(page)
  await dialog.getByText('第 1 步，共 3 步').waitFor()
  await shoot(page, 'welcome-1')
  expect(await hindrances(page)).toEqual([])
  await dialog.getByRole('radio', { name: 'English' }).click()
  await dialog.getByText('Step 1 of 3').waitFor()
  await page.keyboard.press('Tab')
  await dialog.getByRole('button', { name: 'Next' }).click()
  await dialog.getByRole('radio', { name: /^Offline/ }).waitFor()
  await shoot(page, 'welcome-2')
  expect(await hindrances(page)).toEqual([])
  await dialog.getByRole('radio', { name: /^With WeChat/ }).check()
  await dialog.getByRole('button', { name: 'Next' }).click()
  const folder = await newFolder()
  await desk.answer('open', { paths: [folder] })
  await dialog.getByRole('button', { name: 'Choose folder…' }).click()
  await dialog.getByText(folder).waitFor()
  await shoot(page, 'welcome-3')
  expect(await hindrances(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Start' }).click()
  await page.getByRole('radio', { name: 'Offline', exact: true }).waitFor()
  await page.getByText('Step 3 of 3').waitFor({ state: 'detached' })
  await desk.quit()
  expect(await desk.ended).toBe(0)

  const again = await launchDesk({ userData })
  const later = again.page()
  await later.getByRole('heading', { name: 'Drop license images here' }).waitFor()
  expect(await dialogOf(later).count()).toBe(0)
  await later.getByRole('button', { name: 'Settings', exact: true }).click()
  await later.getByRole('button', { name: 'First steps' }).click()
  await dialogOf(later).getByText('Step 1 of 3').waitFor()
  await later.keyboard.press('Escape')
  await dialogOf(later).waitFor({ state: 'detached' })
  const kept: unknown = JSON.parse(await readFile(path.join(userData, 'settings.json'), 'utf8'))
  expect(kept).toMatchObject({ exportFolder: folder, language: 'en', firstStart: false })
})

test('text size, contrast and the width of the panes are as they were left', async () => {
  const userData = await newUserData()
  const desk = await launchDesk({ userData })
  const page = desk.page()
  await dropFiles(page, [sample('客户驾照.jpg').path])
  await allRead(page, 1)
  const list = page.getByRole('separator', { name: '列表的宽度' })
  const widthOf = async () => (await page.locator('[data-pane=list]').boundingBox())?.width ?? 0
  const before = await widthOf()
  const at = await list.boundingBox()
  if (at === null) throw new Error('there is no border to drag')
  await page.mouse.move(at.x + 4, at.y + 200)
  await page.mouse.down()
  await page.mouse.move(at.x + 64, at.y + 200, { steps: 4 })
  await page.mouse.up()
  await expect.poll(widthOf).toBe(before + 60)
  const fields = page.getByRole('separator', { name: '各项内容的宽度' })
  const image = async () => (await page.locator('[data-pane=image]').boundingBox())?.width ?? 0
  const imageBefore = await image()
  await fields.focus()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await expect.poll(image).toBe(imageBefore - 32)
  await list.dblclick()
  await expect.poll(widthOf).toBe(before)

  await page.getByRole('button', { name: '设置', exact: true }).click()
  const room = await page.evaluate(() => innerWidth)
  await page.getByRole('switch', { name: '高对比度' }).click()
  await expect
    .poll(() => page.evaluate(() => document.documentElement.dataset['contrast']))
    .toBe('high')
  await shoot(page, 'contrast')
  expect(await hindrancesInBoth(page)).toEqual([])
  await page.getByRole('radiogroup', { name: '文字大小' }).getByText('150%').click()
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(Math.round(room / 1.5))
  await shoot(page, 'large-settings')
  expect(await hindrances(page)).toEqual([])
  await page.keyboard.press('Escape')
  await shoot(page, 'large')
  await desk.quit()
  expect(await desk.ended).toBe(0)

  const later = (await launchDesk({ userData })).page()
  await later.getByRole('option').first().waitFor()
  await expect
    .poll(() => later.evaluate(() => [innerWidth, document.documentElement.dataset['contrast']]))
    .toEqual([Math.round(room / 1.5), 'high'])
})

test.each([
  [
    'zh',
    {
      help: '使用帮助',
      find: '15 位',
      topic: '高拍仪',
      about: '关于驾照登记台',
      report: '问题报告',
      save: '保存…',
    },
  ],
  [
    'en',
    {
      help: 'Help',
      find: '15 digits',
      topic: 'document camera',
      about: 'About LicenseDesk',
      report: 'Report for support',
      save: 'Save…',
    },
  ],
] as const)(
  'help, versions and licenses, and a report that is saved as it was shown: %s',
  async (language, words) => {
    const userData = await newUserData({ language })
    const desk = await launchDesk({ userData })
    const page = desk.page()
    await page.getByRole('main').getByRole('button').first().waitFor()
    await page.keyboard.press('Shift+F1')
    const dialog = dialogOf(page)
    await dialog.getByRole('heading', { name: words.help }).waitFor()
    await shoot(page, `help-${language}`)
    expect(await hindrances(page)).toEqual([])
    await page.keyboard.type(words.find)
    await expect.poll(() => dialog.locator('[data-section]').count()).toBe(1)
    expect(await dialog.locator('[data-section]').innerText()).toContain('Excel')
    await dialog.getByRole('textbox').fill(words.topic)
    await dialog.locator('[data-section=ways]').waitFor()
    await dialog.getByRole('textbox').fill('zzz')
    await expect.poll(() => dialog.locator('[data-section]').count()).toBe(0)
    expect(await hindrances(page)).toEqual([])

    await dialog.getByRole('button', { name: words.about }).click()
    await dialog.getByText('SQLite', { exact: true }).waitFor()
    await dialog.locator('summary').first().click()
    await dialog.getByText('Permission is hereby granted').first().waitFor()
    await shoot(page, `about-${language}`)
    expect(await hindrances(page)).toEqual([])
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })

    await page.locator('[data-pane=top]').getByRole('button').last().click()
    await page.getByRole('button', { name: words.report }).click()
    const content = dialog.locator('textarea')
    await expect.poll(() => content.inputValue()).toContain('[faults]')
    await shoot(page, `report-${language}`)
    expect(await hindrances(page)).toEqual([])
    const shown = await content.inputValue()
    expect(shown).not.toContain(path.basename(userData))
    const file = path.join(await newFolder(), 'report.txt')
    await desk.answer('save', { paths: [path.join(file, 'nowhere.txt')] })
    await dialog.getByRole('button', { name: words.save }).click()
    await dialog.locator('[data-tone=bad]').waitFor()
    await desk.answer('save', { paths: [file] })
    await dialog.getByRole('button', { name: words.save }).click()
    await dialog.locator('[data-tone=good]').waitFor()
    await shoot(page, `report-saved-${language}`)
    expect(await hindrances(page)).toEqual([])
    expect(await readFile(file, 'utf8')).toBe(shown)
  },
)
