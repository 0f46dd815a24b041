import { randomBytes } from 'node:crypto'
import { watchFor } from '../canaries.ts'

const ticketLife = 12 * 60 * 60 * 1000

export interface PlatformOptions {
  appId: string
  appSecret: string
  /** Addresses that may ask for a component token; absent: all. */
  ipList?: readonly string[]
}

/** The third-party platform to which merchants gave their accounts. */
export class Platform {
  settings: PlatformOptions
  readonly #now: () => number
  readonly #tickets = new Map<string, number>()

  constructor(settings: PlatformOptions, now: () => number) {
    this.settings = settings
    this.#now = now
  }

  /** What WeChat pushes to the platform's server every 10 minutes; good for 12 hours. */
  pushTicket(): string {
    const ticket = `ticket@@@${randomBytes(48).toString('base64url')}`
    this.#tickets.set(ticket, this.#now())
    watchFor(ticket)
    return ticket
  }

  refuseTicket(ticket: string): 61005 | 61006 | undefined {
    const pushed = this.#tickets.get(ticket)
    if (pushed === undefined) return 61006
    return this.#now() - pushed < ticketLife ? undefined : 61005
  }
}
