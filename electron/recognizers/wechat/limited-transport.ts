import type { Transport } from './transport.ts'

/** Lets so many requests be under way at once; the others wait in line, and what is cancelled there never leaves. */
export function limitTransport(transport: Transport, most: number): Transport {
  const line: (() => void)[] = []
  let free = most

  async function turn(signal: AbortSignal): Promise<boolean> {
    if (signal.aborted) return false
    if (free > 0) {
      free -= 1
      return true
    }
    const { promise, resolve } = Promise.withResolvers<boolean>()
    const come = (): void => resolve(true)
    const leave = (): void => {
      const place = line.indexOf(come)
      if (place < 0) return
      line.splice(place, 1)
      resolve(false)
    }
    line.push(come)
    signal.addEventListener('abort', leave, { once: true })
    return promise.finally(() => signal.removeEventListener('abort', leave))
  }

  function passOn(): void {
    const next = line.shift()
    if (next === undefined) free += 1
    else next()
  }

  return {
    async send(request, signal) {
      if (!(await turn(signal))) return { kind: 'cancelled', mayHaveLeft: false }
      try {
        return await transport.send(request, signal)
      } finally {
        // Whoever sent it may first hold back the next one because of what came of it.
        setImmediate(passOn)
      }
    },
    close: () => transport.close(),
  }
}
