import type { Answer } from '../../../core/wechat/answer.ts'
import { type CallKind, kindsByStatus } from '../../../core/wechat/codes.ts'
import type { WeChatFault } from '../../../core/license/wechat-faults.ts'
import { refusal } from '../../../core/wechat/refusal.ts'
import type { Failure } from '../../../core/license/failure.ts'
import { fail, ok, type Result } from '../../../core/result.ts'
import type { NeverLeft, Outcome } from './outcome.ts'

/** How the answer of a call is to be understood. */
export interface CallNature {
  readonly kind: CallKind
  /** An image may be read and paid for by it. */
  readonly isCharged: boolean
  /** What must not stand in a message, should the answer repeat it. */
  readonly secrets: readonly string[]
}

const faultsBefore: { readonly [C in NeverLeft]: WeChatFault } = {
  dns: 'no-connection',
  connect: 'no-connection',
  deadline: 'no-connection',
  'not-sendable': 'request-faulty',
  tls: 'tls-invalid',
  'proxy-login': 'proxy-login',
}

export const cancelled: Failure = { kind: 'cancelled', message: 'cancelled' }

/** What a call gave, by what became of its request and by what its answer says. */
export function meaningOf<Value>(
  outcome: Outcome,
  read: (body: string) => Answer<Value>,
  nature: CallNature,
): Result<Value, Failure> {
  switch (outcome.kind) {
    case 'answered':
      return said(outcome.status, read(outcome.body.toString('utf8')), nature)
    case 'never-left':
      return fail({
        kind: faultsBefore[outcome.cause],
        message: `nothing was sent: ${outcome.cause} (${outcome.detail})`,
      })
    case 'unknown': {
      const message = `no answer: ${outcome.cause} (${outcome.detail})`
      return fail(
        lost(nature, outcome.cause === 'redirect' ? 'not-wechat' : 'no-proper-answer', message),
      )
    }
    case 'cancelled':
      return fail(
        nature.isCharged && outcome.mayHaveLeft
          ? { kind: 'outcome-unknown', message: 'cancelled after the sending began' }
          : cancelled,
      )
    case 'held-back':
      return fail(cancelled)
  }
}

function said<Value>(
  status: number,
  answer: Answer<Value>,
  nature: CallNature,
): Result<Value, Failure> {
  if (answer.kind === 'refused') {
    const kind = answer.fromFunction === true ? 'function' : nature.kind
    return fail(refusal(answer.code, answer.message, kind, nature.secrets))
  }
  const refused = kindsByStatus[status]
  if (refused !== undefined) return fail({ kind: refused, message: `refused: HTTP ${status}` })
  const found = `HTTP ${status}`
  if (answer.kind === 'page')
    return fail(lost(nature, 'not-wechat', `a web page answered, not WeChat: ${found}`))
  if (answer.kind === 'unreadable' || status >= 400)
    return fail(lost(nature, 'no-proper-answer', `the answer cannot be read: ${found}`))
  return ok(answer.value)
}

const lost = ({ isCharged }: CallNature, free: WeChatFault, message: string): Failure => ({
  kind: isCharged ? 'outcome-unknown' : free,
  message,
})
