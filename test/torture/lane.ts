import type { Random } from '../fixtures/cards/random.ts'
import type { Phase } from './phase.ts'
import type { Act } from './plan.ts'

export interface LaneParts {
  readonly random: Random
  /** Where its folders are made; one that shows a violation stays. */
  readonly root: string
  /** A module that changes the program as it is loaded. */
  readonly hook?: URL
  /** Share of the rounds in which a long table is written. */
  readonly tableShare?: number
}

/** What came of one start of the program. */
export type Round =
  | { readonly kind: 'killed'; readonly act: Act['kind']; readonly phase: Phase }
  /** It was faster than the kill. */
  | { readonly kind: 'ended'; readonly act: Act['kind'] }
  /** It was let go on to its end and everything was looked at; `states` are of the images of a folder that is done with. */
  | { readonly kind: 'rested'; readonly states: readonly string[] }

/** Kills the program over and over, and looks after every kill at what is left. */
export interface Lane {
  /** Throws a `Violation` when something is lost, paid for twice, torn, left over or readable. */
  next(): Promise<Round>
  /** Lets the program come to its end after the last kill, and looks at everything. */
  rest(): Promise<readonly Round[]>
  close(): Promise<void>
}
