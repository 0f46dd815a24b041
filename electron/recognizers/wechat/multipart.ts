import { randomBytes } from 'node:crypto'
import type { Content } from './call.ts'

export type Part =
  | { readonly name: string; readonly value: string }
  | {
      readonly name: string
      readonly bytes: Uint8Array
      readonly type: 'image/jpeg' | 'image/png'
    }

const lineEnd = '\r\n'

/** Encodes a form at once: WeChat takes neither a body of unknown length nor a quoted boundary. */
export function encodeMultipart(parts: readonly Part[]): Content {
  const boundary = `----LicenseDesk${randomBytes(16).toString('hex')}`
  const chunks = parts.flatMap((part) => [
    Buffer.from([`--${boundary}`, ...headersOf(part), '', ''].join(lineEnd)),
    'value' in part ? Buffer.from(part.value) : part.bytes,
    Buffer.from(lineEnd),
  ])
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    body: Buffer.concat([...chunks, Buffer.from(`--${boundary}--${lineEnd}`)]),
  }
}

/** The file's own name stays here: it may name a person. */
function headersOf(part: Part): string[] {
  const disposition = `Content-Disposition: form-data; name="${part.name}"`
  if ('value' in part) return [disposition]
  const fileName = part.type === 'image/png' ? 'license.png' : 'license.jpg'
  return [`${disposition}; filename="${fileName}"`, `Content-Type: ${part.type}`]
}
