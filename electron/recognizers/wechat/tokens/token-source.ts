import type { Failure } from '../../../../core/license/failure.ts'
import type { Result } from '../../../../core/result.ts'

export interface Token {
  readonly value: string
}

/** Where calls get the token that stands for the account, or for a merchant that authorized it. */
export interface TokenSource {
  /** Asks for one only when it has none that lives. An aborted signal gives `cancelled` at once. */
  token(signal: AbortSignal): Promise<Result<Token, Failure>>
  /** WeChat refused this token: the next one asked for is another, unless another is there already. */
  refused(token: Token): void
  /** Whether WeChat refused it meanwhile: what has not left yet then goes with another. */
  isRefused(token: Token): boolean
}
