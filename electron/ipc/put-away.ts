import { ok } from '../../core/result.ts'
import type { Answers } from './serve.ts'

export interface PutAwayParts {
  /** Takes jobs off the desk's list and tells the window; their records stay. */
  readonly putAway: (jobIds: readonly string[]) => void
}

export const putAwayAnswers = ({ putAway }: PutAwayParts): Pick<Answers, 'jobs:put-away'> => ({
  'jobs:put-away': async ({ jobIds }) => {
    putAway(jobIds)
    return ok(null)
  },
})
