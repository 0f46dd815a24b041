import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { plain, refuse, type Answer } from './answer.ts'
import { storageFault, storagePath } from './cloud-storage.ts'
import { reachesWeChat, type Fault, type FaultScript } from './faults.ts'
import type { Ledger } from './ledger.ts'
import { readMultipart } from './multipart.ts'
import { hashOf } from './recognition.ts'
import type { Arrived } from './request.ts'
import { send } from './send.ts'
import type { Route, WeChat } from './wechat.ts'

/** Paths of the company's own servers, which do not share WeChat's gateway. */
const elsewhere = new Set(['/service/token'])

interface Serving {
  readonly wechat: WeChat
  readonly routes: ReadonlyMap<string, Route>
  readonly faults: FaultScript
  readonly ledger: Ledger
  /** How long WeChat thinks about every answer, in milliseconds. */
  readonly latency: number
}

export function serve(serving: Serving): Server {
  return createServer((request, response) => {
    const left = new AbortController()
    response.once('close', () => left.abort())
    handle(serving, request, response, left.signal).catch((error: unknown) => {
      if (left.signal.aborted) return
      console.error('the fake WeChat failed', error)
      response.destroy()
    })
  })
}

async function handle(
  serving: Serving,
  incoming: IncomingMessage,
  response: ServerResponse,
  left: AbortSignal,
): Promise<void> {
  const { wechat, ledger } = serving
  const url = new URL(incoming.url ?? '/', 'http://wechat')
  const head = {
    method: incoming.method ?? '',
    path: url.pathname,
    query: url.searchParams,
    headers: incoming.headers,
  }
  const fault = serving.faults.next(head.path)
  const note = (answer: Answer, body: Buffer, answered: string) =>
    ledger.add({
      path: head.path,
      account:
        answer.account ?? wechat.tokens.find(head.query.get('access_token') ?? '')?.owner ?? '',
      imageHash: answer.imageHash ?? imageHashIn(incoming, body),
      charged: answer.charged,
      answered,
    })

  const refusal = refuseUnread(incoming, head.path)
  if (fault?.kind === 'reset-before-read' || refusal !== undefined) {
    const answer = refusal ?? plain(200, '', '')
    note(answer, Buffer.alloc(0), refusal === undefined ? named(fault) : refusal.answered)
    incoming.resume()
    response.setHeader('connection', 'close')
    return send(response, answer, refusal === undefined ? fault : undefined, left)
  }

  const body = await readBody(incoming)
  if (body === undefined) return note(plain(0, '', ''), Buffer.alloc(0), 'aborted')
  const request: Arrived = { ...head, body }
  const answer = await answerTo(serving, request, fault)
  note(answer, body, fault === undefined ? answer.answered : named(fault))
  const latency: Fault | undefined =
    serving.latency > 0 ? { kind: 'delay', ms: serving.latency } : undefined
  return send(response, answer, fault ?? latency, left)
}

const named = (fault: Fault | undefined): string => `fault ${fault?.kind}`

async function answerTo(
  { routes, wechat }: Serving,
  request: Arrived,
  fault: Fault | undefined,
): Promise<Answer> {
  if (fault !== undefined && !reachesWeChat(fault)) return plain(200, '', '')
  if (fault?.kind === 'revoke-token') wechat.tokens.revoke(request.query.get('access_token') ?? '')
  const route = routes.get(request.path)
  return route === undefined ? refuse(40066) : route(request, wechat)
}

/** What the gateway refuses before it reads: a body whose length it was not told. */
function refuseUnread(incoming: IncomingMessage, path: string): Answer | undefined {
  if (incoming.method !== 'POST' || elsewhere.has(path)) return undefined
  if (incoming.headers['content-length'] !== undefined) return undefined
  return path === storagePath
    ? storageFault([411, 'MissingContentLength', 'You must provide the Content-Length.'])
    : plain(412, 'text/html', '<html><body><h1>412 Precondition Failed</h1></body></html>')
}

/** Undefined when the caller left before its end. */
async function readBody(incoming: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = []
  try {
    for await (const chunk of incoming) chunks.push(Buffer.from(chunk))
    return Buffer.concat(chunks)
  } catch {
    return undefined
  }
}

function imageHashIn(incoming: IncomingMessage, body: Buffer): string {
  const parts = readMultipart(incoming.headers['content-type'], body) ?? []
  const image = parts.find((part) => part.filename !== undefined)
  return image === undefined ? '' : hashOf(image.bytes)
}
