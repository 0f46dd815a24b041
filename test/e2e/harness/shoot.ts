import path from 'node:path'
import type { Page } from 'playwright-core'
import { standsStill } from './view.ts'

const folder = process.env['SHOTS']

/**
 * Keeps a picture of the window for a person to look at, where `SHOTS` names a folder: light and dark, unless the settings
 * say which.
 */
export async function shoot(page: Page, name: string): Promise<void> {
  if (folder === undefined) return
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await standsStill(page)
    await page.screenshot({
      path: path.join(folder, `${name}-${colorScheme}.png`),
      animations: 'disabled',
    })
  }
}
