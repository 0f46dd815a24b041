export interface LedgerEntry {
  readonly path: string
  /** AppID of the account that the call was for, `''` when the request did not tell. */
  readonly account: string
  /** SHA-256 of the image's bytes in hex, `''` when there was none. */
  readonly imageHash: string
  readonly charged: boolean
  /** `ok`, `errcode 40001`, `http 412`, `fault truncated`, or `aborted` when the caller left before its request was complete. */
  readonly answered: string
}

/** What WeChat knows about every request that reached it, in order. */
export class Ledger {
  readonly entries: LedgerEntry[] = []
  readonly #told: (entry: LedgerEntry) => void

  constructor(told: (entry: LedgerEntry) => void = () => {}) {
    this.#told = told
  }

  add(entry: LedgerEntry): void {
    this.entries.push(entry)
    this.#told(entry)
  }

  /** How often an image was paid for. */
  charges(imageHash: string): number {
    return this.entries.filter((entry) => entry.charged && entry.imageHash === imageHash).length
  }
}
