import type { FailureKind } from '../license/failure.ts'
import type { Hindrance, Reading } from '../license/reading.ts'

/** What in a picture keeps print from being read, and can be told apart; `unreadable`: one of these, nobody knows which. */
export type ShotCause = Hindrance['kind'] | 'unreadable'

/** What makes it the wrong picture altogether. */
export type PictureCause =
  | 'second-page'
  | 'vehicle-license'
  | 'identity-card'
  | 'other-document'
  | 'no-license'
  | 'mirrored'
  | 'damaged'

/** Why only another picture helps. */
export type RetakeCause =
  | { readonly kind: 'shot'; readonly causes: readonly [ShotCause, ...ShotCause[]] }
  | { readonly kind: 'picture'; readonly cause: PictureCause }

const ofFailure: { readonly [K in FailureKind]?: PictureCause } = {
  'second-page': 'second-page',
  'vehicle-license': 'vehicle-license',
  'identity-card': 'identity-card',
  'other-document': 'other-document',
  'no-license': 'no-license',
  mirrored: 'mirrored',
  damaged: 'damaged',
  empty: 'damaged',
}

/** What the customer would have to send instead; null where a new picture would not help. */
export function causeOfFailure(failure: FailureKind): RetakeCause | null {
  if (failure === 'unreadable-license') return { kind: 'shot', causes: ['unreadable'] }
  const cause = ofFailure[failure]
  return cause === undefined ? null : { kind: 'picture', cause }
}

/** Of a card that was read, each hindrance once; null where nothing was in the way. */
export function causeOfReading({ hindrances }: Pick<Reading, 'hindrances'>): RetakeCause | null {
  const [first, ...others] = new Set(hindrances.map(({ kind }) => kind))
  return first === undefined ? null : { kind: 'shot', causes: [first, ...others] }
}
