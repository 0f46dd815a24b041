export interface Part {
  readonly name: string
  /** Absent: the part is a text field. */
  readonly filename?: string
  readonly contentType?: string
  readonly bytes: Buffer
}

const lineEnd = '\r\n'
const headerEnd = Buffer.from('\r\n\r\n')

/** As strict as WeChat: a quoted boundary, or one line end out of place, and there are no parts (undefined). */
export function readMultipart(contentType: string | undefined, body: Buffer): Part[] | undefined {
  const boundary = /^multipart\/form-data; *boundary=([\w'()+,./:=?-]{1,70})$/i.exec(
    contentType ?? '',
  )?.[1]
  if (boundary === undefined) return undefined
  const first = Buffer.from(`--${boundary}${lineEnd}`)
  if (!body.subarray(0, first.length).equals(first)) return undefined
  const delimiter = Buffer.from(`${lineEnd}--${boundary}`)
  const parts: Part[] = []
  let at = first.length
  for (;;) {
    const end = body.indexOf(delimiter, at)
    const part = end < 0 ? undefined : readPart(body.subarray(at, end))
    if (part === undefined) return undefined
    parts.push(part)
    at = end + delimiter.length
    const next = body.subarray(at, at + 2).toString('latin1')
    if (next === '--') return parts
    if (next !== lineEnd) return undefined
    at += 2
  }
}

function readPart(bytes: Buffer): Part | undefined {
  const end = bytes.indexOf(headerEnd)
  if (end < 0) return undefined
  const headers = new Map(
    bytes
      .subarray(0, end)
      .toString('utf8')
      .split(lineEnd)
      .map((line) => {
        const colon = line.indexOf(':')
        return [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()] as const
      }),
  )
  const disposition = headers.get('content-disposition') ?? ''
  const name = /^form-data; *name="([^"]*)"/i.exec(disposition)?.[1]
  if (name === undefined) return undefined
  const filename = /; *filename="([^"]*)"/i.exec(disposition)?.[1]
  const contentType = headers.get('content-type')
  return {
    name,
    ...(filename === undefined ? {} : { filename }),
    ...(contentType === undefined ? {} : { contentType }),
    bytes: bytes.subarray(end + headerEnd.length),
  }
}
