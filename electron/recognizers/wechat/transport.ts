import { Agent, type Dispatcher } from 'undici'
import { Exchange } from './exchange.ts'
import type { Outcome } from './outcome.ts'

export interface WireRequest {
  readonly method: 'GET' | 'POST'
  readonly url: URL
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: Buffer
  /** Asked right before it would leave, whether it may; what it throws keeps it here too, and is thrown on. */
  readonly mayLeave?: () => boolean
}

/** The one way out to WeChat and to a company's token service. */
export interface Transport {
  /** Sends once and never again by itself; never throws of itself, also not for a lost connection. */
  send(request: WireRequest, signal: AbortSignal): Promise<Outcome>
  /** Ends everything under way. */
  close(): Promise<void>
}

export interface TransportOptions {
  /** For the whole of a request, from asking to the last byte of the answer, in milliseconds. */
  readonly deadline: number
  /** A proxy's agent, or one with the system's certificates. */
  readonly dispatcher: Dispatcher
}

/** Certificates to trust, in PEM, where not those that Node brings along. */
interface Trusted {
  readonly ca?: readonly string[]
}

/** Certificates are always checked: Node would let `NODE_TLS_REJECT_UNAUTHORIZED=0` in the environment forbid it. */
export const tlsWith = ({ ca }: Trusted): { rejectUnauthorized: true; ca?: string[] } => ({
  rejectUnauthorized: true,
  ...(ca === undefined ? {} : { ca: [...ca] }),
})

/** HTTP/1.1 over one agent. The deadline is the transport's own, so undici's are off but for connecting. */
export const createAgent = (trusted: Trusted = {}): Agent =>
  new Agent({
    allowH2: false,
    pipelining: 1,
    headersTimeout: 0,
    bodyTimeout: 0,
    connect: { timeout: 10_000, ...tlsWith(trusted) },
  })

export function createTransport(options: Partial<TransportOptions> = {}): Transport {
  const { deadline = 30_000, dispatcher = createAgent() } = options
  return {
    send: ({ method, url, headers, body, mayLeave }, signal) =>
      new Promise((resolve) => {
        if (!signal.aborted && mayLeave?.() === false) return resolve({ kind: 'held-back' })
        const exchange = new Exchange({ deadline, signal, settle: resolve })
        if (exchange.isOver) return
        exchange.dispatch(dispatcher, {
          origin: url.origin,
          path: `${url.pathname}${url.search}`,
          method,
          headers: {
            accept: 'application/json',
            'accept-encoding': 'identity',
            ...headers,
            ...(body === undefined ? {} : { 'content-length': String(body.byteLength) }),
          },
          body: body ?? null,
        })
      }),
    close: () => dispatcher.destroy(),
  }
}
