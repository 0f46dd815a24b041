import { ProxyAgent } from 'undici'
import { createAgent, createTransport, tlsWith, type Transport } from './transport.ts'

export interface ProxiedOptions {
  /** The system's answer in the words of a PAC file, such as `PROXY 10.0.0.1:8080; DIRECT`. */
  readonly resolveProxy: (url: string) => Promise<string>
  /** Certificates to trust, in PEM; asked for once. */
  readonly certificates: () => readonly string[]
}

/** The way out that the system prescribes for each address: direct, or through its proxy. */
export function createProxiedTransport({ resolveProxy, certificates }: ProxiedOptions): Transport {
  const ways = new Map<string, Transport>()
  let ca: string[] | undefined
  const wayThrough = (proxy: string): Transport => {
    const known = ways.get(proxy)
    if (known !== undefined) return known
    ca ??= [...certificates()]
    const trusted = ca.length === 0 ? {} : { ca }
    const dispatcher = proxy === '' ? createAgent(trusted) : agentThrough(proxy, trusted)
    const way = createTransport({ dispatcher })
    ways.set(proxy, way)
    return way
  }
  return {
    async send(request, signal) {
      const asked = resolveProxy(request.url.origin).catch(() => 'DIRECT')
      const said = await Promise.race([asked, givenUp(signal)])
      if (signal.aborted) return { kind: 'cancelled', mayHaveLeft: false }
      if (said === undefined)
        return { kind: 'never-left', cause: 'deadline', detail: 'the system names no proxy' }
      return wayThrough(proxyIn(said)).send(request, signal)
    },
    async close() {
      await Promise.all([...ways.values()].map((way) => way.close()))
      ways.clear()
    },
  }
}

const connecting = 10_000

/** A proxy script that is fetched from a server may never come. */
async function givenUp(signal: AbortSignal): Promise<undefined> {
  const { promise, resolve } = Promise.withResolvers<undefined>()
  const end = (): void => resolve(undefined)
  const timer = setTimeout(end, connecting)
  signal.addEventListener('abort', end)
  if (signal.aborted) end()
  await promise
  clearTimeout(timer)
  signal.removeEventListener('abort', end)
}

const agentThrough = (uri: string, trusted: { readonly ca?: string[] }): ProxyAgent =>
  new ProxyAgent({
    uri,
    allowH2: false,
    pipelining: 1,
    headersTimeout: 0,
    bodyTimeout: 0,
    connectTimeout: connecting,
    requestTls: tlsWith(trusted),
    // To a SOCKS proxy undici would speak TLS for this alone.
    ...(uri.startsWith('https:') ? { proxyTls: tlsWith(trusted) } : {}),
  })

const schemes: Readonly<Record<string, string>> = {
  PROXY: 'http:',
  HTTP: 'http:',
  HTTPS: 'https:',
  SOCKS: 'socks5:',
  SOCKS5: 'socks5:',
}

/** The address of the first proxy that can be used, `''` where the way is direct. */
export function proxyIn(said: string): string {
  for (const choice of said.split(';')) {
    const [kind = '', host = ''] = choice.trim().split(/\s+/)
    if (kind.toUpperCase() === 'DIRECT') return ''
    const scheme = schemes[kind.toUpperCase()]
    if (scheme !== undefined && host !== '') return `${scheme}//${host}`
  }
  return ''
}
