import type { Page } from 'playwright-core'

/**
 * Drags files over the middle of the window, once the desk is there, and lets them go, as the system does.
 * What happens while they hang there is up to the test.
 */
export const dropFiles = (
  page: Page,
  files: readonly string[],
  whileHanging?: () => Promise<void>,
): Promise<void> => drop(page, { items: [], files: [...files] }, whileHanging)

/** The same of what a browser lets go of: no file, but kinds of text. */
export const dropFromPage = (
  page: Page,
  carried: Readonly<Record<string, string>>,
): Promise<void> =>
  drop(page, {
    items: Object.entries(carried).map(([mimeType, data]) => ({ mimeType, data })),
    files: [],
  })

async function drop(
  page: Page,
  dragged: { readonly items: { mimeType: string; data: string }[]; readonly files: string[] },
  whileHanging?: () => Promise<void>,
): Promise<void> {
  await page.locator('[data-pane=top]').waitFor()
  const [x, y] = await page.evaluate(() => [innerWidth / 2, innerHeight / 2] as const)
  await page.evaluate(() => {
    const note = (): void => document.body.setAttribute('data-dropped', '')
    addEventListener('drop', note, { once: true })
  })
  const session = await page.context().newCDPSession(page)
  const data = { ...dragged, dragOperationsMask: 1 }
  const drag = async (type: 'dragEnter' | 'dragOver' | 'drop'): Promise<void> => {
    await session.send('Input.dispatchDragEvent', { type, x, y, data })
  }
  await drag('dragEnter')
  await drag('dragOver')
  await whileHanging?.()
  await drag('drop')
  // The session takes a drop with it that has not yet come to the page.
  await page.locator('body[data-dropped]').waitFor()
  await page.evaluate(() => document.body.removeAttribute('data-dropped'))
  await session.detach()
}
