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
