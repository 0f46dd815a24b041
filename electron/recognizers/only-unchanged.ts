import type { Failure } from '../../core/license/failure.ts'
import type { Source } from '../../core/license/record.ts'
import { fail } from '../../core/result.ts'
import type { Preview } from './offline/offline.ts'
import type { Recognizer } from './recognizer.ts'

/** Of a file as its source names it; throws when it cannot be read. */
type HashOf = (file: string) => Promise<string>

const changed: Failure = { kind: 'changed', message: 'the bytes are not those that came in' }

/** One that cannot be opened is left to whoever opens it, who can tell why. */
const hasChanged = async ({ path, image }: Source, hash: HashOf): Promise<boolean> =>
  image !== undefined && (await hash(path).catch(() => image)) !== image

/** Reads a file only while it holds what it held when it came in. */
export const onlyUnchanged = (recognizer: Recognizer, hash: HashOf): Recognizer => ({
  ...recognizer,
  async recognize(source, signal, trip) {
    const isOther = await hasChanged(source, hash)
    if (signal.aborted) return fail({ kind: 'cancelled', message: 'cancelled' })
    return isOther ? fail(changed) : recognizer.recognize(source, signal, trip)
  },
})

/** Shows a file only where it still holds that afterwards: it may be saved anew while it waits for its turn. */
export const previewUnchanged =
  (preview: Preview, hash: HashOf): Preview =>
  async (source, longSide, signal) => {
    const shown = await preview(source, longSide, signal)
    return shown.ok && (await hasChanged(source, hash)) ? fail(changed) : shown
  }
