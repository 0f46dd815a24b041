import { copyFile, mkdir, readdir, rename } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { hindrancesInBoth } from './harness/hindrances.ts'
import { sample } from './harness/images.ts'
import { launchDesk, newFolder, newUserData } from './harness/launch-desk.ts'
import { shoot } from './harness/shoot.ts'
import { allRead, dialogOf, rowOf, rows } from './harness/view.ts'

test('what a scanner puts into a watched folder is read by itself, once, and moved when it is read', async () => {
  const folder = path.join(await newFolder(), '扫描仪')
  await mkdir(path.join(folder, '二楼'), { recursive: true })
  const [first, second] = [sample('外籍客户.jpg'), sample('前台拍照3.jpg')]
  await copyFile(first.path, path.join(folder, '0001.jpg'))
  const userData = await newUserData()
  const desk = await launchDesk({ userData })
  const page = desk.page()
  await page.getByRole('button', { name: '盯住一个文件夹…' }).click()
  await desk.answer('open', { paths: [folder] })
  await dialogOf(page).getByRole('button', { name: '选择文件夹…' }).click()
  await dialogOf(page).getByText(folder).waitFor()
  await allRead(page, 1)
  await dialogOf(page).getByText('正在盯住，已收 1 个文件').waitFor()
  await shoot(page, 'watch-dialog')
  expect(await hindrancesInBoth(page)).toEqual([])
  await dialogOf(page).getByRole('switch', { name: '读好的移到 done 里' }).click()
  await expect
    .poll(() => readdir(folder, { recursive: true }))
    .toEqual(expect.arrayContaining([path.join('done', '0001.jpg')]))
  await page.keyboard.press('Escape')
  await dialogOf(page).waitFor({ state: 'detached' })
  await rowOf(page, first.license.name).click()
  await page.locator('[data-pane=image] img').first().waitFor()

  await copyFile(first.path, path.join(folder, '二楼', '又一次.jpg'))
  await copyFile(second.path, path.join(folder, '二楼', '0002.jpg'))
  await rowOf(page, second.license.name).waitFor()
  const bar = page.getByRole('button', { name: /^盯住一个文件夹: 扫描仪/ })
  await shoot(page, 'watch-bar')
  expect(await hindrancesInBoth(page)).toEqual([])
  await rename(folder, `${folder}-拔掉`)
  await bar.getByText('文件夹不在了').waitFor()
  await shoot(page, 'watch-away')
  await rename(`${folder}-拔掉`, folder)
  await bar.getByText('正在盯住').waitFor()
  await expect.poll(() => rows(page).count()).toBe(2)
  await desk.kill()

  const again = await launchDesk({ userData })
  const later = again.page()
  await allRead(later, 2)
  await later.getByRole('button', { name: /^盯住一个文件夹: 扫描仪/ }).click()
  await dialogOf(later).getByRole('button', { name: '暂停' }).click()
  await dialogOf(later).getByText('已暂停，新文件先等着').waitFor()
  await dialogOf(later).getByRole('button', { name: '继续' }).click()
  await dialogOf(later).getByText('正在盯住，已收 0 个文件').waitFor()
  await dialogOf(later).getByRole('button', { name: '不再盯住' }).click()
  await dialogOf(later).getByRole('button', { name: '选择文件夹…' }).waitFor()
  await later.keyboard.press('Escape')
  await expect.poll(() => later.getByRole('button', { name: /^盯住一个文件夹: / }).count()).toBe(0)
})
