import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { hindrancesInBoth } from './harness/hindrances.ts'
import { sample } from './harness/images.ts'
import { launchDesk, newFolder } from './harness/launch-desk.ts'
import { shoot } from './harness/shoot.ts'
import { allRead, dialogOf, rowOf, valueIn } from './harness/view.ts'

const { path: file, license } = sample('外籍客户.jpg')

/** What a camera sees: a license on a desk, for as long as it is looked at. */
async function asSeen(): Promise<string> {
  const seen = path.join(await newFolder(), 'seen.mjpeg')
  const frame = await sharp(await readFile(file))
    .autoOrient()
    .resize({ width: 1920, height: 1080, fit: 'contain', background: '#777' })
    .jpeg({ quality: 95 })
    .toBuffer()
  await writeFile(seen, Buffer.concat([frame, frame]))
  return seen
}

test('a license is taken with the camera by a space, once the person agreed, and read', async () => {
  const desk = await launchDesk({
    words: [
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${await asSeen()}`,
    ],
  })
  const page = desk.page()
  await page.getByRole('button', { name: '用摄像头拍…' }).click()
  await dialogOf(page).getByText('询问时请点“确认”').waitFor()
  expect(await hindrancesInBoth(page)).toEqual([])
  await shoot(page, 'camera-denied')
  await desk.answer('message', { button: 0 })
  await dialogOf(page).getByRole('button', { name: '再试一次' }).click()
  const take = dialogOf(page).getByRole('button', { name: /^拍照/ })
  await expect.poll(() => take.isEnabled()).toBe(true)
  await page.waitForFunction(() => (document.querySelector('video')?.videoWidth ?? 0) > 0)
  await shoot(page, 'camera')
  expect(await hindrancesInBoth(page)).toEqual([])
  expect(JSON.stringify(await desk.asked())).toContain('摄像头')
  const micro = await page.evaluate(() =>
    navigator.mediaDevices.getUserMedia({ audio: true, video: false }).then(
      () => 'heard',
      ({ name }: DOMException) => name,
    ),
  )
  expect(micro).toBe('NotAllowedError')

  await dialogOf(page).locator('video').click({ force: true })
  await page.keyboard.press(' ')
  await dialogOf(page).getByText('已拍 1 张，正在读').waitFor()
  await page.keyboard.press('Escape')
  await dialogOf(page).waitFor({ state: 'detached' })
  await allRead(page, 1)
  await rowOf(page, license.name).click()
  await expect.poll(() => valueIn(page, 'id_num')).toBe(license.id_num)
  const granted = (): Promise<string> =>
    page.evaluate(async () =>
      navigator.permissions.query({ name: 'camera' }).then(({ state }) => state),
    )
  await expect.poll(granted).toBe('denied')
})

test('where there is no camera that is said, and what to do', async () => {
  const desk = await launchDesk()
  const page = desk.page()
  await desk.answer('message', { button: 0 })
  await page.getByRole('button', { name: '用摄像头拍…' }).click()
  await dialogOf(page).getByText('没有找到摄像头').waitFor()
  await shoot(page, 'camera-none')
  await page.keyboard.press('Escape')
  await dialogOf(page).waitFor({ state: 'detached' })
  const opened = await page.evaluate(() =>
    navigator.mediaDevices.getUserMedia({ video: true }).then(
      () => 'seen',
      ({ name }: DOMException) => name,
    ),
  )
  expect(opened).not.toBe('seen')
})

test('of several cameras another one is chosen by the keyboard, a space there takes no picture, and it comes from that one', async () => {
  const desk = await launchDesk({ words: ['--use-fake-device-for-media-stream=device-count=2'] })
  const page = desk.page()
  await desk.answer('message', { button: 0 })
  await page.getByRole('button', { name: '用摄像头拍…' }).click()
  const which = dialogOf(page).getByRole('combobox', { name: '摄像头' })
  await which.waitFor()
  const before = await which.inputValue()
  await which.focus()
  await shoot(page, 'camera-devices')
  await page.keyboard.press('ArrowDown')
  await expect.poll(() => which.inputValue()).not.toBe(before)
  await expect
    .poll(() => dialogOf(page).getByRole('button', { name: /^拍照/ }).isEnabled())
    .toBe(true)
  const label = await page.evaluate(() => {
    const { srcObject } = document.querySelector('video') ?? {}
    return srcObject instanceof MediaStream ? srcObject.getVideoTracks()[0]?.label : undefined
  })
  expect(label).toBe(await which.locator('option:checked').textContent())

  await page.waitForFunction(() => (document.querySelector('video')?.videoWidth ?? 0) > 0)
  const isLeftToChoice = await which.evaluate((choice) =>
    choice.dispatchEvent(
      new KeyboardEvent('keydown', { key: ' ', bubbles: true, cancelable: true }),
    ),
  )
  expect(isLeftToChoice).toBe(true)
})
