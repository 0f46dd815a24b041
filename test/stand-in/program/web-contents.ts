import { EventEmitter } from 'node:events'
import type { RenderProcessGoneDetails, WebContents, WindowOpenHandlerResponse } from 'electron'
import { browser } from './browser-side.ts'
import { session } from './session.ts'

type Used = Pick<
  WebContents,
  | 'getURL'
  | 'isDestroyed'
  | 'reload'
  | 'send'
  | 'setWebRTCIPHandlingPolicy'
  | 'setWindowOpenHandler'
  | 'setZoomFactor'
>

type OpenHandler = Parameters<WebContents['setWindowOpenHandler']>[0]

/** What a window shows. */
export class StandInWebContents extends EventEmitter implements Used {
  readonly id: number
  readonly session = session.defaultSession
  #url = ''
  #destroyed = false
  #openHandler: OpenHandler | undefined
  webRtcPolicy = 'default'

  constructor(id: number) {
    super()
    this.id = id
  }

  getURL(): string {
    return this.#url
  }
  isDestroyed(): boolean {
    return this.#destroyed
  }

  send(channel: string, ...args: unknown[]): void {
    void browser.ask('send', { window: this.id, channel, args }).catch(() => undefined)
  }

  setWebRTCIPHandlingPolicy(policy: string): void {
    this.webRtcPolicy = policy
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler
  }

  setZoomFactor(factor: number): void {
    void browser.ask('zoom', { window: this.id, factor }).catch(() => undefined)
  }

  /** What the program says to `window.open`; the stand-in can only deny. */
  opened(url: string): void {
    const said: WindowOpenHandlerResponse = this.#openHandler?.({
      url,
      frameName: '',
      features: '',
      disposition: 'foreground-tab',
      referrer: { url: this.#url, policy: 'default' },
    }) ?? { action: 'deny' }
    if (said.action !== 'deny') throw new Error('the stand-in opens no second window')
  }

  async load(url: string): Promise<void> {
    this.#url = url
    await browser.ask('load', { window: this.id, url })
    this.emit('did-finish-load')
  }

  reload(): void {
    void this.load(this.#url)
  }

  crashed(): void {
    const details: RenderProcessGoneDetails = { reason: 'crashed', exitCode: 5 }
    this.emit('render-process-gone', {}, details)
  }

  destroyed(): void {
    this.#destroyed = true
    this.emit('destroyed')
  }
}
