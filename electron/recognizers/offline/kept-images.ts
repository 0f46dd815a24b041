import { keptIdOf } from '../../../core/license/record.ts'
import type { EngineHost } from './engine-host.ts'

/** The part of the engine's host that asks. */
export type Asker = Pick<EngineHost, 'ask'>

/** Gives the engine the bytes of images that have no file. */
export const withKeptImages = (
  host: Asker,
  bytesOf: (id: string) => Uint8Array | undefined,
): Asker => ({
  ask(question, signal) {
    const id = keptIdOf(question.path)
    const bytes = id === undefined ? undefined : bytesOf(id)
    return host.ask(
      bytes === undefined ? question : { ...question, bytes: new Uint8Array(bytes) },
      signal,
    )
  },
})
