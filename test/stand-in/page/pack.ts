/**
 * Turns what IPC may carry into text and back, since a binding carries only text. Both functions are also written into
 * the page: they use nothing from outside themselves.
 */
export function pack(value: unknown): string {
  const walk = (item: unknown): unknown => {
    switch (typeof item) {
      case 'undefined':
        return { $: 'undefined' }
      case 'bigint':
        return { $: 'bigint', v: String(item) }
      case 'number':
        return Number.isFinite(item) ? item : { $: 'number', v: String(item) }
      case 'function':
      case 'symbol':
        throw new Error('An object could not be cloned.')
      case 'object':
        return item === null ? null : walkObject(item)
      default:
        return item
    }
  }
  const walkObject = (item: object): unknown => {
    if (Array.isArray(item)) return item.map(walk)
    if (item instanceof Date) return { $: 'Date', v: item.getTime() }
    if (item instanceof Map) return { $: 'Map', v: walk([...item]) }
    if (item instanceof Set) return { $: 'Set', v: walk([...item]) }
    if (item instanceof ArrayBuffer) return { $: 'buffer', v: bytesAsText(new Uint8Array(item)) }
    if (ArrayBuffer.isView(item)) {
      const bytes = new Uint8Array(item.buffer, item.byteOffset, item.byteLength)
      return { $: 'bytes', v: bytesAsText(bytes) }
    }
    const entries = Object.entries(item).map(([key, part]) => [key, walk(part)] as const)
    return '$' in item ? { $: 'object', v: entries } : Object.fromEntries(entries)
  }
  const bytesAsText = (bytes: Uint8Array): string => {
    let text = ''
    for (let at = 0; at < bytes.length; at += 8192)
      text += String.fromCharCode(...bytes.subarray(at, at + 8192))
    return btoa(text)
  }
  return JSON.stringify(walk(value))
}

export function unpack(text: string): unknown {
  const bytesOf = (coded: string): Uint8Array =>
    Uint8Array.from(atob(coded), (letter) => letter.charCodeAt(0))
  if (!text.includes('"$":')) return JSON.parse(text)
  return JSON.parse(text, (_key, item) => {
    switch (item?.$) {
      case 'undefined':
        return undefined
      case 'bigint':
        return BigInt(item.v)
      case 'number':
        return Number(item.v)
      case 'Date':
        return new Date(item.v)
      case 'Map':
        return new Map(item.v)
      case 'Set':
        return new Set(item.v)
      case 'bytes':
        return bytesOf(item.v)
      case 'buffer':
        return bytesOf(item.v).buffer
      case 'object':
        return Object.fromEntries(item.v)
      default:
        return item
    }
  })
}
