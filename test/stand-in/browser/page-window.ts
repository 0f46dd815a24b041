import type { BrowserContext, CDPSession, Page } from 'playwright-core'
import type { ProgramCalls, WindowWish } from '../calls.ts'
import type { Link } from '../link.ts'
import { pack, unpack } from '../page/pack.ts'
import type { FromPage, ToPage } from '../page/preload-world.ts'
import { names, pageScripts } from '../page/scripts.ts'
import { toBrowser, toProgram } from './addresses.ts'
import { answerFilePaths } from './file-paths.ts'

export interface PageWindowParts {
  readonly context: BrowserContext
  readonly program: Link<ProgramCalls>
  readonly wish: WindowWish
  /** Whether a person looks at it: then its size is the window's own. */
  readonly isVisible: boolean
  readonly newPage: () => Promise<Page>
}

/** One window of the program, shown as a page of the browser. */
export class PageWindow {
  readonly #parts: PageWindowParts
  #page: Page
  #session: CDPSession
  /** The preload's world in the document that is shown. */
  #world: number | undefined
  /** Told before the document was there. */
  #early: ToPage[] = []
  #factor = 1
  #crashed = false
  #closing = false
  /** The address that the program itself asked for, until it is there. */
  #loading: string | undefined

  static async open(parts: PageWindowParts): Promise<PageWindow> {
    const page = await parts.newPage()
    const window = new PageWindow(parts, page, await parts.context.newCDPSession(page))
    await window.#prepare()
    return window
  }

  private constructor(parts: PageWindowParts, page: Page, session: CDPSession) {
    this.#parts = parts
    this.#page = page
    this.#session = session
  }

  get page(): Page {
    return this.#page
  }

  async load(url: string): Promise<void> {
    if (this.#crashed) await this.#replace()
    this.#factor = 1
    this.#loading = toBrowser(url)
    try {
      await this.#page.goto(this.#loading)
    } finally {
      this.#loading = undefined
    }
  }

  /** Whether the page itself, not the program, wants to go somewhere. */
  isOwnWish(url: string): boolean {
    return url !== this.#loading
  }

  send(channel: string, args: readonly unknown[]): Promise<void> {
    return this.#tell({ kind: 'event', channel, args: pack(args) })
  }

  /**
   * Chromium tells nobody but a browser's own menu how to zoom. Seen by nobody, the page gets as little room as it would
   * have then; seen by a person it is drawn larger.
   */
  async zoom(factor: number): Promise<void> {
    const { wish, isVisible } = this.#parts
    if (factor === this.#factor) return
    this.#factor = factor
    if (!isVisible)
      return this.#page.setViewportSize({
        width: Math.round(wish.width / factor),
        height: Math.round(wish.height / factor),
      })
    await this.#page.evaluate((zoom) => {
      document.documentElement.style.zoom = String(zoom)
    }, factor)
  }

  async focus(): Promise<void> {
    await this.#page.bringToFront()
  }

  async close(): Promise<void> {
    this.#closing = true
    await this.#page.close()
  }

  async #prepare(): Promise<void> {
    const { wish, isVisible } = this.#parts
    const page = this.#page
    const session = this.#session
    const { frameTree } = await session.send('Page.getFrameTree')
    const outermost = frameTree.frame.id
    page.on('crash', () => this.#fell())
    page.on('close', () => this.#wentAway(page))
    page.on('dialog', (dialog) => {
      const isLeaving = dialog.type() === 'beforeunload'
      const may = isLeaving && (this.#loading !== undefined || this.#mayLeave())
      void Promise.resolve(may).then((does) => (does ? dialog.accept() : dialog.dismiss()))
    })
    session.on('Runtime.executionContextCreated', ({ context }) => {
      // A frame inside the page gets such a world too, and no preload in it.
      const isOutermost = context.auxData?.['frameId'] === outermost
      if (context.name === names.world && isOutermost) this.#entered(context.id)
    })
    session.on('Runtime.bindingCalled', ({ name, payload }) => {
      if (name === names.post) void this.#hear(JSON.parse(payload))
    })
    session.on('Page.windowOpen', ({ url }) => {
      void this.#parts.program.ask('opened', { window: wish.window, url: toProgram(url) })
    })
    if (!isVisible) await page.setViewportSize({ width: wish.width, height: wish.height })
    await session.send('Runtime.enable')
    await session.send('Page.enable')
    await answerFilePaths(session)
    await session.send('Runtime.addBinding', {
      name: names.post,
      executionContextName: names.world,
    })
    const scripts = pageScripts(wish.preload)
    await session.send('Page.addScriptToEvaluateOnNewDocument', { source: scripts.page })
    await session.send('Page.addScriptToEvaluateOnNewDocument', {
      source: scripts.preload,
      worldName: names.world,
    })
  }

  async #hear(told: FromPage): Promise<void> {
    const { program, wish } = this.#parts
    if (told.kind === 'bounds') {
      // The window itself stays as large where its page is told to make do with less.
      if (!this.#parts.isVisible && this.#factor !== 1) return
      const { kind: _kind, ...bounds } = told
      return program.ask('moved', { window: wish.window, bounds })
    }
    const { call, channel } = told
    const url = toProgram(this.#page.url())
    try {
      const value = await program.ask('invoke', {
        window: wish.window,
        channel,
        args: listOf(unpack(told.args)),
        frame: { url, origin: originOf(url) },
      })
      await this.#tell({ kind: 'answer', call, value: pack(value) })
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      await this.#tell({ kind: 'error', call, message })
    }
  }

  async #tell(told: ToPage): Promise<void> {
    if (this.#world === undefined || this.#crashed) {
      if (told.kind === 'event') this.#early.push(told)
      return
    }
    // As an argument, not written into the script: the page would have to compile all that it is told.
    await this.#session
      .send('Runtime.callFunctionOn', {
        functionDeclaration: `(told) => ${names.hear}(JSON.parse(told))`,
        arguments: [{ value: JSON.stringify(told) }],
        executionContextId: this.#world,
      })
      .catch(() => undefined)
  }

  #entered(world: number): void {
    this.#world = world
    for (const told of this.#early.splice(0)) void this.#tell(told)
  }

  #mayLeave(): Promise<boolean> {
    const { program, wish } = this.#parts
    return program.ask('mayClose', { window: wish.window })
  }

  #fell(): void {
    this.#crashed = true
    this.#world = undefined
    void this.#parts.program.ask('crashed', { window: this.#parts.wish.window })
  }

  #wentAway(page: Page): void {
    if (page !== this.#page || this.#closing) return
    void this.#parts.program
      .ask('closed', { window: this.#parts.wish.window })
      .catch(() => undefined)
  }

  /** A page whose process is gone cannot be used again: another one takes its place. */
  async #replace(): Promise<void> {
    const fallen = this.#page
    this.#page = await this.#parts.newPage()
    this.#session = await this.#parts.context.newCDPSession(this.#page)
    this.#crashed = false
    await this.#prepare()
    await fallen.close()
    await this.#page.bringToFront()
  }
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value])

/** Of a program's address too, whose origin the URL class does not know. */
function originOf(url: string): string {
  return /^[a-z]+:\/\/[^/?#]*/.exec(url)?.[0] ?? 'null'
}
