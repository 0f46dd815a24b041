import type { PreviewOf } from './image-of-record.ts'

/** Previews kept in memory, in bytes: the visible rows of a long list many times over. */
const room = 48 * 1024 * 1024

/** Previews that are remembered until they are forgotten. */
export interface Previews {
  readonly of: PreviewOf
  /** As when the desk is locked, or something was deleted; what is under way then is not remembered either. */
  readonly forget: () => void
}

/** Remembers the previews asked for last, so that scrolling back decodes nothing anew. */
export function rememberPreviews(preview: PreviewOf, most = room): Previews {
  let kept = new Map<string, Uint8Array>()
  let bytes = 0

  const keep = (key: string, jpeg: Uint8Array): void => {
    kept.set(key, jpeg)
    bytes += jpeg.byteLength
    for (const [oldest, { byteLength }] of kept) {
      if (bytes <= most) return
      kept.delete(oldest)
      bytes -= byteLength
    }
  }

  const of: PreviewOf = async (id, longSide, signal) => {
    const key = `${longSide} ${id}`
    const known = kept.get(key)
    if (known !== undefined) {
      kept.delete(key)
      kept.set(key, known)
      return { ok: true, value: known }
    }
    const before = kept
    const fresh = await preview(id, longSide, signal)
    if (fresh.ok && kept === before && !kept.has(key)) keep(key, fresh.value)
    return fresh
  }
  return {
    of,
    forget() {
      kept = new Map()
      bytes = 0
    },
  }
}
