import { appendFile, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { askDesk, fetchFrom } from './harness/ask.ts'
import { dropFiles } from './harness/drop-files.ts'
import { hindrancesInBoth } from './harness/hindrances.ts'
import { sample } from './harness/images.ts'
import { launchDesk, newFolder, newUserData } from './harness/launch-desk.ts'
import type { Program } from './harness/program.ts'
import { shoot } from './harness/shoot.ts'
import { toldCards } from './harness/told-cards.ts'
import { allRead, confirmDoubts, dialogOf, inputOf, rowOf, rows } from './harness/view.ts'

const pin = '24680'
const phrase = '七条绿色的河流过山谷'
const customer = sample('外籍客户.jpg')

async function readOne(userData: string): Promise<Program> {
  const desk = await launchDesk({ userData })
  await dropFiles(desk.page(), [customer.path])
  await allRead(desk.page(), 1)
  return desk
}

async function openProtection(page: Page): Promise<void> {
  await page.getByRole('button', { name: '设置', exact: true }).click()
  await page.getByRole('button', { name: /^保护/ }).click()
}

async function setPin(page: Page): Promise<void> {
  await openProtection(page)
  await page.getByRole('button', { name: '设 PIN 码' }).click()
  await page.getByLabel('新的 PIN 码，4 到 12 位数字').fill(pin)
  await page.getByLabel('再输一次').fill(pin)
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByText('已设 PIN 码').waitFor()
  await page.keyboard.press('Escape')
  await dialogOf(page).waitFor({ state: 'detached' })
}

async function unlock(page: Page, secret: string): Promise<void> {
  await page.getByLabel('PIN 码', { exact: true }).fill(secret)
  await page.keyboard.press('Enter')
}

const leave = async (desk: Program): Promise<void> => {
  await desk.quit()
  expect(await desk.ended).toBe(0)
}

const acts = async (page: Page): Promise<unknown[]> => {
  const answer = await askDesk(page, 'audit:newest', { limit: 100 })
  if (!answer.ok || !Array.isArray(answer.value)) throw new Error('no log')
  return answer.value.map((entry: unknown) => Reflect.get(Object(entry), 'act'))
}

test('a locked window holds nothing that was read, gives nothing out, and opens by the PIN', async () => {
  const userData = await newUserData()
  const desk = await readOne(userData)
  const page = desk.page()
  const image = await rowOf(page, customer.license.name).locator('img').getAttribute('src')
  expect((await fetchFrom(page, image ?? '')).status).toBe(200)
  await setPin(page)

  await page.keyboard.press('Control+l')
  await page.getByRole('heading', { name: '已锁上' }).waitFor()
  const left = await page.evaluate(() => document.documentElement.outerHTML)
  for (const value of [customer.license.name, customer.license.id_num.slice(0, 6), 'job'])
    expect(left).not.toContain(value)
  for (const [channel, input] of [
    ['desk:snapshot', null],
    ['records:find', { text: '', offset: 0, limit: 10 }],
    ['audit:newest', { limit: 10 }],
    ['settings:change', { lockMinutes: 0 }],
    ['lock:protect', { what: 'pin', proof: '', next: '' }],
  ] as const)
    expect(await askDesk(page, channel, input)).toMatchObject({ error: { kind: 'locked' } })
  expect((await fetchFrom(page, image ?? '')).status).toBe(403)

  await unlock(page, '13579')
  await page.getByText('PIN 码不对').waitFor()
  await unlock(page, pin)
  await rowOf(page, customer.license.name).waitFor()
  await expect
    .poll(() => acts(page))
    .toEqual(expect.arrayContaining(['protection-changed', 'locked', 'unlock-refused', 'unlocked']))
  await leave(desk)

  const again = (await launchDesk({ userData })).page()
  await again.getByRole('heading', { name: '已锁上' }).waitFor()
  await unlock(again, pin)
  await rowOf(again, customer.license.name).waitFor()
})

test('the PC sleeps, or its screen is locked: the window locks, what is typed is kept, and what was refused is told after it', async () => {
  const desk = await readOne(await newUserData())
  const page = desk.page()
  await setPin(page)
  const note = path.join(await newFolder(), '说明.txt')
  await writeFile(note, 'no picture')
  await dropFiles(page, [note])
  const turnedAway = page.getByText('说明.txt')
  await turnedAway.waitFor()
  const typed = '四川省绵阳市幸福路8号'
  for (const event of ['suspend', 'lock-screen'] as const) {
    await inputOf(page, 'address').fill(`${typed} ${event}`)
    await desk.power(event)
    await page.getByRole('heading', { name: '已锁上' }).waitFor()
    await unlock(page, pin)
    await rowOf(page, customer.license.name).waitFor()
    await expect.poll(() => inputOf(page, 'address').inputValue()).toBe(`${typed} ${event}`)
    await turnedAway.waitFor()
  }
  const panel = page.locator('section').filter({ has: turnedAway })
  await panel.getByRole('button', { name: '关闭' }).click()
  await turnedAway.waitFor({ state: 'detached' })
  await page.keyboard.press('Control+l')
  await unlock(page, pin)
  await rowOf(page, customer.license.name).waitFor()
  await expect.poll(() => turnedAway.count()).toBe(0)
})

test('after some wrong tries the next one has to wait, and the wait is counted down', async () => {
  const desk = await readOne(await newUserData())
  const page = desk.page()
  await setPin(page)
  await page.keyboard.press('Control+l')
  for (let tries = 0; tries < 4; tries++) {
    await page.getByRole('button', { name: '打开', disabled: false }).waitFor()
    await unlock(page, '1357')
    await page.getByText('PIN 码不对').waitFor()
  }
  const wait = page.getByText(/^请等 \d+ 秒再试$/).last()
  const [seen, heard] = [await wait.innerText(), await page.getByRole('status').innerText()]
  expect(heard).toContain('请等 30 秒再试')
  await expect.poll(() => wait.innerText()).not.toBe(seen)
  // It is counted down for the eye; whoever hears it is told once.
  expect(await page.getByRole('status').innerText()).toBe(heard)
  expect(await askDesk(page, 'lock:unlock', { by: 'pin', secret: pin })).toMatchObject({
    value: { kind: 'wait' },
  })
})

test('an id number is masked until it is held or checked, and looking at it is written down', async () => {
  const desk = await readOne(await newUserData())
  const page = desk.page()
  const number = inputOf(page, 'id_num')
  const shown = async (): Promise<string> => (await number.inputValue()).replaceAll(' ', '')
  // Whatever the engine doubts is confirmed first: a number that is in doubt is there to be checked.
  await confirmDoubts(page)
  await page.getByRole('listbox').focus()
  await expect.poll(shown).toContain('●')
  const masked = await shown()
  expect(masked).not.toBe(customer.license.id_num)
  const birth = inputOf(page, 'birth_date')
  await expect.poll(() => birth.inputValue()).toBe('●●●●-●●-●●')

  await page.keyboard.down('F2')
  await expect.poll(shown).not.toContain('●')
  await expect.poll(() => birth.inputValue()).toBe(customer.license.birth_date)
  await page.keyboard.up('F2')
  await expect.poll(shown).toBe(masked)
  await expect
    .poll(async () => (await acts(page)).filter((act) => act === 'number-revealed'))
    .toHaveLength(1)

  await page.getByRole('button', { name: '按住显示证号' }).focus()
  await page.keyboard.down('Space')
  await expect.poll(shown).not.toContain('●')
  await page.keyboard.up('Space')
  await expect.poll(shown).toBe(masked)
})

test('what is put away is found in the records, by a part of the name, and forgotten on demand', async () => {
  const desk = await readOne(await newUserData())
  const page = desk.page()
  await confirmDoubts(page)
  await page.getByRole('listbox').focus()
  await page.keyboard.press('Delete')
  await page.getByRole('heading', { name: '把驾驶证图片拖到这里' }).waitFor()

  await page.keyboard.press('Control+r')
  await page
    .getByRole('textbox', { name: '姓名、证号、住址或印章的一部分' })
    .fill(customer.license.name.slice(0, 3))
  const found = rowOf(page, customer.license.name)
  await found.click()
  await page.getByRole('img', { name: `${customer.license.name} 的图片` }).waitFor()

  const folder = await newFolder()
  const copy = path.join(folder, '客户.json')
  await desk.answer('save', { paths: [copy] })
  await page.getByRole('button', { name: '导出此人全部内容…' }).click()
  await page.getByRole('button', { name: /JSON/ }).click()
  await page.getByText('已写好，并核对过').waitFor()
  expect(await readFile(copy, 'utf8')).toContain(customer.license.name)
  await page.getByRole('button', { name: '关闭' }).last().click()

  await page.getByRole('button', { name: '删除此人全部内容…' }).click()
  await page.getByRole('button', { name: '全部删除' }).click()
  await found.waitFor({ state: 'detached' })
  expect(await askDesk(page, 'records:find', { text: '', offset: 0, limit: 10 })).toMatchObject({
    value: { total: 0 },
  })
  await expect
    .poll(() => acts(page))
    .toEqual(expect.arrayContaining(['record-opened', 'person-exported', 'person-forgotten']))
})

test('whoever is forgotten may be on images that are not read: that is told, and what to do', async () => {
  const { program, files } = await toldCards({ read: {}, unread: 'no-license' })
  // Not the very same image, which would go with that person.
  await appendFile(files[1] ?? '', 'another')
  const page = (await launchDesk({ program })).page()
  await dropFiles(page, files)
  await allRead(page, 2)
  await page.keyboard.press('Control+r')
  await rowOf(page, '张三').click()
  await page.getByRole('button', { name: '删除此人全部内容…' }).click()
  const dialog = dialogOf(page)
  await dialog.getByText('1 张图片没读出是谁的').waitFor()
  expect(await hindrancesInBoth(page)).toEqual([])
  await shoot(page, 'forget-unread')
  await dialog.getByRole('button', { name: '全部删除' }).click()
  await dialog.getByText('删掉 1 条记录').waitFor()
  await dialog.getByText('1 张图片没读出是谁的').waitFor()
  expect(await hindrancesInBoth(page)).toEqual([])
  await shoot(page, 'forgotten-unread')
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  await page.getByText('还没有记录').waitFor()
  await page.keyboard.press('Escape')
  await rowOf(page, 'unread.jpg').waitFor()
})

test('a pause holds what waits, and says so, until somebody goes on', async () => {
  const page = (await launchDesk()).page()
  await page.getByRole('heading', { name: '把驾驶证图片拖到这里' }).waitFor()
  await page.keyboard.press('p')
  await page.getByText('已暂停').waitFor()
  await dropFiles(page, [customer.path])
  await page.locator('[data-state=queued]').waitFor()
  await page.getByText('排队中；读取已暂停').waitFor()
  await page.getByRole('button', { name: '继续' }).click()
  await allRead(page, 1)
  expect(await rows(page).count()).toBe(1)
})

test('when the key of the system is gone the recovery passphrase opens the records again', async () => {
  const userData = await newUserData()
  const before = await readOne(userData)
  const page = before.page()
  await openProtection(page)
  await page.getByRole('button', { name: '设一句' }).click()
  await page.getByLabel('新的口令，至少 10 个字符').fill(phrase)
  await page.getByLabel('我已经抄好了').check()
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByText('已设恢复口令').waitFor()
  await page.keyboard.press('Escape')
  await leave(before)
  await loseSystemKey(userData)

  const desk = await launchDesk({ userData })
  const shut = desk.page()
  await shut.getByRole('heading', { name: '请输入恢复口令' }).waitFor()
  expect(await askDesk(shut, 'desk:snapshot', null)).toMatchObject({ error: { kind: 'refused' } })
  await shut.getByLabel('恢复口令').fill('seven red rivers')
  await shut.keyboard.press('Enter')
  await shut.getByText('口令不对').waitFor()
  await shut.getByLabel('恢复口令').fill(phrase)
  await shut.keyboard.press('Enter')
  await rowOf(shut, customer.license.name).waitFor()
  await leave(desk)

  const after = await launchDesk({ userData })
  await rowOf(after.page(), customer.license.name).waitFor()
})

/** What the system sealed is sealed by nobody any more, as after a new installation. */
async function loseSystemKey(userData: string): Promise<void> {
  for (const name of ['keys.json', 'keys.last-good.json']) {
    const file = path.join(userData, 'records', name)
    const ring: unknown = JSON.parse(await readFile(file, 'utf8'))
    const wrapped: unknown = Reflect.get(Object(ring), 'wrapped')
    Reflect.set(Object(wrapped), 'system', Buffer.from('another system').toString('base64'))
    await writeFile(file, JSON.stringify(ring))
  }
}
