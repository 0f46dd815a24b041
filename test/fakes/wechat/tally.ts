const second = 1_000
const minute = 60 * second
const day = 24 * 60 * minute
const chinaAheadOfUtc = 8 * 60 * minute

/** Number of the minute that holds an instant. */
export const minuteOf = (instant: number): number => Math.floor(instant / minute)

/** Number of the day in China that holds an instant. */
export const chinaDayOf = (instant: number): number => Math.floor((instant + chinaAheadOfUtc) / day)

/** Counts within one window of time; a new window begins at zero. */
export class Tally {
  #window = Number.NaN
  #count = 0

  within(window: number): number {
    return window === this.#window ? this.#count : 0
  }

  add(window: number): void {
    this.#count = this.within(window) + 1
    this.#window = window
  }
}
