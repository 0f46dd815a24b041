import { setImmediate as nextTurn } from 'node:timers/promises'

/** What goes on for a while, a little at a time, and can be given up. */
export interface Turns {
  readonly signal: AbortSignal
  readonly onProgress?: (looked: number, total: number) => void
}

/** Milliseconds at a time, before others get their turn. */
const slice = 20
/** Milliseconds between two tellings of how far it has come. */
const pace = 120

/**
 * Visits one thing after the other without holding up anything else.
 * @param total how many there are
 * @returns whether it came to the end
 */
export async function inTurns<Item>(
  items: Iterable<Item>,
  total: number,
  { signal, onProgress }: Turns,
  visit: (item: Item) => unknown,
): Promise<boolean> {
  let [began, told] = [performance.now(), performance.now()]
  let looked = 0
  for (const item of items) {
    if (signal.aborted) return false
    looked += 1
    const visited = visit(item)
    if (visited instanceof Promise) await visited
    if (performance.now() - began < slice) continue
    await nextTurn()
    began = performance.now()
    if (began - told < pace) continue
    told = began
    onProgress?.(looked, total)
  }
  return !signal.aborted
}

/** One at a time: what was begun before is not wanted any more. */
export interface OneAtATime {
  readonly next: () => Turns
  readonly stop: () => void
}

export function oneAtATime(onProgress: NonNullable<Turns['onProgress']>): OneAtATime {
  let last = new AbortController()
  return {
    next() {
      last.abort()
      last = new AbortController()
      const { signal } = last
      return {
        signal,
        onProgress(looked, total) {
          if (!signal.aborted) onProgress(looked, total)
        },
      }
    },
    stop: () => last.abort(),
  }
}
