import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { run } from 'axe-core'
import type { Page } from 'playwright-core'
import { root } from './launch-desk.ts'
import { standsStill } from './view.ts'

declare global {
  var axe: { readonly run: typeof run }
}

/** What hinders people who see little, or work without a mouse: the rule and the places in the page. */
export async function hindrances(page: Page): Promise<string[]> {
  await standsStill(page)
  await page.evaluate(await readFile(path.join(root, 'node_modules/axe-core/axe.min.js'), 'utf8'))
  const { violations } = await page.evaluate(() => globalThis.axe.run())
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
}

/** The same in both palettes. */
export async function hindrancesInBoth(page: Page): Promise<string[]> {
  const found: string[] = []
  for (const colorScheme of ['dark', 'light'] as const) {
    // What fades in is hard to read until it is there.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.waitForFunction(
      (wanted) => document.documentElement.dataset['mantineColorScheme'] === wanted,
      colorScheme,
    )
    found.push(...(await hindrances(page)))
  }
  return found
}
