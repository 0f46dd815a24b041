import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { wordsIn } from '../../core/words/words.ts'
import { dropFiles } from './harness/drop-files.ts'
import { hindrancesInBoth } from './harness/hindrances.ts'
import { launchDesk, newUserData } from './harness/launch-desk.ts'
import { shoot } from './harness/shoot.ts'
import { toldCards } from './harness/told-cards.ts'
import { allRead, dialogOf, rows, standsStill } from './harness/view.ts'

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
    return [...document.querySelectorAll('button, input, textarea, [role=option]')]
      .filter((one) => one.closest('[role=alert]') === null && one.checkVisibility())
      .filter((one) => {
        const { left, right, top, bottom } = one.getBoundingClientRect()
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
