import type { License } from '../field.ts'

/** What a check needs to know besides the license. */
export interface CheckContext {
  /** Today where the desk stands, `YYYY-MM-DD`. */
  readonly today: string
  /** The day a rented car comes back, `YYYY-MM-DD`. */
  readonly returnDate?: string
  /** The last license read before with the same number. */
  readonly before?: License
}
