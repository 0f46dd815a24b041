import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { defaultSettings, type Settings } from '../core/settings/settings.ts'
import { launch } from '../test/stand-in/browser/launch.ts'
import { findBrowser } from './browser.ts'

interface Picture {
  /** Of the file in `docs/pictures`, without its ending. */
  readonly name: string
  readonly settings: Partial<Settings>
  readonly stage: (page: Page) => Promise<void>
}

const root = path.resolve(import.meta.dirname, '..')
const samples = { zh: '用 12 张示例试一试', en: 'Try it with 12 samples' } as const
const readingTime = 120_000

/** Reads the samples and opens the first that a person must look at. */
const readSamples =
  (language: keyof typeof samples) =>
  async (page: Page): Promise<void> => {
    await page.getByRole('button', { name: samples[language] }).click()
    await page.getByRole('progressbar').waitFor()
    await page.getByRole('progressbar').waitFor({ state: 'hidden', timeout: readingTime })
    await page.keyboard.press('Control+Enter')
  }

const pictures: readonly Picture[] = [
  {
    name: 'empty',
    settings: { language: 'zh', appearance: 'light' },
    stage: (page) => page.getByRole('button', { name: samples.zh }).waitFor(),
  },
  {
    name: 'desk',
    settings: { language: 'zh', appearance: 'light' },
    stage: readSamples('zh'),
  },
  {
    name: 'desk-dark',
    settings: { language: 'zh', appearance: 'dark' },
    stage: readSamples('zh'),
  },
  {
    name: 'records',
    settings: { language: 'zh', appearance: 'light' },
    stage: async (page) => {
      await readSamples('zh')(page)
      await page.keyboard.press('Control+r')
      await page.locator('#search').waitFor()
      await page.keyboard.press('ArrowDown')
      await page.getByRole('img', { name: /图片/ }).waitFor()
      await page.waitForFunction('[...document.images].every((image) => image.complete)')
    },
  },
  {
    name: 'desk-english',
    settings: { language: 'en', appearance: 'light' },
    stage: readSamples('en'),
  },
]

/** Takes the README's pictures from the built program as it runs. */
async function takePictures(browser: string): Promise<void> {
  const folder = path.join(root, 'docs', 'pictures')
  await mkdir(folder, { recursive: true })
  for (const picture of pictures) {
    const taken = await take(picture, browser)
    await sharp(taken)
      .png({ palette: true, quality: 90, effort: 10 })
      .toFile(path.join(folder, `${picture.name}.png`))
    console.log(`docs/pictures/${picture.name}.png`)
  }
}

async function take({ settings, stage }: Picture, browser: string): Promise<Buffer> {
  const userData = await mkdtemp(path.join(os.tmpdir(), 'license-desk-picture-'))
  await writeFile(
    path.join(userData, 'settings.json'),
    JSON.stringify({ ...defaultSettings, ...settings }),
  )
  const program = await launch({
    appFolder: root,
    userData,
    browser,
    isVisible: false,
    languages: ['zh-CN'],
    answerDialog: () => Promise.reject(new Error('no picture opens a dialog')),
  })
  try {
    const page = await program.firstWindow()
    await stage(page)
    await page.mouse.move(0, 0)
    return await page.screenshot({ animations: 'disabled' })
  } finally {
    await program.quit()
    await rm(userData, { recursive: true, force: true })
  }
}

const browser = findBrowser()
if (browser === undefined) {
  console.error('Install Chromium, Chrome or Edge to take the pictures.')
  process.exitCode = 1
} else await takePictures(browser)
