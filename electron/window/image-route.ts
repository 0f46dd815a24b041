import { decoded } from '../ipc/page-address.ts'
import type { PreviewOf } from '../records/image-of-record.ts'

/** Long side in pixels that may be asked for. */
const sides = { least: 16, most: 4096 }

export type ImageAnswer = (address: URL, signal: AbortSignal) => Promise<Response>

/** Answers `/image/<id of a job or record>?side=<pixels>` with a JPEG, but not while it is locked, also where it was asked for before. */
export const createImageAnswer =
  (preview: PreviewOf, isLocked: () => boolean): ImageAnswer =>
  async (address, signal) => {
    if (isLocked()) return empty(403)
    const id = decoded(address.pathname.slice('/image/'.length))
    const side = Number(address.searchParams.get('side') ?? 'none')
    if (id === undefined || !Number.isInteger(side) || side < sides.least || side > sides.most)
      return empty(400)
    const jpeg = await preview(id, side, signal)
    if (isLocked()) return empty(403)
    if (!jpeg.ok) return empty(jpeg.error.kind === 'missing' ? 404 : 422)
    return new Response(Uint8Array.from(jpeg.value), {
      headers: { 'content-type': 'image/jpeg', 'cache-control': 'private, max-age=3600' },
    })
  }

const empty = (status: number): Response =>
  new Response(null, { status, headers: { 'cache-control': 'no-store' } })
