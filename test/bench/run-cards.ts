import { openImage } from '../../electron/engine/decode/decode-image.ts'
import { readLicense } from '../../electron/engine/read-license.ts'
import type { Case } from './cases.ts'
import { type Mark, marksOf } from './score.ts'
import type { WatchedModels } from './watched-models.ts'

/** What reading one card gave and took. */
export interface Run {
  readonly card: Case
  readonly marks: readonly Mark[]
  /** From the path to the reading, in milliseconds. */
  readonly ms: number
  /** The networks alone, on the same tensors; only when asked for. */
  readonly bareMs: number | undefined
  /** Kind of failure, `''` when a license was read. */
  readonly failure: string
}

/** Reads cards one after the other in this process. */
export async function runCards(
  { models, forget, runBare }: WatchedModels,
  cards: readonly Case[],
  bare: boolean,
): Promise<Run[]> {
  const runs: Run[] = []
  for (const card of cards) {
    forget()
    const start = performance.now()
    const image = await openImage(card.image)
    const outcome = image.ok ? await readLicense(models, image.value) : image
    const ms = performance.now() - start
    runs.push({
      card,
      marks: marksOf(card, outcome.ok ? outcome.value : undefined),
      ms,
      bareMs: bare ? await runBare() : undefined,
      failure: outcome.ok ? '' : `${outcome.error.kind}: ${outcome.error.detail}`,
    })
  }
  return runs
}
