import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import { setTimeout as after } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { jsonType, refuse, type Answer } from './answer.ts'
import type { Fault } from './faults.ts'

const bombSize = 32 * 1024 * 1024
const page = '<!DOCTYPE html><html><head><title>登录网络</title></head><body>请先登录</body></html>'

/** Sends an answer as the fault has it; an abandoned connection ends it quietly. */
export async function send(
  response: ServerResponse,
  answer: Answer,
  fault: Fault | undefined,
  left: AbortSignal,
): Promise<void> {
  const { status, type, body } = answer
  switch (fault?.kind) {
    case undefined:
    case 'revoke-token':
      return whole(response, status, type, body)
    case 'delay':
      await after(fault.ms, undefined, { signal: left })
      return whole(response, status, type, body)
    case 'held':
      await Promise.race([fault.until, once(left, 'abort')])
      left.throwIfAborted()
      return whole(response, status, type, body)
    case 'drip':
      return drip(response, answer, fault, left)
    case 'reset-before-read':
    case 'reset-after-upload':
      response.socket?.resetAndDestroy()
      return
    case 'truncated': {
      const bytes = Buffer.from(body)
      return whole(response, status, type, bytes.subarray(0, Math.ceil(bytes.length / 2)))
    }
    case 'html':
      return whole(response, fault.status, 'text/html; charset=utf-8', page)
    case 'redirect':
      return whole(response, 302, 'text/html', '', { location: fault.to })
    case 'gzip-bomb': {
      const bomb = gzipSync(Buffer.concat([Buffer.from(body), Buffer.alloc(bombSize, ' ')]))
      return whole(response, status, type, bomb, { 'content-encoding': 'gzip' })
    }
    case 'endless':
      return endless(response, answer, left)
    case 'status':
      return whole(response, fault.status, 'text/plain', '')
    case 'errcode':
      return whole(response, 200, jsonType, refuse(fault.errcode, fault.errmsg).body)
    case 'text-plain':
      return whole(response, status, 'text/plain', body)
    case 'control-characters':
      return whole(response, status, type, body.replaceAll('":"', '":"\u0001\n\t'))
  }
}

function whole(
  response: ServerResponse,
  status: number,
  type: string,
  body: string | Buffer,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, {
    'content-type': type,
    ...(status === 204 ? {} : { 'content-length': Buffer.byteLength(body) }),
    ...headers,
  })
  response.end(body)
}

async function drip(
  response: ServerResponse,
  { status, type, body }: Answer,
  { bytesPerChunk, ms }: Extract<Fault, { kind: 'drip' }>,
  left: AbortSignal,
): Promise<void> {
  const bytes = Buffer.from(body)
  response.writeHead(status, { 'content-type': type, 'content-length': bytes.length })
  for (let at = 0; at < bytes.length; at += bytesPerChunk) {
    response.write(bytes.subarray(at, at + bytesPerChunk))
    await after(ms, undefined, { signal: left })
  }
  response.end()
}

async function endless(
  response: ServerResponse,
  { status, type, body }: Answer,
  left: AbortSignal,
): Promise<void> {
  const blank = Buffer.alloc(65_536, ' ')
  response.writeHead(status, { 'content-type': type })
  response.write(body)
  while (!left.aborted) {
    if (response.write(blank)) await after(0, undefined, { signal: left })
    else await drained(response, left)
  }
}

function drained(response: ServerResponse, left: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    response.once('drain', resolve)
    left.addEventListener('abort', () => resolve(), { once: true })
  })
}
