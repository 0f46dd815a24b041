/**
 * `disk-full`: nothing of the change was kept, and it can be tried again when there is room.
 * `store-failed`: the disk refused otherwise, or the store is closed; nothing of the change was kept.
 * `damaged`: what was kept cannot be read any more.
 */
export type StoreProblemKind = 'disk-full' | 'store-failed' | 'damaged'

/** What a store throws when the disk, and not the program, is at fault; tells nothing of what is kept. */
export class StoreProblem extends Error {
  override readonly name = 'StoreProblem'
  readonly kind: StoreProblemKind

  constructor(kind: StoreProblemKind, message: string) {
    super(message)
    this.kind = kind
  }
}

/** What a problem means for whoever wanted to keep something: room is missing, or what is kept would not last. */
export const faultOf = ({ kind }: StoreProblem): 'disk-full' | 'store-failed' =>
  kind === 'disk-full' ? kind : 'store-failed'

/** What `act` gives; nothing where what it wanted is damaged. */
export function unlessDamaged<Value>(act: () => Value): Value | undefined {
  try {
    return act()
  } catch (error) {
    if (error instanceof StoreProblem && error.kind === 'damaged') return undefined
    throw error
  }
}
