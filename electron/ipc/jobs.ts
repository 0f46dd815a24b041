import { ok } from '../../core/result.ts'
import type { Desk } from '../desk.ts'
import type { Answers } from './serve.ts'

export const jobAnswers = (
  desk: Pick<Desk, 'cancel' | 'retry' | 'pause' | 'resume'>,
): Pick<Answers, 'jobs:cancel' | 'jobs:retry' | 'jobs:pause' | 'jobs:resume'> => ({
  'jobs:pause': async () => {
    desk.pause()
    return ok(null)
  },
  'jobs:resume': async () => {
    desk.resume()
    return ok(null)
  },
  'jobs:cancel': async ({ ids }) => {
    desk.cancel(ids)
    return ok(null)
  },
  'jobs:retry': async ({ ids }) => {
    desk.retry(ids)
    return ok(null)
  },
})
