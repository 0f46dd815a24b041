import { randomBytes } from 'node:crypto'
import { watchFor } from '../canaries.ts'

type TokenKind = 'classic' | 'stable' | 'component' | 'authorizer'

export interface Token {
  readonly value: string
  readonly kind: TokenKind
  /** AppID. */
  readonly owner: string
  /** Milliseconds since the epoch. */
  readonly expires: number
  /** No longer the latest one, or taken back: once dead it is 40001 rather than 42001. */
  readonly replaced: boolean
}

export const lifetime = 7_200_000
/** How long a token lives on beside its successor. */
export const overlap = 300_000

/** Every token that was ever given out, by the injected clock. */
export class TokenBook {
  readonly #tokens = new Map<string, Token>()
  readonly #now: () => number

  constructor(now: () => number) {
    this.#now = now
  }

  issue(kind: TokenKind, owner: string): Token {
    const token: Token = {
      value: `${Math.floor(this.#now() / 1000)}_${randomBytes(384).toString('base64url')}`.slice(
        0,
        512,
      ),
      kind,
      owner,
      expires: this.#now() + lifetime,
      replaced: false,
    }
    this.#tokens.set(token.value, token)
    watchFor(token.value)
    return token
  }

  /** The youngest living one. */
  current(kind: TokenKind, owner: string): Token | undefined {
    return [...this.#tokens.values()].findLast(
      (token) =>
        token.kind === kind && token.owner === owner && !token.replaced && this.#lives(token),
    )
  }

  find(value: string): Token | undefined {
    return this.#tokens.get(value)
  }

  /** Seconds that remain. */
  expiresIn(token: Token): number {
    return Math.floor((token.expires - this.#now()) / 1000)
  }

  /** A newer one was given out: this one dies soon, or at once. */
  replace(token: Token, livesOn: number): void {
    const expires = Math.min(token.expires, this.#now() + livesOn)
    this.#tokens.set(token.value, { ...token, expires, replaced: true })
  }

  revoke(value: string): void {
    const token = this.#tokens.get(value)
    if (token !== undefined) this.replace(token, 0)
  }

  /** The living token, or why it is refused: never given out 40014, replaced 40001, too old 42001. */
  check(value: string): Token | number {
    const token = this.#tokens.get(value)
    if (token === undefined) return 40014
    if (this.#lives(token)) return token
    return token.replaced ? 40001 : 42001
  }

  #lives(token: Token): boolean {
    return this.#now() < token.expires
  }
}
