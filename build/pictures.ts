import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { defaultSettings, type Settings } from '../core/settings/settings.ts'
import { launch } from '../test/stand-in/browser/launch.ts'
import { findBrowser } from './browser.ts'

interface Picture {
  /** Of the file in `docs/pictures`, without its ending; English ones end in `-english`. */
  readonly name: string
  readonly language: 'zh' | 'en'
  readonly stage: (page: Page) => Promise<void>
  /** The part of the window to show, in pixels from its top left; else all of it. */
  readonly part?: Clip
}

type Clip = { readonly x: number; readonly y: number } & typeof partSize

const root = path.resolve(import.meta.dirname, '..')
const samples = path.join(root, 'build', 'samples')
const readingTime = 120_000
/** As wide as the window at first, and so high that a photo on its side fills its pane. */
const screen = { width: 1360, height: 740 }
/** Where the picture shows the table to be. */
const tables = path.join(os.tmpdir(), '驾照登记')
const toLookAt = '[data-field][data-look="true"]'
/** Of the pictures that stand side by side. */
const partSize = { width: 500, height: 460 }
/** Somebody whose address is in doubt, with what else it may be. */
const opened = '沈佳梅'

async function readSamples(page: Page): Promise<void> {
  await page.getByRole('progressbar').waitFor()
  await page.getByRole('progressbar').waitFor({ state: 'hidden', timeout: readingTime })
}

/** Reads the samples and opens one that a person must look at. */
async function look(page: Page): Promise<void> {
  await readSamples(page)
  await page.getByRole('option').filter({ hasText: opened }).click()
  await page.keyboard.press('Tab')
  await page.locator(toLookAt).locator('input, textarea').first().focus()
}

/** Confirms all that is left to look at, and exports. */
async function exportAll(page: Page): Promise<void> {
  await readSamples(page)
  const { length: most } = await readdir(samples)
  for (let licenses = 0; licenses < most; licenses += 1) {
    await page.keyboard.press('Control+Enter')
    for (let left = await page.locator(toLookAt).count(); left > 0; left -= 1) {
      await page.keyboard.press('Enter')
      await page
        .locator(toLookAt)
        .nth(left - 1)
        .waitFor({ state: 'detached' })
    }
  }
  await page.keyboard.press('Control+e')
  await page.getByRole('dialog').waitFor()
}

async function protect(page: Page): Promise<void> {
  await readSamples(page)
  await page.locator('header').getByRole('button').nth(-2).click()
  await page.getByRole('dialog').getByRole('button').last().click()
  await page.getByRole('switch').waitFor()
}

async function findRecord(page: Page): Promise<void> {
  await readSamples(page)
  await page.keyboard.press('Control+r')
  await page.locator('#search').waitFor()
  await page.keyboard.press('ArrowDown')
  // It has no height before it is loaded.
  await page.locator('figure img').waitFor()
}

const empty = (page: Page): Promise<void> =>
  page.getByRole('main').getByRole('button').first().waitFor()

/** What the three steps show: the place to drop, the fields with one in doubt, what is said in the end. */
const steps = {
  'step-drop': { stage: empty, part: { x: 430, y: 150, ...partSize } },
  'step-look': { stage: look, part: { x: 860, y: 60, ...partSize } },
  'step-export': { stage: exportAll, part: { x: 430, y: 150, ...partSize } },
}
const scenes = { desk: look, protection: protect, records: findRecord }

const pictures: readonly Picture[] = [
  ...Object.entries(steps).flatMap(([name, step]) => inBoth({ name, ...step })),
  ...Object.entries(scenes).flatMap(([name, stage]) => inBoth({ name, stage })),
]

function inBoth(picture: Omit<Picture, 'language'>): readonly Picture[] {
  return [
    { ...picture, language: 'zh' },
    { ...picture, name: `${picture.name}-english`, language: 'en' },
  ]
}

/** Takes the pictures of the READMEs and the guides from the built program as it runs; all, or those that are named. */
async function takePictures(browser: string, named: readonly string[]): Promise<void> {
  const folder = path.join(root, 'docs', 'pictures')
  await mkdir(folder, { recursive: true })
  for (const picture of pictures) {
    if (named.length > 0 && !named.includes(picture.name)) continue
    const taken = await take(picture, browser)
    await sharp(taken)
      .png({ palette: true, quality: 90, effort: 10 })
      .toFile(path.join(folder, `${picture.name}.png`))
    console.log(`docs/pictures/${picture.name}.png`)
  }
}

async function take(picture: Picture, browser: string): Promise<Buffer> {
  const { language, stage, part } = picture
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
    args: stage === empty ? [] : [samples],
    languages: ['zh-CN'],
    answerDialog: async () => ({ paths: [path.join(tables, '驾照.csv')] }),
  })
  try {
    const page = await program.firstWindow()
    await stage(page)
    await page.mouse.move(0, 0)
    return await page.screenshot({ animations: 'disabled', ...(part && { clip: part }) })
  } finally {
    await program.quit()
    for (const made of [folder, tables]) await rm(made, { recursive: true, force: true })
  }
}

const browser = findBrowser()
if (browser === undefined) {
  console.error('Install Chromium, Chrome or Edge to take the pictures.')
  process.exitCode = 1
} else await takePictures(browser, process.argv.slice(2))
