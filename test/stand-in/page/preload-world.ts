import type { Worlds } from './join-worlds.ts'
import type { pack as packType, unpack as unpackType } from './pack.ts'

/** What the page tells the browser's side, as text. */
export type FromPage =
  | {
      readonly kind: 'invoke'
      readonly call: number
      readonly channel: string
      readonly args: string
    }
  | {
      readonly kind: 'bounds'
      readonly x: number
      readonly y: number
      readonly width: number
      readonly height: number
    }

/** What the browser's side tells the page. */
export type ToPage =
  | { readonly kind: 'answer'; readonly call: number; readonly value: string }
  | { readonly kind: 'error'; readonly call: number; readonly message: string }
  | { readonly kind: 'event'; readonly channel: string; readonly args: string }

export interface PreloadParts {
  readonly worlds: Worlds
  readonly pack: typeof packType
  readonly unpack: typeof unpackType
  readonly post: (text: string) => void
}

/**
 * Electron's API inside a sandboxed preload. Written into the page's preload world: uses nothing from outside itself.
 * @returns `electron`, and `hear` for what the browser's side tells
 */
export function preloadWorld({ worlds, pack, unpack, post }: PreloadParts): {
  electron: object
  hear: (told: ToPage) => void
} {
  type Listener = (event: object, ...args: unknown[]) => void
  const listeners = new Map<string, Listener[]>()
  const calls = new Map<number, PromiseWithResolvers<unknown>>()
  const send = (told: FromPage): void => post(JSON.stringify(told))
  let lastCall = 0
  /** Files of the drop, choice or paste that is going on, not looked up yet. */
  let fresh: readonly File[] = []
  /** Paths of those looked up, by what tells a file from others; null where two look the same. */
  let looked = new Map<string, string | null>()

  /**
   * Stops here until the browser's side, which watches for it, has found the paths of the files and written them into
   * `found`: the only way to answer a page at once. The page can tell from its timeline how long that took.
   */
  const standInPaths = (files: readonly File[]): readonly string[] => {
    const found: string[] = []
    const start = performance.now()
    // oxlint-disable-next-line no-debugger
    if (files.length > 0) debugger
    performance.measure('stand-in looks up paths', { start })
    return found
  }
  /** A file that crosses from the page's world arrives as a copy: it is known again by these. */
  const marksOf = (file: File): string => `${file.name}|${file.size}|${file.lastModified}`
  const lookUpFresh = (): void => {
    const files = fresh
    fresh = []
    const found = standInPaths(files)
    for (const [index, file] of files.entries()) {
      const marks = marksOf(file)
      looked.set(marks, looked.has(marks) ? null : (found[index] ?? ''))
    }
  }
  const getPathForFile = (file: unknown): string => {
    if (!(file instanceof File)) throw new TypeError('getPathForFile takes a File')
    lookUpFresh()
    return looked.get(marksOf(file)) ?? standInPaths([file])[0] ?? ''
  }
  const onFiles = (files: FileList | null | undefined): void => {
    fresh = [...(files ?? [])]
    looked = new Map()
  }
  addEventListener('drop', (event) => onFiles(event.dataTransfer?.files), true)
  addEventListener('paste', (event) => onFiles(event.clipboardData?.files), true)
  const onChoice = ({ target }: Event): void => {
    if (target instanceof HTMLInputElement && target.type === 'file') onFiles(target.files)
  }
  addEventListener('change', onChoice, true)

  const report = (): void =>
    send({ kind: 'bounds', x: screenX, y: screenY, width: outerWidth, height: outerHeight })
  addEventListener('resize', report)
  addEventListener('pagehide', report)

  /** Who closes the window asks the program first; a page that wants to go elsewhere closes nothing. */
  let goesElsewhere = false
  navigation.addEventListener('navigate', () => {
    goesElsewhere = true
    setTimeout(() => {
      goesElsewhere = false
    })
  })
  addEventListener('beforeunload', (event) => {
    if (!goesElsewhere) event.preventDefault()
  })
  /** The browser's own keys for opening the page anew: Electron has them only in a menu. */
  const onKey = (event: KeyboardEvent): void => {
    const isReload = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'r'
    // Last of all, so that the page can have the key for itself.
    const prevent = (last: Event): void => last.preventDefault()
    if (isReload || event.key === 'F5') addEventListener('keydown', prevent, { once: true })
  }
  addEventListener('keydown', onKey, true)

  const off = (channel: string, listener: Listener): void => {
    const left = (listeners.get(channel) ?? []).filter((each) => each !== listener)
    listeners.set(channel, left)
  }
  const ipcRenderer = {
    invoke(channel: string, ...args: unknown[]): Promise<unknown> {
      const packed = pack(args)
      lastCall += 1
      const answered = Promise.withResolvers<unknown>()
      calls.set(lastCall, answered)
      send({ kind: 'invoke', call: lastCall, channel, args: packed })
      return answered.promise
    },
    on(channel: string, listener: Listener): void {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener])
    },
    off,
    removeListener: off,
  }

  const hear = (told: ToPage): void => {
    if (told.kind === 'event') {
      const args = unpack(told.args)
      if (!Array.isArray(args)) return
      for (const listener of listeners.get(told.channel) ?? []) listener({}, ...args)
      return
    }
    const waiting = calls.get(told.call)
    calls.delete(told.call)
    if (told.kind === 'answer') waiting?.resolve(unpack(told.value))
    else waiting?.reject(new Error(told.message))
  }

  const contextBridge = {
    exposeInMainWorld: (key: string, api: unknown): void => worlds.expose(key, api),
  }
  return { electron: { contextBridge, ipcRenderer, webUtils: { getPathForFile } }, hear }
}
