import type { Job } from '../../core/jobs/job.ts'
import { keptIdOf } from '../../core/license/record.ts'
import type { Stores } from '../store/stores.ts'

/** Takes a job off the list, and with it an image that came without a file. */
export function takeOff(
  { id, source }: Job,
  { jobs, images }: Pick<Stores, 'jobs' | 'images'>,
): void {
  const kept = keptIdOf(source.path)
  if (kept !== undefined) images.remove(kept)
  jobs.remove(id)
}
