import type { Refusal } from '../../core/ipc/contract.ts'
import { joinRefusals, withoutAnswered } from '../../core/ipc/refusals.ts'

/**
 * What was refused, until a person has seen it. Whoever asked for the intake may be locked out when it ends, or gone, or
 * may be the system, which names files and asks nothing.
 */
export interface TurnedAway {
  add(refused: readonly Refusal[]): void
  /** The newest last. */
  all(): readonly Refusal[]
  /** What was asked about these documents, such as for a password, is answered. */
  answered(paths: readonly string[]): void
  seen(): void
}

export function createTurnedAway(): TurnedAway {
  let all: readonly Refusal[] = []
  return {
    add(refused) {
      all = joinRefusals(all, refused)
    },
    all: () => all,
    answered(paths) {
      all = withoutAnswered(all, paths)
    },
    seen() {
      all = []
    },
  }
}
