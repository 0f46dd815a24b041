import { setTimeout as pass } from 'node:timers/promises'
import type { Failure } from '../../../core/license/failure.ts'
import type { Result } from '../../../core/result.ts'
import { type RetryRule, retryRuleOf } from '../../../core/wechat/faults.ts'

/** Resolves after so many milliseconds, or at once when the signal is aborted. */
export type Wait = (ms: number, signal: AbortSignal) => Promise<void>

export interface Patience {
  readonly wait: Wait
  /** 0 up to 1; spreads what would otherwise come back all at once. */
  readonly random: () => number
}

export const realPatience: Patience = {
  wait: (ms, signal) => pass(ms, undefined, { signal }).catch(() => {}),
  random: Math.random,
}

/** Before each further try, in milliseconds: as often as it is listed, and no more. */
const pauses: { readonly [R in RetryRule]: readonly number[] } = {
  'back-off': [1_000, 2_000, 4_000],
  token: [0],
  'next-minute': [60_000, 60_000],
  once: [0],
  tomorrow: [],
  no: [],
}

/**
 * Tries until it succeeds, or until the rule of its failure allows no further try. An aborted signal ends the waiting;
 * the attempt itself must then end as cancelled.
 */
export async function withRetries<Value>(
  attempt: () => Promise<Result<Value, Failure>>,
  { wait, random }: Patience,
  signal: AbortSignal,
): Promise<Result<Value, Failure>> {
  const spent = new Map<RetryRule, number>()
  for (;;) {
    const result = await attempt()
    if (result.ok) return result
    const rule = retryRuleOf(result.error.kind)
    const times = spent.get(rule) ?? 0
    const pause = pauses[rule][times]
    if (pause === undefined) return result
    spent.set(rule, times + 1)
    if (pause > 0) await wait(pause * (1 + random() / 2), signal)
  }
}
