import { ok } from '../../core/result.ts'
import type { Desk } from '../desk.ts'
import type { Answers } from './serve.ts'

export const jobAnswers = (
  desk: Pick<Desk, 'cancel' | 'retry'>,
): Pick<Answers, 'jobs:cancel' | 'jobs:retry'> => ({
  'jobs:cancel': async ({ ids }) => {
    desk.cancel(ids)
    return ok(null)
  },
  'jobs:retry': async ({ ids }) => {
    desk.retry(ids)
    return ok(null)
  },
})
