import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { askDesk, fetchFrom } from './harness/ask.ts'
import { dropFiles } from './harness/drop-files.ts'
import { sample } from './harness/images.ts'
import { launchDesk } from './harness/launch-desk.ts'
import { allRead } from './harness/view.ts'

test('the page runs no code and loads nothing but its own', async () => {
  const page = (await launchDesk()).page()
  const { policy } = await fetchFrom(page, '/')
  expect(policy?.split('; ').toSorted()).toEqual([
    "connect-src 'self'",
    "default-src 'none'",
    "font-src 'self'",
    "img-src 'self' blob: data:",
    "script-src 'self'",
    "style-src 'self'",
  ])
  const blocked = await page.evaluate(async () => {
    const refused: string[] = []
    const { promise, resolve } = Promise.withResolvers<void>()
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
      refused.push(effectiveDirective)
      if (refused.length === 3) resolve()
    })
    const script = document.createElement('script')
    script.textContent = 'document.title = "inline"'
    document.body.append(script)
    const image = new Image()
    image.src = 'https://example.com/pixel.png'
    await fetch('https://example.com/').catch(() => undefined)
    await promise
    return { refused: refused.toSorted(), title: document.title }
  })
  expect(blocked.refused).toEqual(['connect-src', 'img-src', 'script-src-elem'])
  expect(blocked.title).not.toBe('inline')
  expect(await page.evaluate(() => 'require' in window || 'process' in window)).toBe(false)
})

test('the page goes nowhere, opens no window and gets no permission', async () => {
  const desk = await launchDesk()
  const page = desk.page()
  await page.evaluate(() => document.body.setAttribute('data-first', ''))
  for (const address of ['/index.html?elsewhere', 'https://example.com/', 'file:///etc/passwd'])
    await page.evaluate((url) => location.assign(url), address)
  await page.evaluate(() => window.open('https://example.com/', '_blank'))
  await page.evaluate(() => window.open('https://developers.weixin.qq.com/miniprogram/', '_blank'))
  await expect
    .poll(() => desk.openedOutside())
    .toEqual(['https://developers.weixin.qq.com/miniprogram/'])
  await expect.poll(() => page.context().pages().length).toBe(1)
  for (let turn = 0; turn < 3; turn++) expect((await fetchFrom(page, '/')).status).toBe(200)
  expect(await page.locator('body[data-first]').count()).toBe(1)

  const granted = await page.evaluate(() =>
    Promise.all(
      (['geolocation', 'notifications', 'camera', 'microphone'] as const).map(
        async (name) => (await navigator.permissions.query({ name })).state,
      ),
    ),
  )
  expect(new Set(granted)).toEqual(new Set(['denied']))
  expect(await page.evaluate(() => Notification.requestPermission())).toBe('denied')
})

type Call = readonly [channel: string, input: unknown]

test('what the contract does not know is refused, and the program goes on', async () => {
  const desk = await launchDesk()
  const page = desk.page()
  const answersTo = (calls: readonly Call[]): Promise<string[]> =>
    Promise.all(
      calls.map(async ([channel, input]) => {
        const answer = await askDesk(page, channel, input)
        return `${channel} ${answer.ok ? 'done' : answer.error.kind}`
      }),
    )
  const wrong: readonly Call[] = [
    ['desk:snapshot', { all: true }],
    ['intake:add', { paths: [] }],
    ['intake:add', { paths: [{ toString: 'x' }] }],
    ['records:decide', { id: 1, field: 'id_num', value: '' }],
    ['records:decide', { id: 'x', field: '__proto__', value: '' }],
    ['records:decide', { id: 'x', field: 'name', value: '长'.repeat(401) }],
    ['settings:change', { language: 'fr' }],
    ['settings:change', 'zh'],
    ['account:change', { account: { dailyLimit: 1e15 } }],
    ['intake:add', { paths: ['x'.repeat(40_000)] }],
  ]
  expect(await answersTo(wrong)).toEqual(wrong.map(([channel]) => `${channel} bad-input`))
  const forbidden: readonly Call[] = [
    ['app:quit', null],
    ['constructor', null],
    ['export:table', { path: '/tmp/never-chosen.csv' }],
    ['export:reveal', { path: '/etc/passwd' }],
  ]
  expect(await answersTo(forbidden)).toEqual(forbidden.map(([channel]) => `${channel} refused`))
  expect(await askDesk(page, 'settings:read', null)).toMatchObject({ ok: true })
  expect(await desk.asked()).toEqual([])
})

test('a page gone bad cannot agree to sending, nor name another host, without a person outside of it', async () => {
  const desk = await launchDesk()
  const page = desk.page()
  const before = await askDesk(page, 'account:read', null)
  const calls: readonly Call[] = [
    ['settings:change', { agreedToSend: true, engine: 'wechat-upload' }],
    ['account:change', { account: { baseAddress: 'https://elsewhere.example' } }],
    ['account:change', { account: { serviceAddress: 'https://elsewhere.example' } }],
    ['account:change', { account: { dailyLimit: 100_000 } }],
  ]
  for (const [channel, input] of calls) await askDesk(page, channel, input)
  expect((await desk.asked()).map(({ kind }) => kind)).toEqual(calls.map(() => 'message'))
  expect(await askDesk(page, 'settings:read', null)).toMatchObject({
    value: { agreedToSend: false, engine: 'offline' },
  })
  expect(await askDesk(page, 'account:read', null)).toEqual(before)
})

test('the page is served its own files and the images on the list, nothing else', async () => {
  const page = (await launchDesk()).page()
  await dropFiles(page, [sample('外籍客户.jpg').path])
  await allRead(page, 1)
  const statusOf = (addresses: readonly string[]): Promise<string[]> =>
    Promise.all(
      addresses.map(async (address) => `${(await fetchFrom(page, address)).status} ${address}`),
    )
  const outside = [
    '/..%2fmain%2fmain.js',
    '/..%2F..%2Fpackage.json',
    '/%2e%2e%2f..%2fpackage.json',
    '/..%5c..%5cpackage.json',
    '/assets/..%2f..%2f..%2fpackage.json',
    '/%00',
    '/%E0%A4%A',
  ]
  expect(await statusOf(outside)).toEqual(outside.map((address) => `404 ${address}`))

  const id = await firstJobId(page)
  expect(await fetchFrom(page, `/image/${id}?side=64`)).toMatchObject({
    status: 200,
    type: 'image/jpeg',
  })
  const unknown = [encodeURIComponent(sample('外籍客户.jpg').path), 'unknown', ''].map(
    (name) => `/image/${name}?side=64`,
  )
  expect(await statusOf(unknown)).toEqual(unknown.map((address) => `404 ${address}`))
  const wrongSides = ['', '?side=0', '?side=100000', '?side=many'].map(
    (side) => `/image/${id}${side}`,
  )
  expect(await statusOf(wrongSides)).toEqual(wrongSides.map((address) => `400 ${address}`))
})

async function firstJobId(page: Page): Promise<string> {
  const row = await page.getByRole('option').first().getAttribute('id')
  return row?.replace(/^row-/, '') ?? ''
}
