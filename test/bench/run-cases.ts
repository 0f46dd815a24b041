import type { Readings } from '../../core/license/reading.ts'
import { openImage } from '../../electron/engine/decode/decode-image.ts'
import { readPicture } from '../../electron/engine/read-picture.ts'
import type { Case } from './cases.ts'
import { type Matched, matched } from './match.ts'
import { withProgress } from './progress.ts'
import type { WatchedModels } from './watched-models.ts'

/** What reading one picture gave and took. */
export interface Run extends Matched {
  readonly of: Case
  /** From the path to the reading, in milliseconds. */
  readonly ms: number
  /** The networks alone, on the same tensors; only where the picture shows one card. */
  readonly bareMs: number | undefined
  /** Kind of failure, `''` when a license was read. */
  readonly failure: string
}

/** Reads pictures one after the other in this process. */
export function runCases(
  { models, forget, runBare }: WatchedModels,
  cases: readonly Case[],
): Promise<Run[]> {
  return withProgress('reading', cases.length, async (progress) => {
    const runs: Run[] = []
    for (const one of cases) {
      forget()
      const start = performance.now()
      const image = await openImage(one.image)
      const outcome = image.ok ? await readPicture(models, image.value) : image
      const ms = performance.now() - start
      const readings: readonly [] | Readings = outcome.ok ? outcome.value : []
      runs.push({
        of: one,
        ...matched(one.people, readings),
        ms,
        bareMs: one.kind === 'scan' || one.kind === 'photo' ? await runBare() : undefined,
        failure: outcome.ok ? '' : outcome.error.kind,
      })
      progress.step()
    }
    return runs
  })
}
