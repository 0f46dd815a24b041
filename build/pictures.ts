import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { Locator, Page } from 'playwright-core'
import sharp from 'sharp'
import {
  defaultSettings,
  type Language,
  languages,
  type Settings,
} from '../core/settings/settings.ts'
import { wordsIn } from '../core/words/words.ts'
import { launch } from '../test/stand-in/browser/launch.ts'
import { findBrowser } from './browser.ts'

interface Scene {
  /** Leads on from the scene before. */
  readonly stage: (page: Page) => Promise<void>
  /** Names of the files in `docs/pictures`, without endings, each with the part of the window to show; else all of it. */
  readonly pictures: Readonly<Record<string, Clip | undefined>>
}

interface Clip {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const root = path.resolve(import.meta.dirname, '..')
const samples = path.join(root, 'build', 'samples')
const patience = 600_000
/** As wide as the window at first, and so high that a photo on its side fills its pane. */
const screen = { width: 1360, height: 740 }
/** Where the picture shows the table to be. */
const tables = path.join(os.tmpdir(), '驾照登记')
const toLookAt = '[data-field][data-look="true"]'
/** Of the pictures that stand side by side. */
const partSize = { width: 500, height: 460 }
const middle = { x: 430, y: 140, ...partSize }
/** A button, by its words in either language. */
const button = (
  page: Page,
  key: 'trySamples' | 'retryAll' | 'settings' | 'openProtection',
): Locator =>
  page.getByRole('button', {
    name: new RegExp(`^(?:${languages.map((language) => wordsIn(language)(key)).join('|')})`),
  })
/** Somebody whose address is in doubt, with what else it may be. */
const opened = '杜成'

const empty = (page: Page): Promise<void> =>
  page.getByRole('main').getByRole('button').first().waitFor()

async function untilRead(page: Page): Promise<void> {
  await page.getByRole('progressbar').waitFor({ state: 'hidden' })
  await page
    .locator('[data-state="reading"], [data-state="queued"]')
    .first()
    .waitFor({ state: 'detached' })
}

/** Reads the samples and opens one that a person must look at. */
async function look(page: Page): Promise<void> {
  await button(page, 'trySamples').click()
  const { length: files } = await readdir(samples)
  await page
    .getByRole('option')
    .nth(files - 1)
    .waitFor()
  await untilRead(page)
  // On a computer that does much else the engine may be too slow for one of them.
  const failures = page.locator('header').getByRole('button').nth(2)
  while (!/^\D*0\b/.test(await failures.innerText())) {
    await failures.click()
    await button(page, 'retryAll').click()
    await failures.click()
    await untilRead(page)
  }
  await page.getByRole('option').filter({ hasText: opened }).click()
  await page.locator('[data-pane="image"] img').waitFor()
  await page.locator(toLookAt).locator('input, textarea').first().focus()
}

async function protect(page: Page): Promise<void> {
  await button(page, 'settings').click()
  await button(page, 'openProtection').click()
  await page.getByRole('dialog').getByRole('switch').first().waitFor()
}

async function findRecord(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await page.keyboard.press('Control+r')
  await page.locator('#search').waitFor()
  await page.keyboard.press('ArrowDown')
  // It has no height before it is loaded.
  await page.locator('figure img').waitFor()
}

/** Confirms all that is left to look at, and exports. */
async function exportAll(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  await page.getByRole('option').first().waitFor()
  const toLook = page.locator('header').getByRole('button').nth(1)
  await page.keyboard.press('Control+Enter')
  // Enter on the last doubt of a license goes on to the next one.
  while (!/^\D*0\b/.test(await toLook.innerText())) {
    await page.keyboard.press('Enter')
    await page.evaluate('new Promise(requestAnimationFrame)')
  }
  await page.keyboard.press('Control+e')
  await page.getByRole('dialog').waitFor()
}

const scenes: readonly Scene[] = [
  { stage: empty, pictures: { 'step-drop': { x: 360, y: 110, width: 640, height: 560 } } },
  {
    stage: look,
    pictures: { desk: undefined, 'step-look': { x: 908, y: 56, width: 452, height: 464 } },
  },
  { stage: protect, pictures: { protection: { x: 360, y: 170, width: 640, height: 400 } } },
  { stage: findRecord, pictures: { records: undefined } },
  { stage: exportAll, pictures: { 'step-export': middle } },
]

/** Takes the pictures of the READMEs and the guides from the built program as it runs; English ones end in `-english`. */
async function takePictures(browser: string): Promise<void> {
  const folder = path.join(root, 'docs', 'pictures')
  await mkdir(folder, { recursive: true })
  for (const language of languages)
    await withProgram(browser, language, async (page) => {
      for (const { stage, pictures } of scenes) {
        await stage(page)
        await page.mouse.move(0, 0)
        for (const [name, part] of Object.entries(pictures)) {
          const taken = await page.screenshot({
            animations: 'disabled',
            ...(part && { clip: part }),
          })
          const file = `${name}${language === 'en' ? '-english' : ''}.png`
          await sharp(taken)
            .png({ palette: true, quality: 90, effort: 10 })
            .toFile(path.join(folder, file))
          console.log(`docs/pictures/${file}`)
        }
      }
    })
}

async function withProgram(
  browser: string,
  language: Language,
  use: (page: Page) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'license-desk-picture-'))
  await mkdir(tables, { recursive: true })
  const settings: Settings = { ...defaultSettings, language, appearance: 'light' }
  await writeFile(path.join(folder, 'settings.json'), JSON.stringify(settings))
  const program = await launch({
    appFolder: root,
    userData: folder,
    browser,
    isVisible: false,
    screen,
    languages: ['zh-CN'],
    answerDialog: async () => ({ paths: [path.join(tables, '驾照.xlsx')] }),
  })
  try {
    const page = await program.firstWindow()
    page.setDefaultTimeout(patience)
    await use(page)
  } finally {
    await program.quit()
    for (const made of [folder, tables]) await rm(made, { recursive: true, force: true })
  }
}

const browser = findBrowser()
if (browser === undefined) {
  console.error('Install Chromium, Chrome or Edge to take the pictures.')
  process.exitCode = 1
} else await takePictures(browser)
