import { ok } from '../../core/result.ts'
import type { Desk } from '../desk/desk.ts'
import type { Answers } from './serve.ts'

type JobChannel = `jobs:${'cancel' | 'retry' | 'read-again' | 'pause' | 'resume' | 'put-away'}`

export const jobAnswers = (
  desk: Pick<Desk, 'cancel' | 'retry' | 'readAgain' | 'pause' | 'resume' | 'putAway'>,
): Pick<Answers, JobChannel> => ({
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
  'jobs:read-again': async ({ ids }) => {
    desk.readAgain(ids)
    return ok(null)
  },
  'jobs:put-away': async ({ ids }) => {
    desk.putAway(ids)
    return ok(null)
  },
})
