import path from 'node:path'
import type { Page } from 'playwright-core'
import { turnTo } from './palette.ts'

const folder = process.env['SHOTS']

/** Keeps a picture of the window for a person to look at, light and dark, where `SHOTS` names a folder. */
export async function shoot(page: Page, name: string): Promise<void> {
  if (folder === undefined) return
  for (const colorScheme of ['light', 'dark'] as const) {
    await turnTo(page, colorScheme)
    await page.screenshot({
      path: path.join(folder, `${name}-${colorScheme}.png`),
      animations: 'disabled',
    })
  }
}
