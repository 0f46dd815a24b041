import type { Failure } from '../../core/license/failure.ts'
import type { Result } from '../../core/result.ts'
import { decoded } from './page-address.ts'

/** Long side in pixels that may be asked for. */
const sides = { least: 16, most: 4096 }

export type ImageAnswer = (address: URL, signal: AbortSignal) => Promise<Response>

/** The JPEG of the image of a job. */
export type PreviewOfJob = (
  jobId: string,
  longSide: number,
  signal: AbortSignal,
) => Promise<Result<Uint8Array, Failure>>

/** Answers `/image/<job id>?side=<pixels>` with a JPEG. */
export const createImageAnswer =
  (preview: PreviewOfJob): ImageAnswer =>
  async (address, signal) => {
    const jobId = decoded(address.pathname.slice('/image/'.length))
    const side = Number(address.searchParams.get('side') ?? 'none')
    if (jobId === undefined || !Number.isInteger(side) || side < sides.least || side > sides.most)
      return empty(400)
    const jpeg = await preview(jobId, side, signal)
    if (!jpeg.ok) return empty(jpeg.error.kind === 'missing' ? 404 : 422)
    return new Response(Uint8Array.from(jpeg.value), {
      headers: { 'content-type': 'image/jpeg', 'cache-control': 'private, max-age=3600' },
    })
  }

const empty = (status: number): Response =>
  new Response(null, { status, headers: { 'cache-control': 'no-store' } })
