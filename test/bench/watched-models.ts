import type { LineReader, Models } from '../../electron/engine/models/models.ts'
import type { Block, Network } from '../../electron/engine/models/network.ts'

/** Models that remember what they were asked, so that the same tensors can be run bare. */
export interface WatchedModels {
  readonly models: Models
  /** Forgets what was asked so far. */
  readonly forget: () => void
  /** Milliseconds that the networks alone need for all that was asked since. */
  readonly runBare: () => Promise<number>
}

export function watch(models: Models): WatchedModels {
  let asked: { network: Network; input: Block }[] = []
  const watched =
    (network: Network): Network =>
    (input, use) => {
      asked.push({ network, input })
      return network(input, use)
    }
  const watchedReader = (reader: LineReader): LineReader => ({
    ...reader,
    network: watched(reader.network),
  })
  return {
    models: {
      detection: watched(models.detection),
      finder: watchedReader(models.finder),
      reader: watchedReader(models.reader),
      witness: watchedReader(models.witness),
    },
    forget: () => {
      asked = []
    },
    runBare: async () => {
      const start = performance.now()
      for (const { network, input } of asked) await network(input, () => undefined)
      return performance.now() - start
    },
  }
}
