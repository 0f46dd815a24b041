import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { askDesk } from './harness/ask.ts'
import { dropFiles } from './harness/drop-files.ts'
import { hindrancesInBoth } from './harness/hindrances.ts'
import { copyOf, sample } from './harness/images.ts'
import { launchDesk, newFolder } from './harness/launch-desk.ts'
import { shoot } from './harness/shoot.ts'
import { allRead, dialogOf, inputOf, rowOf, rows } from './harness/view.ts'

const customer = sample('客户驾照.jpg')
const { name, id_num: number } = customer.license
const movedTo = '四川省绵阳市幸福路8号'

/** Nothing hinders anybody, light or dark; and pictures of it, where somebody wants to look. */
async function isFine(page: Page, screen: string): Promise<void> {
  expect({ screen, hindrances: await hindrancesInBoth(page) }).toEqual({ screen, hindrances: [] })
  await shoot(page, screen)
}

async function correct(page: Page, field: 'address' | 'valid_to', value: string): Promise<void> {
  await inputOf(page, field).fill(value)
  await inputOf(page, field).press('Enter')
  await expect
    .poll(async () => JSON.stringify(await askDesk(page, 'desk:snapshot', null)))
    .toContain(value)
}

async function openFromSettings(page: Page, screen: string): Promise<void> {
  await page.getByRole('button', { name: '设置', exact: true }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: screen }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: screen }).waitFor()
}

const acts = async (page: Page): Promise<unknown[]> => {
  const answer = await askDesk(page, 'audit:newest', { limit: 100 })
  if (!answer.ok || !Array.isArray(answer.value)) throw new Error('no log')
  return answer.value.map((entry: unknown) => Reflect.get(Object(entry), 'act'))
}

test('a customer who comes again is known; records are merged when somebody says so, and taken apart again', async () => {
  const page = (await launchDesk()).page()
  await dropFiles(page, [customer.path])
  await allRead(page, 1)
  await rowOf(page, name).click()
  expect(await page.getByRole('region', { name: '来过' }).count()).toBe(0)
  await correct(page, 'address', movedTo)

  await dropFiles(page, [await copyOf(customer, path.join(await newFolder(), '再来.jpg'))])
  await allRead(page, 2)
  await rows(page).last().click()
  const seen = page.getByRole('region', { name: '来过' })
  await seen.getByText('变了 1 项').waitFor()
  await seen.locator('summary').focus()
  await page.keyboard.press('Enter')
  await seen.getByText(movedTo).waitFor()
  await isFine(page, 'customers-desk')

  await seen.getByRole('button', { name: '合并成一条…' }).focus()
  await page.keyboard.press('Enter')
  const question = dialogOf(page)
  await question.getByRole('img').nth(1).waitFor()
  await isFine(page, 'customers-merge')
  await page.keyboard.press('Escape')
  await question.waitFor({ state: 'detached' })
  await expect.poll(() => rows(page).count()).toBe(2)

  await seen.getByRole('button', { name: '合并成一条…' }).click()
  await question.getByRole('button', { name: '合并', exact: true }).click()
  await question.waitFor({ state: 'detached' })
  await expect.poll(() => rows(page).count()).toBe(1)

  await page.keyboard.press('Control+r')
  await page.getByText('1 条', { exact: true }).waitFor()
  await rowOf(page, name).click()
  await page.getByText('另有 1 条并在这里').waitFor()
  await isFine(page, 'customers-parts')
  await page.getByRole('button', { name: /^拆开/ }).click()
  await page.getByText('2 条', { exact: true }).waitFor()
  await seen.getByText(movedTo).waitFor()
  await isFine(page, 'customers-record')
  await seen.getByRole('button', { name: '打开那条' }).click()
  await page.locator('dd[data-field=address]').getByText(movedTo).waitFor()
  await page.getByText(/又读过/).waitFor()
  await expect
    .poll(() => acts(page))
    .toEqual(expect.arrayContaining(['records-merged', 'records-parted']))
})

test('whose license expires soon stands on a list to call, and the figures tell how well it reads here', async () => {
  const desk = await launchDesk()
  const page = desk.page()
  await page.getByRole('heading', { name: '把驾驶证图片拖到这里' }).waitFor()
  for (const [screen, empty] of [
    ['快到期的驾驶证', '这段时间没有到期的'],
    ['这里读得怎么样', '还没有可数的'],
  ] as const) {
    await openFromSettings(page, screen)
    await page.getByText(empty).waitFor()
    await isFine(page, `overview-empty-${screen}`)
    await page.keyboard.press('Escape')
  }

  await dropFiles(page, [customer.path])
  await allRead(page, 1)
  await rowOf(page, name).click()
  const soon = dayFromNow(40)
  await correct(page, 'valid_to', soon)

  await openFromSettings(page, '快到期的驾驶证')
  const row = page.getByRole('row').filter({ hasText: name })
  await row.getByText(soon).waitFor()
  expect(await row.innerText()).not.toContain(number)
  await isFine(page, 'renewals')
  await page.getByText('30 天').click()
  await page.getByText('这段时间没有到期的').waitFor()
  await page.getByText('90 天').click()
  await page.getByRole('button', { name: '有效期至' }).click()
  await page
    .getByRole('columnheader', { name: '有效期至' })
    .and(page.locator('[aria-sort=descending]'))
    .waitFor()

  const folder = await newFolder()
  const list = path.join(folder, '名单.csv')
  await desk.answer('save', { paths: [list] })
  await page.getByRole('button', { name: '导出通知名单（1）' }).click()
  await page.getByText('已写好，读回核对过').waitFor()
  const called = await readFile(list, 'utf8')
  expect(called).toContain(`${name},${number},${customer.license.car_class},${soon},40,`)
  await row.getByRole('button', { name }).click()
  await page.locator('dd[data-field=valid_to]').getByText(soon).waitFor()
  await page.keyboard.press('Escape')

  await openFromSettings(page, '这里读得怎么样')
  const corrected = page.locator('tr[data-field=valid_to]')
  await corrected.waitFor()
  expect((await corrected.innerText()).split(/\s+/).filter((word) => word === '1')).toHaveLength(2)
  await page.getByRole('img', { name: /读对的比例/ }).waitFor()
  await isFine(page, 'figures')
  const counts = path.join(folder, '数目.csv')
  await desk.answer('save', { paths: [counts] })
  await page.getByRole('button', { name: '导出数目' }).click()
  await page.getByText('已写好，读回核对过').waitFor()
  const told = await readFile(counts, 'utf8')
  expect(told).toContain('有效期止')
  for (const value of [name, number, soon, customer.license.address])
    expect(told).not.toContain(value)

  // What is deleted leaves its counts behind, and nothing else.
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+r')
  await rowOf(page, name).click()
  await page.getByRole('button', { name: '删除此人全部内容…' }).click()
  await page.getByRole('button', { name: '全部删除' }).click()
  await page.getByText('还没有记录').waitFor()
  await page.keyboard.press('Escape')
  await openFromSettings(page, '这里读得怎么样')
  await page.getByText('其中 1 张的记录已删除，只留下了数目。').waitFor()
  await corrected.waitFor()
})

function dayFromNow(days: number): string {
  const on = new Date(Date.now() + days * 86_400_000)
  return [on.getFullYear(), on.getMonth() + 1, on.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-')
}
