import type { ExportOutcome, Refusal } from '../ipc/contract.ts'
import type { FailureKind } from '../license/failure.ts'
import type { WeChatFault } from '../license/wechat-faults.ts'

/** What went wrong, and what a person can do about it: a sentence each, without its stop. */
export interface Advice {
  readonly reason: string
  readonly remedy: string
}

/** Every way an image can be turned away, before or while it is read. */
export type TroubleKind = FailureKind | Refusal['kind']

/** Those that have nothing to do with WeChat. */
export type TroubleHere = Exclude<TroubleKind, WeChatFault>

/** Why a spreadsheet could not be written. */
export type ExportFailure = Extract<ExportOutcome, { kind: 'failed' }>['reason']
