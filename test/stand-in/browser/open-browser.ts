import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import type { NetworkWish, WindowWish } from '../calls.ts'
import { toBrowser } from './addresses.ts'

export interface OpenBrowserOptions {
  /** Words after the program's own name. */
  readonly args?: readonly string[]
  /** Program of the installed Chromium, Chrome or Edge. */
  readonly browser: string
  /** A window that a person sees; else nothing is shown. */
  readonly isVisible: boolean
  /** Of the system, best first. */
  readonly languages: readonly string[]
}

/** A browser with a profile of its own, which is thrown away afterwards. */
export interface ShownBrowser {
  readonly context: BrowserContext
  newPage(wish: WindowWish): Promise<Page>
  /** Whether a page was made for a window. */
  isOurs(page: Page): Promise<boolean>
  setPermissions(granted: Readonly<Record<string, boolean>>): Promise<void>
  setColorScheme(scheme: 'system' | 'light' | 'dark'): Promise<void>
  close(): Promise<void>
}

const firstAddress = toBrowser('app://desk/')
/** How long the browser is waited for, in milliseconds: enough for a machine that does much else. */
const patience = 120_000

export async function openBrowser(
  options: OpenBrowserOptions,
  network: NetworkWish,
): Promise<ShownBrowser> {
  const profile = newProfile(network)
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: options.browser,
    headless: !options.isVisible,
    timeout: patience,
    viewport: null,
    colorScheme: null,
    ...(options.isVisible ? {} : { locale: options.languages[0] ?? 'zh-CN' }),
    ignoreDefaultArgs: ['--enable-automation'],
    args: [...switches(options), ...network.switches.map(options.isVisible ? String : withMouse)],
    // Without a locale it cannot take files with Chinese names from a drag.
    env: { ...process.env, LANG: process.env['LANG'] || 'C.UTF-8' },
  })
  context.setDefaultTimeout(patience)
  const ours = new Set<Page>(context.pages())
  let spare: Page | undefined = context.pages()[0]
  let scheme: 'light' | 'dark' | null = null
  /** The browser tells of a new page before whoever asked for it has it. */
  let making: Promise<unknown> = Promise.resolve()
  const makePage = (): Promise<Page> => {
    const made = context.newPage().then((page) => {
      ours.add(page)
      return page
    })
    making = made.catch(() => undefined)
    return made
  }

  return {
    context,
    async isOurs(page) {
      await making
      return ours.has(page)
    },
    async newPage() {
      const made = spare === undefined ? makePage() : Promise.resolve(spare)
      spare = undefined
      const page = await made
      await page.emulateMedia({ colorScheme: scheme })
      return page
    },
    async setPermissions(granted) {
      const names = Object.keys(granted).filter((name) => granted[name])
      await context.clearPermissions()
      await context.grantPermissions(names, { origin: new URL(firstAddress).origin })
    },
    async setColorScheme(wanted) {
      scheme = wanted === 'system' ? null : wanted
      await Promise.all(
        [...ours]
          .filter((page) => !page.isClosed())
          .map((page) => page.emulateMedia({ colorScheme: scheme })),
      )
    },
    async close() {
      await context.close()
      rmSync(profile, { recursive: true, force: true })
    },
  }
}

/** A profile whose browser offers nothing of its own over the program's window. */
function newProfile({ webRtcPolicy }: NetworkWish): string {
  const profile = mkdtempSync(path.join(os.tmpdir(), 'license-desk-browser-'))
  mkdirSync(path.join(profile, 'Default'))
  const preferences = {
    translate: { enabled: false },
    credentials_enable_service: false,
    webrtc: { ip_handling_policy: webRtcPolicy },
  }
  writeFileSync(path.join(profile, 'Default/Preferences'), JSON.stringify(preferences))
  return profile
}

/** What Chromium itself, not the program, takes from a command line. */
const forChromium =
  /^--((host-resolver-rules|log-net-log|net-log-capture-mode|use-fake-device-for-media-stream|use-file-for-fake-video-capture)=|(no-proxy-server|use-fake-device-for-media-stream)$)/

/** Where nothing is shown Playwright says with the same switch that there is a mouse, and of two switches the last one counts. */
const withMouse = (word: string): string =>
  word.startsWith('--blink-settings=')
    ? `${word},primaryHoverType=2,availableHoverTypes=2,primaryPointerType=4,availablePointerTypes=4`
    : word

function switches({ isVisible, args = [] }: OpenBrowserOptions): string[] {
  return [
    // Nothing that the window shows comes from the network, so nothing goes there, unless a test wants to see that.
    '--host-resolver-rules=MAP * ~NOTFOUND',
    ...args.filter((word) => forChromium.test(word)),
    ...(isVisible ? [`--app=${firstAddress}`, '--window-size=1360,860'] : []),
    // Chromium refuses its own sandbox to root, and only then may it be left out.
    ...(process.getuid?.() === 0 ? ['--no-sandbox', '--test-type'] : []),
  ]
}
