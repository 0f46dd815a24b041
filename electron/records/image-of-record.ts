import type { OpenedRecord } from '../../core/ipc/held.ts'
import type { Failure } from '../../core/license/failure.ts'
import type { Source } from '../../core/license/record.ts'
import { fail, type Result } from '../../core/result.ts'
import { contentHash } from '../intake/content-hash.ts'
import type { Preview } from '../recognizers/offline/offline.ts'
import type { RecordStore } from '../store/stores.ts'

/** Whether the file of an image is still there and still the same; without a known hash it is not looked for. */
export async function stateOfImage({ path, image }: Source): Promise<OpenedRecord['image']> {
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
}

/** The image of a job on the list, or else of a stored record, as long as its file is the same. */
export const previewOfEither =
  ({ records, ofJob, preview }: RecordPreviewParts): PreviewOf =>
  async (id, longSide, signal) => {
    const source = records.get(id)?.source
    if (source === undefined) return ofJob(id, longSide, signal)
    const state = await stateOfImage(source)
    if (state === 'there') return preview(source, longSide, signal)
    return fail({ kind: state, message: `the image of the record is ${state}` })
  }
