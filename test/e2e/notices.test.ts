import path from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { readAs } from '../core/license/sample.ts'
import { wordsIn } from '../../core/words/words.ts'
import { dropFiles } from './harness/drop-files.ts'
import { hindrancesInBoth } from './harness/hindrances.ts'
import { launchDesk, newFolder, newUserData } from './harness/launch-desk.ts'
import { shoot } from './harness/shoot.ts'
import { toldCards } from './harness/told-cards.ts'
import { allRead, confirmDoubts, dialogOf, rows, standsStill } from './harness/view.ts'

const sizes = [
  { width: 1280, height: 800 },
  { width: 1024, height: 700 },
]

/** Which buttons, fields and lines of the list lie under what is told, in whole or in part. */
const covered = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const notices = [...document.querySelectorAll('[role=alert]')].map((one) =>
      one.getBoundingClientRect(),
    )
    if (notices.length === 0) throw new Error('nothing is told')
    /** What of it is not scrolled out of sight. */
    const inSight = (one: Element): { top: number; bottom: number } => {
      let { top, bottom } = one.getBoundingClientRect()
      for (let around = one.parentElement; around !== null; around = around.parentElement) {
        if (getComputedStyle(around).overflowY === 'visible') continue
        const box = around.getBoundingClientRect()
        top = Math.max(top, box.top)
        bottom = Math.min(bottom, box.bottom)
      }
      return { top, bottom }
    }
    return [...document.querySelectorAll('button, input, textarea, [role=option]')]
      .filter((one) => one.closest('[role=alert]') === null && one.checkVisibility())
      .filter((one) => {
        const { left, right } = one.getBoundingClientRect()
        const { top, bottom } = inSight(one)
        const isUnder = (notice: DOMRect): boolean =>
          left < notice.right && notice.left < right && top < notice.bottom && notice.top < bottom
        return notices.some(isUnder)
      })
      .map((one) => one.getAttribute('aria-label') ?? one.textContent ?? one.tagName)
  })

async function lieFree(page: Page, name: string): Promise<void> {
  for (const size of sizes) {
    await page.setViewportSize(size)
    await standsStill(page)
    expect({ size, covered: await covered(page) }).toEqual({ size, covered: [] })
  }
  await shoot(page, name)
}

test.each(['zh', 'en'] as const)(
  'what is told covers nothing that one needs next, and is reached by the keyboard: %s',
  async (language) => {
    const t = wordsIn(language)
    const { program, files } = await toldCards({ a: {}, b: {} })
    const userData = await newUserData({ language })
    const page = (await launchDesk({ program, userData })).page()
    await dropFiles(page, files)
    await allRead(page, 2)
    await page.getByRole('listbox').focus()
    await page.keyboard.press('Delete')
    const undo = page.getByRole('alert').getByRole('button', { name: t('undo'), exact: true })
    await undo.waitFor()
    await lieFree(page, `told-undo-${language}`)
    expect(await hindrancesInBoth(page)).toEqual([])
    for (let presses = 0; presses < 8; presses += 1) {
      if (await undo.evaluate((button) => button === document.activeElement)) break
      await page.keyboard.press('F6')
    }
    await page.keyboard.press('Enter')
    await expect.poll(() => rows(page).count()).toBe(2)

    await page.keyboard.press('Control+r')
    await rows(page).first().click()
    await page.getByRole('button', { name: t('doNotRentAdd') }).click()
    await dialogOf(page).getByRole('textbox').fill('2026-03')
    await dialogOf(page)
      .getByRole('button', { name: t('doNotRentAddYes') })
      .click()
    await page.getByRole('alert').getByText(t('doNotRentAdded')).waitFor()
    await lieFree(page, `told-list-${language}`)
    await page.getByRole('button', { name: t('personForget') }).click()
    await dialogOf(page)
      .getByRole('button', { name: t('personForgetYes') })
      .click()
    await page.getByRole('alert').getByText(t('personForgotten'), { exact: true }).waitFor()
    // It stands in the place of what was told before.
    await page.getByText(t('doNotRentAdded')).waitFor({ state: 'detached' })
    await lieFree(page, `told-forgotten-${language}`)
  },
)

test('the page makes room for a failure that takes several lines', async () => {
  const t = wordsIn('en')
  const { program, files } = await toldCards({ a: { name: readAs('余明远', 0.6) } })
  const handoverFolder = path.join(await newFolder(), 'rental system')
  const userData = await newUserData({ language: 'en', textSize: 150, handoverFolder })
  const page = (await launchDesk({ program, userData })).page()
  await page.setViewportSize({ width: 560, height: 480 })
  const height = () => page.locator('#root').evaluate((root) => root.clientHeight)
  const before = await height()
  await dropFiles(page, files)
  await allRead(page, 1)
  await confirmDoubts(page)
  const told = page.getByRole('alert').filter({ hasText: t('handoverFailed') })
  await told.waitFor()
  await expect.poll(height).toBeLessThan(before)
  await standsStill(page)
  await expect.poll(() => covered(page)).toEqual([])
  await shoot(page, 'told-failure')
  await told.getByRole('button', { name: t('close') }).click()
  await expect.poll(height).toBe(before)
})
