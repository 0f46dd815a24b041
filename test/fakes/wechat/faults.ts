export type Fault =
  | { readonly kind: 'delay'; readonly ms: number }
  /** The answer is kept back until then. */
  | { readonly kind: 'held'; readonly until: Promise<void> }
  | { readonly kind: 'drip'; readonly bytesPerChunk: number; readonly ms: number }
  | { readonly kind: 'reset-before-read' }
  | { readonly kind: 'reset-after-upload' }
  | { readonly kind: 'truncated' }
  | { readonly kind: 'html'; readonly status: number }
  | { readonly kind: 'redirect'; readonly to: string }
  | { readonly kind: 'gzip-bomb' }
  | { readonly kind: 'endless' }
  | { readonly kind: 'status'; readonly status: number }
  | { readonly kind: 'errcode'; readonly errcode: number; readonly errmsg: string }
  | { readonly kind: 'revoke-token' }
  | { readonly kind: 'text-plain' }
  | { readonly kind: 'control-characters' }

interface ScriptedFault {
  /** Path without query. */
  readonly at: string
  /** Counts the requests at this path from the start of the server, from 1; absent: the next one that has no fault yet. */
  readonly nth?: number
  readonly fault: Fault
}

/** What goes wrong with which request; each fault happens once. */
export class FaultScript {
  readonly #waiting: ScriptedFault[] = []
  readonly #arrived = new Map<string, number>()
  readonly #paths: ReadonlySet<string>

  constructor(paths: Iterable<string>) {
    this.#paths = new Set(paths)
  }

  /** Throws for a path that the server does not know. */
  add(...scripted: readonly ScriptedFault[]): void {
    for (const one of scripted) {
      if (!this.#paths.has(one.at)) throw new Error(`no such path: ${one.at}`)
      this.#waiting.push(one)
    }
  }

  /** Forgets the faults that did not happen yet. */
  clear(): void {
    this.#waiting.length = 0
  }

  /** Called once for each request that arrives. */
  next(path: string): Fault | undefined {
    const count = (this.#arrived.get(path) ?? 0) + 1
    this.#arrived.set(path, count)
    const here = this.#waiting.filter((one) => one.at === path)
    const due = here.find((one) => one.nth === count) ?? here.find((one) => one.nth === undefined)
    if (due === undefined) return undefined
    this.#waiting.splice(this.#waiting.indexOf(due), 1)
    return due.fault
  }
}

/** Errors that say the image was looked at. */
const seen = new Set([101001, 101002])

/**
 * Whether WeChat itself still gets the request, and so reads and charges the image. The others stand between: a
 * portal, a proxy, a gateway that refuses, a WeChat that is too busy to look.
 */
export function reachesWeChat(fault: Fault): boolean {
  switch (fault.kind) {
    case 'reset-before-read':
    case 'redirect':
      return false
    case 'html':
    case 'status':
      return fault.status >= 500
    case 'errcode':
      return seen.has(fault.errcode)
    default:
      return true
  }
}
