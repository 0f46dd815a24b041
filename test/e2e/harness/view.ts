import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { FieldName } from '../../../core/license/field.ts'
import { patience } from './patience.ts'

/** The rows of the list. */
export const rows = (page: Page): Locator => page.getByRole('option')

/** The row of a license or file. */
export const rowOf = (page: Page, name: string): Locator => rows(page).filter({ hasText: name })

/** The dialog that lies before all else; a menu that is open is none. */
export const dialogOf = (page: Page): Locator => page.locator('[role=dialog][aria-modal=true]')

/** How many rows stand in each state, as their marks say. */
export async function countStates(page: Page): Promise<Readonly<Record<string, number>>> {
  const states = await page
    .getByRole('option')
    .locator('[data-state]')
    .evaluateAll((marks) => marks.map((mark) => mark.getAttribute('data-state') ?? ''))
  const counts: Record<string, number> = {}
  for (const state of states) counts[state] = (counts[state] ?? 0) + 1
  return counts
}

/** Waits until nothing is read any more. */
export async function allRead(page: Page, count: number): Promise<void> {
  const isOver = (wanted: number): boolean => {
    const marks = [...document.querySelectorAll('[role=option] [data-state]')]
    const busy = marks.some((mark) => /queued|reading/.test(mark.getAttribute('data-state') ?? ''))
    return marks.length === wanted && !busy
  }
  await page.waitForFunction(isOver, count, { timeout: patience }).catch(async (error: unknown) => {
    const shown = JSON.stringify(await countStates(page))
    throw new Error(`not all of ${count} are read: ${shown}`, { cause: error })
  })
}

/** Waits until nothing moves in the window but what always does, nor is about to, and what was put off till later is done. */
export async function standsStill(page: Page): Promise<void> {
  await page.waitForFunction(async () => {
    const frame = (): Promise<number> => new Promise(requestAnimationFrame)
    await frame()
    await frame()
    await new Promise((later) => setTimeout(later))
    await document.fonts.ready
    return document
      .getAnimations()
      .every(
        ({ playState, effect }) =>
          playState !== 'running' || effect?.getComputedTiming().endTime === Infinity,
      )
  })
}

/** Waits until the keyboard is there. */
export const hasKeyboard = (place: Locator): Promise<void> =>
  place.and(place.page().locator(':focus')).waitFor({ state: 'attached' })

/** Presses Enter at every doubt about the license that is shown, one after the other, until none is left. */
export async function confirmDoubts(page: Page): Promise<void> {
  await fieldOf(page, 'name').waitFor()
  const doubts = page.locator('[data-pane=fields] div[data-look=true]')
  for (let left = await doubts.count(); left > 0; left = await doubts.count()) {
    await doubts.first().locator('input, textarea').first().press('Enter')
    await expect.poll(() => doubts.count()).toBeLessThan(left)
  }
}

/** What stands in one field of the license that is shown, without the gaps and the mask that only the eye needs. */
export async function valueIn(page: Page, field: FieldName): Promise<string> {
  if (field === 'id_num') await inputOf(page, field).focus()
  const shown = await inputOf(page, field).inputValue()
  return field === 'id_num' ? shown.replaceAll(/\s/g, '') : shown
}

export const inputOf = (page: Page, field: FieldName): Locator =>
  page.locator(`[data-pane=fields] span[data-field=${field}]`).locator('input, textarea')

/** Everything that is said about one field. */
export const fieldOf = (page: Page, field: FieldName): Locator =>
  page.locator(`[data-pane=fields] div[data-field=${field}]`)
