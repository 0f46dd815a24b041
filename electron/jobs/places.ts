/** Where the work on a job is done now. */
type Place =
  | { readonly kind: 'here' }
  /** What is to be done here is done, and it takes no place any more. */
  | { readonly kind: 'waiting'; readonly goOn: () => void }
  | { readonly kind: 'outside' }

export interface Placed {
  place: Place
}

/** Each holds in memory what was read of it here. */
const mostWaiting = 1000

/** Whether another may be begun, where `most` are worked on here at once. */
export function hasRoom(running: Iterable<Placed>, most: number): boolean {
  const kinds = Array.from(running, ({ place }) => place.kind)
  const count = (kind: Place['kind']): number => kinds.filter((each) => each === kind).length
  return count('here') < most && count('waiting') < mostWaiting
}

/** Lets those that wait go on, in order, until `most` are outside at once. */
export function letGoOn(running: Iterable<Placed>, most: number): void {
  const all = [...running]
  let free = most - all.filter(({ place }) => place.kind === 'outside').length
  for (const each of all) {
    if (each.place.kind !== 'waiting' || free <= 0) continue
    const { goOn } = each.place
    each.place = { kind: 'outside' }
    free -= 1
    goOn()
  }
}

/** Gives up the place here; resolves when there is one outside, or when the signal is aborted. */
export function waitForTurn(placed: Placed, signal: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  placed.place = { kind: 'waiting', goOn: resolve }
  signal.addEventListener('abort', () => resolve(), { once: true })
  if (signal.aborted) resolve()
  return promise
}
