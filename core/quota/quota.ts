import type { Failure, FailureKind } from '../license/failure.ts'

/** The calls of one account on one day, as China counts its days. */
export interface QuotaDay {
  /** Made, or perhaps made. */
  readonly used: number
  /** WeChat itself said that there are no more today. */
  readonly isClosed: boolean
}

export const unusedDay: QuotaDay = { used: 0, isClosed: false }

/** `near`: a person should know that few are left; `spent`: nothing more is sent today. */
export type QuotaState = 'open' | 'near' | 'spent'

const warnFrom = 0.8

export function quotaState({ used, isClosed }: QuotaDay, limit: number): QuotaState {
  if (isClosed || used >= limit) return 'spent'
  return used >= limit * warnFrom ? 'near' : 'open'
}

const eightHours = 8 * 3_600_000

/** The day in China, `YYYY-MM-DD`: WeChat begins anew at its midnight. */
export const chinaDay = (now: Date): string =>
  new Date(now.getTime() + eightHours).toISOString().slice(0, 10)

/** Failures after which WeChat may have read the image, and counted the call. */
const counted: ReadonlySet<FailureKind> = new Set([
  'outcome-unknown',
  'no-license',
  'image-undecodable',
  'unknown-refusal',
])

export const mayBeCounted = ({ kind }: Failure): boolean => counted.has(kind)
