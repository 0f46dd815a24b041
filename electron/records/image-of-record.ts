import type { OpenedRecord } from '../../core/ipc/held.ts'
import type { Failure } from '../../core/license/failure.ts'
import { keptIdOf, type Source } from '../../core/license/record.ts'
import { fail, type Result } from '../../core/result.ts'
import { contentHash } from '../intake/content-hash.ts'
import type { Preview } from '../recognizers/offline/offline.ts'
import { unlessDamaged } from '../store/store-problem.ts'
import type { KeptImages, RecordStore } from '../store/stores.ts'

/** Whether an image is still there and still the same; a file without a known hash is not looked for. */
export type StateOfImage = (source: Source) => Promise<OpenedRecord['image']>

/** @param images those that came without a file */
export const stateOfImageAmong =
  (images: Pick<KeptImages, 'get'>): StateOfImage =>
  async ({ path, image }) => {
    const kept = keptIdOf(path)
    if (kept !== undefined)
      return unlessDamaged(() => images.get(kept)) === undefined ? 'missing' : 'there'
    if (image === undefined) return 'missing'
    const now = await contentHash(path)
    if (!now.ok) return 'missing'
    return now.value === image ? 'there' : 'changed'
  }

/** The JPEG of the image of a job or record. */
export type PreviewOf = (
  id: string,
  longSide: number,
  signal: AbortSignal,
) => Promise<Result<Uint8Array, Failure>>

export interface RecordPreviewParts {
  readonly records: Pick<RecordStore, 'get'>
  /** Of an image on the desk's list, by the id of its job; `missing` where there is no such job. */
  readonly ofJob: PreviewOf
  readonly preview: Preview
  readonly stateOfImage: StateOfImage
}

/** The image of a job on the list, or else of a stored record, as long as its file is the same. */
export const previewOfEither =
  ({ records, ofJob, preview, stateOfImage }: RecordPreviewParts): PreviewOf =>
  async (id, longSide, signal) => {
    const source = records.get(id)?.source
    if (source === undefined) return ofJob(id, longSide, signal)
    const state = await stateOfImage(source)
    if (state === 'there') return preview(source, longSide, signal)
    return fail({ kind: state, message: `the image of the record is ${state}` })
  }
