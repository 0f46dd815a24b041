const loopback = new Set(['127.0.0.1', '[::1]', 'localhost'])

/**
 * The image addresses that WeChat can fetch: whatever stands in `img_url` is looked up here, and only loopback is
 * ever really asked.
 */
export class PublishedImages {
  readonly #loopbackOf = new Map<string, string>()

  /** Throws when the second address, from which the bytes really come, is not on this machine. */
  publish(address: string, from: string): void {
    if (!loopback.has(new URL(from).hostname))
      throw new Error(`not a loopback address: ${new URL(from).hostname}`)
    this.#loopbackOf.set(address, from)
  }

  /** Undefined where WeChat would say that it cannot fetch the image. */
  async fetch(address: string): Promise<Buffer | undefined> {
    const from = this.#loopbackOf.get(address)
    if (from === undefined) return undefined
    try {
      const answer = await fetch(from, { redirect: 'error', signal: AbortSignal.timeout(60_000) })
      return answer.ok ? Buffer.from(await answer.arrayBuffer()) : undefined
    } catch {
      return undefined
    }
  }
}
