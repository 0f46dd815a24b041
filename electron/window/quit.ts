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

/** Work that must not be cut off, such as a file being written. */
export interface InFlight {
  track<Value>(work: Promise<Value>): Promise<Value>
  /** Resolves when everything tracked has ended, or after `limit` milliseconds. */
  settled(limit: number): Promise<void>
}

export function createInFlight(): InFlight {
  const works = new Set<Promise<unknown>>()
  return {
    track(work) {
      works.add(work)
      const forget = (): void => void works.delete(work)
      work.then(forget, forget)
      return work
    },
    async settled(limit) {
      const { promise: late, resolve } = Promise.withResolvers<void>()
      const timer = setTimeout(resolve, limit)
      await Promise.race([Promise.allSettled(works), late])
      clearTimeout(timer)
    },
  }
}
