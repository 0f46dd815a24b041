type Preventable = { preventDefault(): void }

/** The part of Electron's `app` that is needed. */
interface Quitting {
  on(event: 'before-quit', listener: (event: Preventable) => void): unknown
  quit(): void
}

/** The part of a window that is needed. */
interface Closing {
  on(event: 'close', listener: (event: Preventable) => void): unknown
}

/** Holds every wish to quit or to close the window until `drain` is through, however it ends. */
export function quitCleanly(app: Quitting, window: Closing, drain: () => Promise<void>): void {
  let state: 'open' | 'leaving' | 'left' = 'open'
  const leave = async (): Promise<void> => {
    state = 'leaving'
    await drain().catch(() => undefined)
    state = 'left'
    app.quit()
  }
  const hold = (event: Preventable): void => {
    if (state === 'left') return
    event.preventDefault()
    if (state === 'open') void leave()
  }
  app.on('before-quit', hold)
  window.on('close', hold)
}
