import type { MessageBoxOptions, OpenDialogOptions, SaveDialogOptions } from 'electron'

/** What the system's dialog is asked for. */
export type DialogAsk =
  | { readonly kind: 'open'; readonly options: OpenDialogOptions }
  | { readonly kind: 'save'; readonly options: SaveDialogOptions }
  | { readonly kind: 'message'; readonly options: MessageBoxOptions }

/** Paths for `open` and `save` (none: closed without a choice), the number of the button for `message`. */
export interface DialogAnswer {
  readonly paths?: readonly string[]
  readonly button?: number
}

export interface WindowWish {
  readonly window: number
  readonly x?: number
  readonly y?: number
  readonly width: number
  readonly height: number
  readonly background: string
  /** Source of the built preload. */
  readonly preload: string
  /** Permissions by Playwright's names, each as the program's own handlers decided. */
  readonly permissions: Readonly<Record<string, boolean>>
  readonly network: NetworkWish
}

/** What the program lets Chromium do on the network; the browser is opened with it. */
export interface NetworkWish {
  readonly switches: readonly string[]
  /** Chromium's own word. */
  readonly webRtcPolicy: string
}

export interface Bounds {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

interface PageRequest {
  readonly url: string
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
}

interface PageResponse {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

export interface Notice {
  readonly title: string
  readonly body: string
}

export type PowerEvent = 'suspend' | 'lock-screen' | 'resume'

/** What the program asks of the side that owns the browser. */
export interface BrowserCalls {
  openWindow(wish: WindowWish): Promise<void>
  load(input: { window: number; url: string }): Promise<void>
  closeWindow(input: { window: number }): Promise<void>
  focusWindow(input: { window: number }): Promise<void>
  send(input: { window: number; channel: string; args: readonly unknown[] }): Promise<void>
  dialog(ask: DialogAsk): Promise<DialogAnswer>
  openOutside(input: { url: string }): Promise<void>
  reveal(input: { path: string }): Promise<void>
  /** The program decides otherwise on permissions than before. */
  permissions(input: { granted: Readonly<Record<string, boolean>> }): Promise<void>
  /** How much larger than usual everything in the window is. */
  zoom(input: { window: number; factor: number }): Promise<void>
  colorScheme(input: { scheme: 'system' | 'light' | 'dark' }): Promise<void>
}

/** What the side that owns the browser asks of the program. */
export interface ProgramCalls {
  invoke(input: {
    window: number
    channel: string
    args: readonly unknown[]
    frame: { url: string; origin: string }
  }): Promise<unknown>
  request(request: PageRequest): Promise<PageResponse>
  /** Whether the program's request filter lets an address through. */
  mayRequest(input: { url: string }): Promise<boolean>
  mayNavigate(input: { window: number; url: string; isMainFrame: boolean }): Promise<boolean>
  /** Tells of `window.open`, which is never allowed to show anything. */
  opened(input: { window: number; url: string }): void
  /** The person wants to close a window: whether the program lets it. */
  mayClose(input: { window: number }): boolean
  closed(input: { window: number }): void
  crashed(input: { window: number }): void
  moved(input: { window: number; bounds: Bounds }): void
  secondInstance(input: { words: readonly string[]; folder: string }): void
  close(input: { window: number }): void
  quit(): void
  /** The PC is about to sleep, its screen is locked, or it is awake again. */
  power(input: { event: PowerEvent }): void
  /** What the program has put on the clipboard, by type; what somebody copies in another program; a key pressed there. */
  clipboard(input: null): Readonly<Record<string, string>>
  copiedElsewhere(input: { text: string }): void
  /** Whether the program has that key. */
  pressAnywhere(input: { key: string }): boolean
  /** What the system's notices say that stand there now. */
  notices(input: null): readonly Notice[]
}
