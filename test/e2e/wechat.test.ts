import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import {
  type FakeWeChat,
  type FakeWeChatOptions,
  sampleAccount,
  startFakeWeChat,
} from '../fakes/wechat/fake-wechat.ts'
import { sampleOf } from '../fixtures/samples.ts'
import { dropFiles } from './harness/drop-files.ts'
import { sample } from './harness/images.ts'
import { launchDesk, newUserData } from './harness/launch-desk.ts'
import { allRead, rowOf } from './harness/view.ts'

const { license } = sampleOf('前台拍照3.jpg')

async function playWeChat(options: Partial<FakeWeChatOptions> = {}): Promise<FakeWeChat> {
  const wechat = await startFakeWeChat({ answerFor: () => license, ...options })
  onTestFinished(() => wechat.close())
  return wechat
}

async function openReading(page: Page): Promise<void> {
  await page.getByRole('button', { name: '设置', exact: true }).click()
  await page.getByRole('button', { name: '读取方式与微信账号' }).click()
  await page.getByRole('dialog', { name: '读取方式' }).waitFor()
}

/** Chooses a way, agrees that images leave this PC, and types in the account as a person would. */
async function setUp(page: Page, way: string, wechat: FakeWeChat, secret: string): Promise<void> {
  await openReading(page)
  await page.getByRole('radio', { name: way }).click()
  await page.getByRole('button', { name: '已告知并同意' }).click()
  await page.getByLabel('微信接口地址').fill(wechat.url)
  await page.getByLabel('AppID', { exact: true }).fill(sampleAccount.appId)
  await page.getByLabel('AppSecret', { exact: true }).fill(secret)
  await page.keyboard.press('Enter')
  await page.getByText(`已填，末尾 …${secret.slice(-2)}`).waitFor()
}

async function closeReading(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}

test('the account is entered once, tested, and reads what is dropped for one call an image', async () => {
  const wechat = await playWeChat()
  const userData = await newUserData()
  const desk = await launchDesk({ userData })
  const page = desk.page()
  await setUp(page, '微信 · 上传图片', wechat, sampleAccount.appSecret)
  await page.getByRole('button', { name: '测试连接' }).click()
  await page.getByText('连上了，拿到了令牌').waitFor()
  expect(wechat.ledger.entries.filter(({ charged }) => charged)).toEqual([])

  await closeReading(page)
  await dropFiles(page, [sample('前台拍照3.jpg').path])
  await allRead(page, 1)
  await rowOf(page, license.name).waitFor()
  expect(wechat.ledger.entries.filter(({ charged }) => charged)).toHaveLength(1)

  expect(await page.content()).not.toContain(sampleAccount.appSecret)
  for (const file of await readdir(userData, { recursive: true, withFileTypes: true })) {
    if (!file.isFile()) continue
    const text = await readFile(path.join(file.parentPath, file.name), 'latin1')
    expect(text).not.toContain(sampleAccount.appSecret)
  }
})

test('a wrong secret and an address that is not on the list are said in plain words (fault 42, fault 43)', async () => {
  const wechat = await playWeChat({
    accounts: [{ ...sampleAccount, ipList: ['198.51.100.1'] }],
    callerAddress: '203.0.113.7',
  })
  const page = (await launchDesk()).page()
  await setUp(page, '微信 · 上传图片', wechat, 'f'.repeat(32))
  await page.getByRole('button', { name: '测试连接' }).click()
  await page.getByText('wrong-secret').waitFor()
  await page.getByRole('button', { name: '更换 AppSecret' }).click()
  await page.keyboard.type(sampleAccount.appSecret)
  await page.keyboard.press('Enter')
  await page.getByText(`已填，末尾 …${sampleAccount.appSecret.slice(-2)}`).waitFor()
  await page.getByRole('button', { name: '测试连接' }).click()
  await expect
    .poll(() => page.getByLabel('要加到 IP 白名单的地址').inputValue())
    .toBe('203.0.113.7')
})

test('an image whose answer was lost is sent again only by a click', async () => {
  const wechat = await playWeChat()
  const page = (await launchDesk()).page()
  await setUp(page, '微信 · 上传图片', wechat, sampleAccount.appSecret)
  await closeReading(page)
  wechat.faults.add({ at: '/cv/ocr/drivinglicense', fault: { kind: 'reset-after-upload' } })
  await dropFiles(page, [sample('前台拍照3.jpg').path])
  await allRead(page, 1)
  await page.locator('[data-state=unknown]').waitFor()
  const charges = (): number => wechat.ledger.entries.filter(({ charged }) => charged).length
  expect(charges()).toBe(1)
  await page.getByRole('button', { name: '再发一次' }).click()
  await rowOf(page, license.name).waitFor()
  expect(charges()).toBe(2)
})
