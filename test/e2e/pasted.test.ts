import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { askDesk } from './harness/ask.ts'
import { dropFromPage } from './harness/drop-files.ts'
import { sample } from './harness/images.ts'
import { launchDesk, newUserData } from './harness/launch-desk.ts'
import { allRead, dialogOf, rowOf, rows } from './harness/view.ts'

const customer = sample('客户驾照.jpg')
const { name } = customer.license

/** Lets go of a picture that has no file, as a browser does. */
const dropPicture = (page: Page, jpeg: Buffer): Promise<void> =>
  dropFromPage(page, {
    'text/uri-list': 'https://shop.example/',
    'text/html': `<img src="data:image/jpeg;base64,${jpeg.toString('base64')}">`,
  })

/** The image of the opened record is there to be seen. */
async function imageIsSeen(page: Page): Promise<void> {
  const image = page.getByRole('figure').getByRole('img')
  await image.waitFor()
  await expect
    .poll(() => image.evaluate((one) => one instanceof HTMLImageElement && one.naturalWidth > 0))
    .toBe(true)
}

test('pictures without a file that were merged into one record outlast the program, until they are deleted', async () => {
  const userData = await newUserData()
  const before = await launchDesk({ userData })
  const page = before.page()
  const picture = await readFile(customer.path)
  await dropPicture(page, picture)
  await allRead(page, 1)
  await dropPicture(page, await sharp(picture).autoOrient().jpeg({ quality: 92 }).toBuffer())
  await allRead(page, 2)
  await rows(page).last().click()
  await page.getByRole('region', { name: '来过' }).locator('summary').click()
  await page.getByRole('button', { name: '合并成一条…' }).click()
  const question = dialogOf(page)
  await question.getByRole('img').nth(1).waitFor()
  await question.getByRole('button', { name: '合并', exact: true }).click()
  await expect.poll(() => rows(page).count()).toBe(1)
  await before.kill()

  const again = (await launchDesk({ userData })).page()
  await allRead(again, 1)
  await again.keyboard.press('Control+r')
  await rowOf(again, name).click()
  await imageIsSeen(again)
  await again.getByRole('button', { name: /^拆开/ }).click()
  await again.getByText('2 条', { exact: true }).waitFor()
  await again.getByRole('button', { name: '打开那条' }).click()
  await again.getByText(/又读过/).waitFor()
  await imageIsSeen(again)

  await again.getByRole('button', { name: '删除此人全部内容…' }).click()
  await again.getByRole('button', { name: '全部删除' }).click()
  await expect.poll(() => rowOf(again, name).count()).toBe(0)
  expect(await askDesk(again, 'records:find', { text: '', offset: 0, limit: 10 })).toMatchObject({
    value: { total: 0 },
  })
})
