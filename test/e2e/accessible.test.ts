import { expect, test } from 'vitest'
import { dropFiles } from './harness/drop-files.ts'
import { hindrances } from './harness/hindrances.ts'
import { cat, sample } from './harness/images.ts'
import { launchDesk, newFolder, newUserData } from './harness/launch-desk.ts'
import { allRead, dialogOf, rowOf } from './harness/view.ts'

test.each(['light', 'dark'] as const)(
  'nothing hinders anybody, %s: empty, licenses, a failure, the menus and dialogs, records, protection',
  async (appearance) => {
    const userData = await newUserData({ language: 'zh', appearance })
    const page = (await launchDesk({ userData })).page()
    // What fades in is hard to read until it is there.
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await page.getByRole('button', { name: '选择文件', exact: true }).waitFor()
    expect(await hindrances(page)).toEqual([])

    const folder = await newFolder()
    const files = [sample('王先生驾驶证旧.jpg'), sample('前台拍照3.jpg')]
    await dropFiles(page, [...files.map((file) => file.path), await cat(folder)])
    await allRead(page, 3)
    for (const name of [...files.map(({ license }) => license.name), '猫.jpg']) {
      await rowOf(page, name).click()
      expect(await hindrances(page)).toEqual([])
    }

    for (const open of ['?', 'Control+e']) {
      await page.getByRole('listbox').click()
      await page.keyboard.press(open)
      await dialogOf(page).waitFor()
      expect(await hindrances(page)).toEqual([])
      await page.keyboard.press('Escape')
      await dialogOf(page).waitFor({ state: 'detached' })
    }

    await page.keyboard.press('Control+r')
    await page.getByRole('heading', { name: '记录', exact: true }).waitFor()
    await page.getByRole('option').first().click()
    await page.getByRole('button', { name: '删除这条…' }).waitFor()
    expect(await hindrances(page)).toEqual([])
    for (const name of ['谁在什么时候做了什么', /^保存期限/, '删除此人全部内容…']) {
      await page.getByRole('button', { name }).click()
      await dialogOf(page).waitFor()
      expect(await hindrances(page)).toEqual([])
      await page.keyboard.press('Escape')
      await dialogOf(page).waitFor({ state: 'detached' })
    }
    await page.keyboard.press('Escape')

    await page.keyboard.press('Control+l')
    await page.getByRole('button', { name: '设 PIN 码' }).click()
    expect(await hindrances(page)).toEqual([])
    await page.getByLabel('新的 PIN 码，4 到 12 位数字').fill('2468')
    await page.getByLabel('再输一次').fill('2468')
    await page.keyboard.press('Enter')
    await page.getByText('已设 PIN 码').waitFor()
    await page.keyboard.press('Escape')
    await dialogOf(page).waitFor({ state: 'detached' })
    await page.keyboard.press('Control+l')
    await page.getByRole('heading', { name: '已锁上' }).waitFor()
    expect(await hindrances(page)).toEqual([])
  },
)
