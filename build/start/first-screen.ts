import type { Page } from 'playwright-core'

/** Waits until the window shows the invitation to drop images; leaves a picture of it where one is wished. */
export async function seeFirstScreen(page: Page, picture: string | undefined): Promise<void> {
  await page.getByRole('main').getByRole('button').first().waitFor({ timeout: 20_000 })
  if (picture !== undefined) await page.screenshot({ path: picture })
}
