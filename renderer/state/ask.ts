import type { Channel } from '../../core/ipc/channels.ts'
import type { Input, Output } from '../../core/ipc/contract.ts'

/** Asks what answers nothing; whether the desk carried it out. */
export type CarryOut = <C extends Channel>(channel: C, input: Input<C>) => Promise<boolean>

/** Asks the desk; null when it did not carry it out, which the person was told. */
export type Ask = <C extends Channel>(channel: C, input: Input<C>) => Promise<Output<C> | null>
