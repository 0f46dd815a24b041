import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { Program } from './harness/program.ts'
import { hindrancesInBoth } from './harness/hindrances.ts'
import { launchDesk, newUserData } from './harness/launch-desk.ts'
import { shoot } from './harness/shoot.ts'

/** Chooses a language in the settings menu, as a person would. */
async function choose(page: Page, language: '中文' | 'English'): Promise<void> {
  await page.getByRole('button', { name: /^(设置|Settings)$/ }).click()
  await page
    .getByRole('radiogroup', { name: /^(语言|Language)$/ })
    .getByText(language, { exact: true })
    .click()
}

const heading = (page: Page, text: string): Promise<void> =>
  page.getByRole('heading', { name: text }).waitFor()

async function leave(desk: Program): Promise<void> {
  await desk.quit()
  expect(await desk.ended).toBe(0)
}

const messages = async (desk: Program): Promise<string[]> =>
  (await desk.asked()).flatMap((ask) =>
    ask.kind === 'message' ? [`${ask.options.message}\n${ask.options.detail}`] : [],
  )

test('settings survive a restart', async () => {
  const userData = await newUserData()
  const before = await launchDesk({ userData })
  await heading(before.page(), '把驾驶证图片拖到这里')
  await choose(before.page(), 'English')
  await heading(before.page(), 'Drop license images here')
  await leave(before)

  const after = await launchDesk({ userData })
  await heading(after.page(), 'Drop license images here')
  expect(await after.asked()).toEqual([])
})

test('a date is typed in the order in which the desk writes it, in the language that was just chosen', async () => {
  const page = (await launchDesk()).page()
  const types = async (label: string, text: string): Promise<string> => {
    await page.getByLabel(label).focus()
    await page.keyboard.type(text)
    return page.getByLabel(label).inputValue()
  }
  await heading(page, '把驾驶证图片拖到这里')
  await page.keyboard.press('Control+g')
  expect(await types('取车', '2027/03/04')).toBe('2027-03-04')
  await page.keyboard.press('Escape')
  await choose(page, 'English')
  await heading(page, 'Drop license images here')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+g')
  expect(await types('Pick-up', '2028-05-06')).toBe('2028-05-06')
})

test('a settings file that is torn is set aside, the last good one restored, and that is said (fault 17)', async () => {
  const userData = await newUserData()
  const before = await launchDesk({ userData })
  await choose(before.page(), 'English')
  await heading(before.page(), 'Drop license images here')
  await leave(before)
  const torn = '{"language": "e'
  await writeFile(path.join(userData, 'settings.json'), torn)

  const after = await launchDesk({ userData })
  await heading(after.page(), 'Drop license images here')
  const aside = (await readdir(userData)).filter((name) => name.startsWith('settings.broken-'))
  expect(aside).toHaveLength(1)
  const kept = path.join(userData, aside[0] ?? '')
  expect(await readFile(kept, 'utf8')).toBe(torn)
  await expect.poll(() => messages(after)).toHaveLength(1)
  const [said] = await messages(after)
  expect(said).toContain('the last good settings were restored')
  expect(said).toContain(kept)
})

test('without a last good file the program starts with its defaults, and says so', async () => {
  const userData = await newUserData()
  await writeFile(path.join(userData, 'settings.json'), 'not json')
  const desk = await launchDesk({ userData })
  await desk.page().getByRole('main').getByRole('button').first().waitFor()
  await expect.poll(() => messages(desk)).toHaveLength(1)
  expect((await messages(desk))[0]).toMatch(/已改用默认设置|default settings are used/)
})

test('the menu tells what is looked at from what is set', async () => {
  const page = (await launchDesk()).page()
  await heading(page, '把驾驶证图片拖到这里')
  await page.getByRole('button', { name: '设置', exact: true }).click()
  const menu = page.getByRole('dialog', { name: '设置' })
  const namesIn = (group: string): Promise<string[]> =>
    menu.getByRole('region', { name: group }).getByRole('button').allInnerTexts()
  expect(await namesIn('名单与统计')).toEqual(['快到期的驾驶证', '这里读得怎么样', '不租名单…'])
  expect(await namesIn('本店的设置')).toEqual([
    '读取方式与微信账号',
    '店规…',
    '保护：锁屏与恢复口令',
  ])
  expect(await hindrancesInBoth(page)).toEqual([])
  await shoot(page, 'menu')
  await page.setViewportSize({ width: 1024, height: 700 })
  await shoot(page, 'menu-small')
  await menu.getByRole('button', { name: '关于驾照登记台' }).click()
  await heading(page, '关于驾照登记台')
})
