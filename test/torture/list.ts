import { z } from 'zod'
import type { JobState } from '../../core/jobs/job.ts'
import type { Scene } from './scene.ts'

const line = z.object({
  file: z.string(),
  status: z.string(),
  license: z.object({ name: z.string() }).loose().nullable(),
  failure: z
    .object({ kind: z.string().min(1), message: z.string().min(1) })
    .loose()
    .nullable(),
})

/** How `desk list` calls what an image is at. */
const statuses: { readonly [K in JobState['kind']]: string } = {
  queued: 'waiting',
  running: 'waiting',
  done: 'read',
  failed: 'failed',
  unknown: 'unknown',
  cancelled: 'failed',
}

/** The list must tell of every image that is kept, and of one that was not read why. */
export function violationsInList(output: string, { kept }: Scene): string[] {
  const lines = output
    .split('\n')
    .filter(Boolean)
    .map((text) => line.parse(JSON.parse(text)))
  const byFile = new Map(lines.map((one) => [one.file, one]))
  return kept.flatMap(({ job: { source, state } }) => {
    const listed = byFile.get(source.path)
    if (listed === undefined) return [`${source.name} is not listed`]
    const { status, license, failure } = listed
    const isTold = state.kind === 'done' ? license !== null : failure !== null
    return status === statuses[state.kind] && isTold
      ? []
      : [`${source.name} is ${state.kind} and listed as ${status}`]
  })
}
