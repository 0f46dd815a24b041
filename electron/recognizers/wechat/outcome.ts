/** What became of a request, seen from here: above all whether it may have reached the other side. */
export type Outcome =
  /** `status` is 2xx or 4xx; `body` is whole. */
  | { readonly kind: 'answered'; readonly status: number; readonly body: Buffer }
  /** Not one byte of it was written. */
  | { readonly kind: 'never-left'; readonly cause: NeverLeft; readonly detail: string }
  /** Written at least in part, and no whole answer came back. */
  | { readonly kind: 'unknown'; readonly cause: Lost; readonly detail: string }
  | { readonly kind: 'cancelled'; readonly mayHaveLeft: boolean }
  /** Its sender did not let it leave. */
  | { readonly kind: 'held-back' }

export type NeverLeft = 'dns' | 'connect' | 'tls' | 'proxy-login' | 'deadline' | 'not-sendable'

export type Lost = 'deadline' | 'broken' | 'too-large' | 'compressed' | 'redirect' | 'server-error'

/** What an error before the first byte was about. */
export function whyNeverLeft(error: Error): NeverLeft {
  if (asksForLogin(error)) return 'proxy-login'
  const code = codeOf(error)
  if (code.startsWith('UND_ERR_INVALID')) return 'not-sendable'
  if (/^(ENOTFOUND|EAI_)/.test(code)) return 'dns'
  return /^(ERR_TLS|ERR_SSL|EPROTO|UNABLE_TO_|HOSTNAME_MISMATCH|INVALID_CA)|CERT/.test(code)
    ? 'tls'
    : 'connect'
}

/** The proxy refused and passed nothing on. */
export const asksForLogin = (error: Error): boolean => /\(407\)/.test(error.message)

/** The error's code and nothing else: its message may name the address, which holds the token. */
export function codeOf(error: Error): string {
  const code: unknown = Reflect.get(error, 'code')
  if (typeof code === 'string' && /^[A-Z][A-Z0-9_]*$/.test(code)) return code
  return error.cause instanceof Error ? codeOf(error.cause) : error.name
}
