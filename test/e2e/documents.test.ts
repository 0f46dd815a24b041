import { readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Locator, Page } from 'playwright-core'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { watchFor } from '../fakes/canaries.ts'
import { phoneHeic } from '../fixtures/formats/heic/phone.ts'
import { pdfOf } from '../fixtures/formats/pdf.ts'
import { dropFiles } from './harness/drop-files.ts'
import { hindrancesInBoth } from './harness/hindrances.ts'
import { sample } from './harness/images.ts'
import { launchDesk, newFolder, newUserData } from './harness/launch-desk.ts'
import { shoot } from './harness/shoot.ts'
import { allRead, dialogOf, rowOf, rows, valueIn } from './harness/view.ts'

const scanOf = async (name: string): Promise<Buffer> =>
  sharp(await readFile(sample(name).path))
    .autoOrient()
    .jpeg()
    .toBuffer()

test('each page of a PDF is read, shown and exported as an image of its own', async () => {
  const [first, second] = [sample('前台拍照3.jpg'), sample('外籍客户.jpg')]
  const file = path.join(await newFolder(), '扫描件.pdf')
  const pages = await Promise.all(['前台拍照3.jpg', '外籍客户.jpg'].map(scanOf))
  await writeFile(file, await pdfOf(pages.map((jpeg) => ({ jpeg }))))
  const page = (await launchDesk()).page()
  await dropFiles(page, [file])
  await allRead(page, 2)
  for (const { license } of [first, second]) {
    await rowOf(page, license.name).click()
    await expect.poll(() => valueIn(page, 'id_num')).toBe(license.id_num)
  }
  await page.locator('[data-pane=image] img').first().waitFor()
  await shoot(page, 'pdf-read')
})

test('a photo of an iPhone is read and shown upright, also enlarged', async () => {
  const { license } = sample('客户驾照.jpg')
  const file = path.join(await newFolder(), 'IMG_0021.HEIC')
  await writeFile(file, await phoneHeic())
  const page = (await launchDesk()).page()
  await dropFiles(page, [file])
  await allRead(page, 1)
  await rowOf(page, license.name).click()
  await expect.poll(() => valueIn(page, 'id_num')).toBe(license.id_num)
  const shown = page.locator('[data-pane=image] img').first()
  const sizeShown = (): Promise<number> =>
    shown.evaluate((image) =>
      image instanceof HTMLImageElement ? image.naturalWidth / image.naturalHeight : 0,
    )
  await expect.poll(sizeShown).toBeCloseTo(4 / 3, 1)
  await shoot(page, 'heic-read')
})

test('a locked PDF asks for its password, which is kept nowhere, and its pages outlast the program', async () => {
  const { license } = sample('外籍客户.jpg')
  const file = path.join(await newFolder(), '合同.pdf')
  const password = 'canary-Sesame 8'
  watchFor(password)
  await writeFile(file, await pdfOf([{ jpeg: await scanOf('外籍客户.jpg') }], password))
  const userData = await newUserData()
  const desk = await launchDesk({ userData })
  const page = desk.page()
  await dropFiles(page, [file])
  const entry = dialogOf(page).getByLabel('合同.pdf 的密码')
  await entry.waitFor()
  await shoot(page, 'pdf-password')
  await page.keyboard.press('Escape')
  await dialogOf(page).waitFor({ state: 'detached' })
  await page.getByText('这个 PDF 有密码').waitFor()
  await page.getByRole('button', { name: '输入密码…' }).click()
  await entry.fill('sesame')
  await page.keyboard.press('Enter')
  await page.getByText('密码不对').waitFor()
  expect(await hindrancesInBoth(page)).toEqual([])
  await entry.fill(password)
  await page.keyboard.press('Enter')
  await dialogOf(page).waitFor({ state: 'detached' })
  await allRead(page, 1)
  await expect.poll(() => page.getByText('这个 PDF 有密码').count()).toBe(0)
  await rowOf(page, license.name).click()
  await expect.poll(() => valueIn(page, 'id_num')).toBe(license.id_num)
  await desk.kill()

  const again = (await launchDesk({ userData })).page()
  await allRead(again, 1)
  await rowOf(again, license.name).click()
  await again.locator('[data-pane=image] img').first().waitFor()
  await dropFiles(again, [file])
  await dialogOf(again).getByLabel('合同.pdf 的密码').fill(password)
  await again.keyboard.press('Enter')
  await again.getByText('已经在列表里了').waitFor()
  await expect.poll(() => rows(again).count()).toBe(1)
})

/** A document of a thousand pages, each of its own grey. */
async function thousandPages(): Promise<string> {
  const greys = await Promise.all(
    Array.from({ length: 10 }, (_, at) =>
      sharp({ create: { width: 60, height: 84, channels: 3, background: `rgb(${at * 20},90,90)` } })
        .jpeg()
        .toBuffer(),
    ),
  )
  const [first] = greys
  if (first === undefined) throw new Error('no page')
  const file = path.join(await newFolder(), '档案室.pdf')
  const pages = Array.from({ length: 1000 }, (_, at) => ({ jpeg: greys[at % 10] ?? first }))
  await writeFile(file, await pdfOf(pages))
  return file
}

/** Drops it while nothing is read, and has the pages that are left shown. */
async function askWhichPages(page: Page): Promise<void> {
  await page.getByRole('heading', { name: '把驾驶证图片拖到这里' }).waitFor()
  await page.keyboard.press('p')
  await page.getByText('已暂停').waitFor()
  await dropFiles(page, [await thousandPages()])
  await page.getByText('共 1000 页，先收了第 1–100 页').waitFor()
  await expect.poll(() => rows(page).first().getAttribute('aria-setsize')).toBe('100')
  await page.getByRole('button', { name: '选页…' }).click()
}

test('of a PDF of a thousand pages a hundred come in, and a person says which of the others', async () => {
  const page = (await launchDesk()).page()
  await askWhichPages(page)
  const pages = dialogOf(page).getByLabel('读 档案室.pdf 的哪些页')
  expect(await pages.inputValue()).toBe('101-200')
  await pages.fill('第九')
  await page.keyboard.press('Enter')
  await page.getByText('不是页码').waitFor()
  await pages.fill('1001')
  await page.keyboard.press('Enter')
  await page.getByText('最后一页是第 1000 页').waitFor()
  await shoot(page, 'pdf-pages')
  expect(await hindrancesInBoth(page)).toEqual([])
  await pages.fill('998-1000')
  await page.keyboard.press('Enter')
  await dialogOf(page).waitFor({ state: 'detached' })
  await expect.poll(() => rows(page).first().getAttribute('aria-setsize')).toBe('103')
})

test('pages are chosen by looking at them, with the keyboard, and of a thousand few are drawn', async () => {
  const page = (await launchDesk()).page()
  await askWhichPages(page)
  const dialog = dialogOf(page)
  const numbers = dialog.getByLabel('读 档案室.pdf 的哪些页')
  const grid = dialog.getByRole('listbox', { name: '档案室.pdf 的各页' })
  const tile = (number: number): Locator =>
    grid.getByRole('option', { name: new RegExp(`^${number}\\b`) })
  await dialog.getByText('选了 100 页').waitFor()
  await tile(101).locator('xpath=self::*[@data-picture="loaded"]').waitFor()
  await expect.poll(() => tile(101).getAttribute('aria-selected')).toBe('true')
  expect(await grid.getByRole('option').count()).toBeLessThan(60)
  await shoot(page, 'pages-chosen')

  await dialog.getByRole('button', { name: '全不选' }).click()
  await dialog.getByText('选了 0 页').waitFor()
  expect(await dialog.getByRole('button', { name: '读这些页' }).isDisabled()).toBe(true)
  await grid.focus()
  await page.keyboard.press('End')
  await tile(1000).locator('xpath=self::*[@data-picture="loaded"]').waitFor()
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Shift+ArrowLeft')
  await expect.poll(() => numbers.inputValue()).toBe('997-998, 1000')
  await tile(1000).click()
  await tile(990).click()
  await tile(992).click({ modifiers: ['Shift'] })
  await expect.poll(() => numbers.inputValue()).toBe('990-992, 997-998')
  await page.keyboard.press('Home')
  await tile(1).getByText('已收').waitFor()
  await page.keyboard.press('Control+a')
  await dialog.getByText('选了 1000 页，一次先收前 100 页').waitFor()
  expect(await hindrancesInBoth(page)).toEqual([])
  await shoot(page, 'pages-all')
  await page.setViewportSize({ width: 820, height: 600 })
  expect(await hindrancesInBoth(page)).toEqual([])
  await shoot(page, 'pages-narrow')
  await numbers.fill('205, 301')
  await dialog.getByText('选了 2 页').waitFor()
  await grid.focus()
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'detached' })
  await expect.poll(() => rows(page).first().getAttribute('aria-setsize')).toBe('102')
})

test('the number of a page stands whole in its line, and in the chooser each page of the last row below another', async () => {
  const page = (await launchDesk()).page()
  await page.setViewportSize({ width: 1024, height: 700 })
  await askWhichPages(page)
  const grid = dialogOf(page).getByRole('listbox')
  await grid.focus()
  await page.keyboard.press('End')
  await grid.getByRole('option', { name: /^1000\b/ }).waitFor()
  await shoot(page, 'pages-end')
  const lefts = await grid
    .getByRole('option')
    .evaluateAll((tiles) =>
      tiles.map(
        (tile) =>
          [
            Number(tile.getAttribute('aria-posinset')),
            Math.round(tile.getBoundingClientRect().left),
          ] as const,
      ),
    )
  const columns = new Set(lefts.map(([, left]) => left)).size
  expect(columns).toBe(6)
  expect(new Map(lefts).get(997)).toBe(new Map(lefts).get(991))

  await page.keyboard.press('Escape')
  await dialogOf(page).waitFor({ state: 'detached' })
  const list = page.getByRole('listbox', { name: '驾驶证' })
  await list.focus()
  await page.keyboard.press('End')
  const last = rows(page).filter({ hasText: '第 100 页' })
  await last.waitFor()
  const [number, mark] = await Promise.all([
    last.getByText('第 100 页').boundingBox(),
    last.locator('[data-state]').boundingBox(),
  ])
  expect(number?.width).toBeGreaterThan(60)
  expect((number?.x ?? 0) + (number?.width ?? 0)).toBeLessThanOrEqual(mark?.x ?? 0)
})

test('a page that cannot be drawn says so, and is chosen all the same; a file that is gone is chosen by numbers', async () => {
  const page = (await launchDesk()).page()
  await page.getByRole('heading', { name: '把驾驶证图片拖到这里' }).waitFor()
  await page.keyboard.press('p')
  await page.getByText('已暂停').waitFor()
  const file = await thousandPages()
  const whole = await readFile(file)
  await dropFiles(page, [file])
  await page.getByText('共 1000 页，先收了第 1–100 页').waitFor()
  await writeFile(file, whole.subarray(0, 2000))
  await page.getByRole('button', { name: '选页…' }).click()
  const dialog = dialogOf(page)
  await dialog.getByRole('option', { name: /^101 画不出来/ }).waitFor()
  expect(await hindrancesInBoth(page)).toEqual([])
  await shoot(page, 'pages-failed')
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  await rm(file)
  await page.getByRole('button', { name: '选页…' }).click()
  await dialog.getByText('看不到这份文件的各页').waitFor()
  expect(await hindrancesInBoth(page)).toEqual([])
  await shoot(page, 'pages-shut')
})
