import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { dropFiles, dropFromPage } from './harness/drop-files.ts'
import { hindrancesInBoth } from './harness/hindrances.ts'
import { sample } from './harness/images.ts'
import { launchDesk } from './harness/launch-desk.ts'
import { shoot } from './harness/shoot.ts'
import { allRead, rowOf, rows, valueIn } from './harness/view.ts'

const { path: file, license } = sample('外籍客户.jpg')
const asAddress = async (): Promise<string> =>
  `data:image/jpeg;base64,${(await readFile(file)).toString('base64')}`

/** Puts the picture of a file on the clipboard of the system, as another program does. */
async function copyPicture(page: Page): Promise<void> {
  const { origin } = new URL(page.url())
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin })
  await page.evaluate(
    async (address) => {
      const image = new Image()
      image.src = address
      await image.decode()
      const canvas = new OffscreenCanvas(image.width, image.height)
      canvas.getContext('2d')?.drawImage(image, 0, 0)
      const blob = await canvas.convertToBlob({ type: 'image/png' })
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': blob })])
    },
    await asAddress(),
  )
  await page.context().clearPermissions()
}

/** Gives the window files, as a drag or the clipboard of another program does that has several kinds of them. */
async function give(
  page: Page,
  how: 'drop' | 'paste',
  given: {
    readonly path?: string
    readonly bytes?: { readonly name: string; readonly base64: string }
  },
): Promise<void> {
  await page.evaluate(() => {
    const input = Object.assign(document.createElement('input'), { type: 'file', id: 'given' })
    input.hidden = true
    document.body.append(input)
  })
  if (given.path !== undefined) await page.locator('#given').setInputFiles(given.path)
  await page.evaluate(
    ([way, bytes]) => {
      const input = document.querySelector<HTMLInputElement>('#given')
      const data = new DataTransfer()
      for (const one of input?.files ?? []) data.items.add(one)
      if (bytes !== undefined) {
        const content = Uint8Array.from(atob(bytes.base64), (sign) => sign.charCodeAt(0))
        data.items.add(new File([content], bytes.name))
      }
      input?.remove()
      const wish = { bubbles: true, cancelable: true }
      document.body.dispatchEvent(
        way === 'drop'
          ? new DragEvent('drop', { ...wish, dataTransfer: data })
          : new ClipboardEvent('paste', { ...wish, clipboardData: data }),
      )
    },
    [how, given.bytes] as const,
  )
}

test('an image dragged out of a web page is read from its bytes, without its address being opened', async () => {
  const page = (await launchDesk()).page()
  await dropFromPage(page, {
    'text/uri-list': 'https://shop.example/',
    'text/html': `<a href="https://shop.example/"><img src="${await asAddress()}"></a>`,
  })
  await allRead(page, 1)
  await rowOf(page, license.name).click()
  await expect.poll(() => valueIn(page, 'id_num')).toBe(license.id_num)
  await dropFromPage(page, { 'text/uri-list': 'https://shop.example/images/a.jpg?sign=secret' })
  await page.getByText('这里不打开网址').waitFor()
  await dropFromPage(page, { 'text/uri-list': 'about:blank' })
  await page.getByText('没有可以粘贴的路径或文件').waitFor()
  await expect.poll(() => rows(page).count()).toBe(1)
})

test('a picture on the clipboard is read once, however often it is pasted', async () => {
  const page = (await launchDesk()).page()
  await page.getByRole('heading', { name: '把驾驶证图片拖到这里' }).waitFor()
  await copyPicture(page)
  await page.keyboard.press('Control+v')
  await allRead(page, 1)
  await rowOf(page, license.name).waitFor()
  await page.getByRole('listbox').click()
  await page.keyboard.press('Control+v')
  await page.getByText('已经在列表里了').waitFor()
  await expect.poll(() => rows(page).count()).toBe(1)
})

test('where the clipboard holds a file and its picture it is one license', async () => {
  const page = (await launchDesk()).page()
  await page.getByRole('heading', { name: '把驾驶证图片拖到这里' }).waitFor()
  const picture = { name: 'image.png', base64: (await readFile(file)).toString('base64') }
  await give(page, 'paste', { path: file, bytes: picture })
  await allRead(page, 1)
  // What comes after it has its turn after all that came with it.
  await dropFiles(page, [sample('前台拍照3.jpg').path])
  await allRead(page, 2)
  await expect.poll(() => rowOf(page, license.name).count()).toBe(1)
})

test('a file of another program that has no path is named as it is there, and refused where it is too large', async () => {
  const page = (await launchDesk()).page()
  await page.getByRole('heading', { name: '把驾驶证图片拖到这里' }).waitFor()
  const base64 = (await readFile(file)).subarray(0, 900).toString('base64')
  await give(page, 'drop', { bytes: { name: '微信图片_2026.jpg', base64 } })
  await rowOf(page, '微信图片_2026.jpg').waitFor()
  const tooLarge = Buffer.alloc(41 * 1024 * 1024).toString('base64')
  await give(page, 'drop', { bytes: { name: '太大.jpg', base64: tooLarge } })
  await page.getByText('超过 40 MiB').waitFor()
  await expect.poll(() => rows(page).count()).toBe(1)
})

test('several image addresses are pasted into the dialog at once, one a line, and none is opened', async () => {
  const page = (await launchDesk()).page()
  await page.getByRole('button', { name: /^粘贴路径/ }).click()
  const entry = page.getByRole('textbox', { name: '文件或文件夹的路径' })
  await entry.focus()
  await page.keyboard.insertText('https://a.example/1.jpg\nhttps://a.example/2.jpg')
  expect(await hindrancesInBoth(page)).toEqual([])
  await shoot(page, 'addresses')
  await page.keyboard.press('Enter')
  await page.getByText('2 个文件没有收下').waitFor()
  await expect.poll(() => page.getByText('这里不打开网址').count()).toBe(2)
})
