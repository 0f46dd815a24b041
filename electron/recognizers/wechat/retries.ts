import type { Failure } from '../../../core/license/failure.ts'
import { fail, type Result } from '../../../core/result.ts'
import { type RetryRule, retryRuleOf } from '../../../core/wechat/faults.ts'
import type { Gate } from './gate.ts'

/**
 * Tries whenever the gate lets it, until it succeeds or its failure allows no further try.
 * @param attempt gives undefined when it was held back before anything left
 */
export async function withRetries<Value>(
  attempt: () => Promise<Result<Value, Failure> | undefined>,
  gate: Gate,
  signal: AbortSignal,
): Promise<Result<Value, Failure>> {
  const spent = new Map<RetryRule, number>()
  for (;;) {
    const shut = await gate.pass(signal)
    if (shut !== undefined) return fail(shut)
    const result = await attempt()
    if (result === undefined) continue
    if (result.ok) return result
    const rule = retryRuleOf(result.error.kind)
    const times = spent.get(rule) ?? 0
    if (!gate.follow(rule, times, result.error)) return result
    spent.set(rule, times + 1)
  }
}
