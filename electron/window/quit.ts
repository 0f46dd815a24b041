/** The part of Electron's `app` that is needed. */
export interface Quitting {
  on(event: 'before-quit', listener: (event: { preventDefault(): void }) => void): unknown
  quit(): void
}

/** Holds the first wish to quit until `drain` is through, however it ends; then lets go. */
export function quitCleanly(app: Quitting, drain: () => Promise<void>): void {
  let state: 'open' | 'draining' | 'drained' = 'open'
  app.on('before-quit', (event) => {
    if (state === 'drained') return
    event.preventDefault()
    if (state === 'draining') return
    state = 'draining'
    const leave = (): void => {
      state = 'drained'
      app.quit()
    }
    void drain().then(leave, leave)
  })
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
