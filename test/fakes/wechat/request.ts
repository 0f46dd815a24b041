import type { IncomingHttpHeaders } from 'node:http'
import type { z } from 'zod'
import { refuse, type Answer } from './answer.ts'

/** A request that was read to its end. */
export interface Arrived {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

type Read<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: Answer }

/** 44002 without a body, 47001 for one that is no JSON or of another shape. */
export function readJson<Schema extends z.ZodType>(
  request: Arrived,
  schema: Schema,
): Read<z.output<Schema>> {
  if (request.body.length === 0) return { ok: false, refusal: refuse(44002) }
  const parsed = schema.safeParse(parse(request.body.toString('utf8')))
  return parsed.success ? { ok: true, value: parsed.data } : { ok: false, refusal: refuse(47001) }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
