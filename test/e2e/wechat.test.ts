import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import {
  type FakeWeChat,
  type FakeWeChatOptions,
  sampleAccount,
  startFakeWeChat,
} from '../fakes/wechat/fake-wechat.ts'
import { openProxy } from '../fakes/connect-proxy.ts'
import { sampleOf } from '../fixtures/samples.ts'
import { askDesk } from './harness/ask.ts'
import { dropFiles } from './harness/drop-files.ts'
import { sample } from './harness/images.ts'
import type { Program } from './harness/program.ts'
import { launchDesk, newUserData } from './harness/launch-desk.ts'
import { shoot } from './harness/shoot.ts'
import { allRead, dialogOf, fieldOf, hasKeyboard, inputOf, rowOf, valueIn } from './harness/view.ts'

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
async function setUp(
  desk: Program,
  way: string,
  wechat: FakeWeChat,
  secret: string,
): Promise<Page> {
  const page = desk.page()
  // That images leave, and to where, is confirmed outside the page.
  for (const _ of ['sending', 'host']) await desk.answer('message', { button: 0 })
  await openReading(page)
  await page.getByRole('radio', { name: way }).click()
  await page.getByRole('button', { name: '已告知并同意' }).click()
  await reachAt(page, wechat.url)
  await page.getByLabel('AppID', { exact: true }).fill(sampleAccount.appId)
  await page.getByLabel('AppSecret', { exact: true }).fill(secret)
  await page.keyboard.press('Enter')
  await page.getByText(`已填，末尾 …${secret.slice(-2)}`).waitFor()
  return page
}

async function reachAt(page: Page, address: string): Promise<void> {
  await page.getByLabel('微信接口地址').fill(address)
  await page.keyboard.press('Enter')
  const account = { value: { account: { baseAddress: address } } }
  await expect.poll(() => askDesk(page, 'account:read', null)).toMatchObject(account)
}

async function closeReading(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  await dialogOf(page).waitFor({ state: 'detached' })
}

test('the account is entered once, tested, and reads what is dropped for one call an image', async () => {
  const wechat = await playWeChat()
  const userData = await newUserData()
  const desk = await launchDesk({ userData })
  const page = await setUp(desk, '微信 · 上传图片', wechat, sampleAccount.appSecret)
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
  const page = await setUp(await launchDesk(), '微信 · 上传图片', wechat, 'f'.repeat(32))
  await page.getByRole('button', { name: '测试连接' }).click()
  await page.getByText('wrong-secret').waitFor()
  await page.getByRole('button', { name: '更换 AppSecret' }).click()
  await hasKeyboard(page.getByLabel('AppSecret', { exact: true }))
  await page.keyboard.type(sampleAccount.appSecret)
  await page.keyboard.press('Enter')
  await page.getByText(`已填，末尾 …${sampleAccount.appSecret.slice(-2)}`).waitFor()
  await page.getByRole('button', { name: '测试连接' }).click()
  await expect
    .poll(() => page.getByLabel('要加到 IP 白名单的地址').inputValue())
    .toBe('203.0.113.7')
})

test('another host is confirmed outside the page, and gets no secret that was entered before', async () => {
  const [wechat, other] = [await playWeChat(), await playWeChat()]
  const desk = await launchDesk()
  const page = await setUp(desk, '微信 · 上传图片', wechat, sampleAccount.appSecret)
  const address = page.getByLabel('微信接口地址')
  await address.fill(other.url)
  await page.keyboard.press('Enter')
  await expect.poll(() => address.inputValue()).toBe(wechat.url)
  await page.getByText(`已填，末尾 …${sampleAccount.appSecret.slice(-2)}`).waitFor()
  const asked = (await desk.asked()).at(-1)
  expect(asked).toMatchObject({ kind: 'message', options: { buttons: ['确认', '不改'] } })
  expect(asked?.kind === 'message' && asked.options.detail).toContain(other.url)

  await desk.answer('message', { button: 0 })
  await reachAt(page, other.url)
  await page.getByText('地址换了，以前填的不会发到新地址').waitFor()
  expect(await page.getByLabel('AppSecret', { exact: true }).inputValue()).toBe('')
  await page.getByRole('button', { name: '测试连接' }).click()
  await page.getByText('还缺：').waitFor()
  expect(other.ledger.entries).toEqual([])
})

test('an image whose answer was lost is sent again only by a click', async () => {
  const wechat = await playWeChat()
  const page = await setUp(await launchDesk(), '微信 · 上传图片', wechat, sampleAccount.appSecret)
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

/** The texts that do not fit where they stand. */
const cutOff = (dialog: Locator): Promise<string[]> =>
  dialog.locator('label, span, button, p, small, strong').evaluateAll((elements) =>
    elements
      .filter((one) => one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0)
      .filter((one) => getComputedStyle(one).display !== 'inline')
      .map((one) => one.textContent),
  )

const charged = (wechat: FakeWeChat): number =>
  wechat.ledger.entries.filter((entry) => entry.charged).length

test('what both read alike leaves the review, what they read differently is chosen side by side', async () => {
  const name = '王先生驾驶证旧.jpg'
  const { license: printed } = sampleOf(name)
  const other = {
    ...printed,
    address: `${printed.address.slice(0, -1)}9`,
    birth_date: '1980-01-02',
  }
  const wechat = await playWeChat({ answerFor: () => other })
  const page = await setUp(await launchDesk(), '先离线，再问微信', wechat, sampleAccount.appSecret)
  await closeReading(page)
  await dropFiles(page, [sample(name).path])
  await allRead(page, 1)
  expect(charged(wechat)).toBe(1)
  const group = fieldOf(page, 'address').getByRole('group', { name: '选一个' })
  await group.getByRole('button', { name: `离线识别 ${printed.address}` }).waitFor()
  expect(await valueIn(page, 'address')).toBe(printed.address)
  await shoot(page, 'auto')

  await group.getByRole('button', { name: `微信 ${other.address}` }).click()
  await expect.poll(() => valueIn(page, 'address')).toBe(other.address)
  await group.waitFor({ state: 'detached' })
  await fieldOf(page, 'name')
    .getByRole('button', { name: /两边一致/ })
    .waitFor()
  await expect.poll(() => fieldOf(page, 'name').getAttribute('data-look')).toBe('false')
})

test('a license whose answer from WeChat was lost is read offline, and sent again only by a click', async () => {
  const wechat = await playWeChat({ answerFor: () => sampleOf('王先生驾驶证旧.jpg').license })
  const page = await setUp(await launchDesk(), '先离线，再问微信', wechat, sampleAccount.appSecret)
  await closeReading(page)
  wechat.faults.add({ at: '/cv/ocr/drivinglicense', fault: { kind: 'reset-after-upload' } })
  await dropFiles(page, [sample('王先生驾驶证旧.jpg').path])
  await allRead(page, 1)
  expect(charged(wechat)).toBe(1)
  await inputOf(page, 'name').fill('余明远')
  await page.keyboard.press('Enter')
  await shoot(page, 'lost')
  await page.getByRole('button', { name: '再发一次（可能多花一次额度）' }).click()
  await page.getByText('没有收到结果').waitFor({ state: 'detached' })
  await expect.poll(() => charged(wechat)).toBe(2)
  await expect.poll(() => valueIn(page, 'name')).toBe('余明远')
  await fieldOf(page, 'address')
    .getByRole('button', { name: /两边一致/ })
    .waitFor()
})

/** Closes the window while WeChat keeps its answer back, until it is told to give it. */
async function closeDuringCall(wechat: FakeWeChat) {
  const { promise: until, resolve: answer } = Promise.withResolvers<void>()
  wechat.faults.add({ at: '/cv/ocr/drivinglicense', fault: { kind: 'held', until } })
  const userData = await newUserData()
  const desk = await launchDesk({ userData })
  const page = await setUp(desk, '微信 · 上传图片', wechat, sampleAccount.appSecret)
  await closeReading(page)
  await dropFiles(page, [sample('前台拍照3.jpg').path])
  await expect.poll(() => charged(wechat)).toBe(1)
  await desk.closeWindow()
  await page.getByRole('heading', { name: '结果一到就关闭' }).waitFor()
  return { desk, userData, answer }
}

test('a program that is closed while a call is out waits for what is paid, and keeps it', async () => {
  const wechat = await playWeChat()
  const { desk, userData, answer } = await closeDuringCall(wechat)
  await shoot(desk.page(), 'leaving')
  answer()
  expect(await desk.ended).toBe(0)
  const again = (await launchDesk({ userData })).page()
  await rowOf(again, license.name).waitFor()
  await allRead(again, 1)
  expect(charged(wechat)).toBe(1)
})

test('a person who does not wait for a call leaves it unknown, and it is not sent again', async () => {
  const wechat = await playWeChat()
  const { desk, userData } = await closeDuringCall(wechat)
  await desk.page().getByRole('button', { name: '不等了，现在关闭' }).click()
  expect(await desk.ended).toBe(0)
  const again = (await launchDesk({ userData })).page()
  await again.locator('[data-state=unknown]').waitFor()
  expect(charged(wechat)).toBe(1)
})

test('what stops all calls is said once, and all goes on when it is put right', async () => {
  const wechat = await playWeChat()
  const page = await setUp(await launchDesk(), '微信 · 上传图片', wechat, 'f'.repeat(32))
  await closeReading(page)
  await dropFiles(page, [sample('前台拍照3.jpg').path, sample('扫描0007.jpg').path])
  await page.getByText('请核对 AppSecret，它要属于这个 AppID').waitFor()
  await shoot(page, 'stopped')
  expect(wechat.ledger.entries).toHaveLength(1)
  await page.getByRole('status').getByRole('button', { name: '读取方式与微信账号' }).click()
  await page.getByRole('button', { name: '更换 AppSecret' }).click()
  await hasKeyboard(page.getByLabel('AppSecret', { exact: true }))
  await page.keyboard.type(sampleAccount.appSecret)
  await page.keyboard.press('Enter')
  await closeReading(page)
  await allRead(page, 2)
  expect(charged(wechat)).toBe(2)
})

test('when the calls of the day are used up the rest waits, or is read offline as a person says', async () => {
  const wechat = await playWeChat({ accounts: [{ ...sampleAccount, dailyLimit: 1 }] })
  const page = await setUp(await launchDesk(), '微信 · 上传图片', wechat, sampleAccount.appSecret)
  await closeReading(page)
  await dropFiles(page, [sample('前台拍照3.jpg').path, sample('扫描0007.jpg').path])
  await page.getByText('其余的等到明天再读').waitFor()
  await shoot(page, 'spent')
  await openReading(page)
  await page.getByRole('radiogroup', { name: '今天的次数用完时' }).getByText('其余离线读').click()
  await closeReading(page)
  await allRead(page, 2)
  await page.getByText('今天的次数用完了，离线读取').waitFor()
  expect(charged(wechat)).toBe(1)
})

test('files that are dropped while a dialog is open are taken in and shown', async () => {
  const page = (await launchDesk()).page()
  await openReading(page)
  await dropFiles(page, [sample('前台拍照3.jpg').path])
  await dialogOf(page).waitFor({ state: 'detached' })
  await allRead(page, 1)
  await expect.poll(() => rowOf(page, license.name).count()).toBe(1)
})

test.each(['zh', 'en'] as const)(
  'what is set about WeChat fits into its dialog: %s',
  async (language) => {
    const userData = await newUserData({ language, agreedToSend: true, engine: 'wechat-cloud' })
    const page = (await launchDesk({ userData })).page()
    const zh = language === 'zh'
    await page.getByRole('button', { name: zh ? '设置' : 'Settings', exact: true }).click()
    await page.getByRole('button', { name: zh ? '读取方式与微信账号' : 'Reading method' }).click()
    const dialog = page.getByRole('dialog', { name: zh ? '读取方式' : 'Reading method' })
    for (const mode of zh
      ? ['第三方平台', '令牌服务', '稳定令牌']
      : ['Platform', 'Token service', 'Stable token']) {
      await dialog.getByText(mode, { exact: true }).click()
      for (const width of [1360, 820]) {
        await page.setViewportSize({ width, height: 1400 })
        await shoot(page, `dialog-${language}-${mode}-${width}`)
        await expect.poll(() => cutOff(dialog)).toEqual([])
      }
    }
    await page.setViewportSize({ width: 1360, height: 1400 })
    await dialog
      .getByRole('radio', { name: zh ? '先离线，再问微信' : 'Offline first, then WeChat' })
      .click()
    await dialog.getByRole('button', { name: zh ? '测试连接' : 'Test connection' }).click()
    await dialog.getByText(zh ? '还缺：' : 'Still missing:').waitFor()
    await shoot(page, `dialog-${language}-auto`)
    await expect.poll(() => cutOff(dialog)).toEqual([])
  },
)

test('WeChat is reached through the proxy that the system names', async () => {
  const wechat = await playWeChat()
  const proxy = await openProxy()
  const words = [`--proxy-server=${proxy.host}`, '--proxy-bypass-list=<-loopback>']
  const page = await setUp(
    await launchDesk({ words }),
    '微信 · 上传图片',
    wechat,
    sampleAccount.appSecret,
  )
  await page.getByRole('button', { name: '测试连接' }).click()
  await page.getByText('连上了，拿到了令牌').waitFor()
  expect(proxy.asked.length).toBeGreaterThan(0)
})
