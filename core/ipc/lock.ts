import { z } from 'zod'

const wait = z.number().int().nonnegative()

/** How the desk is protected, and whether it is locked now. */
export const lockState = z.object({
  /** Without a PIN nothing is ever locked. */
  hasPin: z.boolean(),
  hasPassphrase: z.boolean(),
  isLocked: z.boolean(),
  /** Milliseconds until another try is allowed, 0 where it is allowed now. */
  waitMs: wait,
})

/** The recovery passphrase opens whatever the PIN opens. */
export const unlockWish = z.object({
  by: z.enum(['pin', 'passphrase']),
  secret: z.string().min(1).max(200),
})

export const unlockOutcome = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('open') }),
  /** Not the right one; `waitMs`: before the next try. */
  z.object({ kind: z.literal('wrong'), waitMs: wait }),
  /** It was not looked at: too early after a wrong one. */
  z.object({ kind: z.literal('wait'), waitMs: wait }),
])

/** Digits, so that it can be typed on the number pad. */
export const pinPattern = /^\d{4,12}$/

/** `proof`: the PIN or the recovery passphrase that stands, `''` where no PIN stands; `next` of `''` takes it away. */
export const protectWish = z.object({
  what: z.enum(['pin', 'passphrase']),
  proof: z.string().max(200),
  next: z.string().max(200),
})

export const protectOutcome = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('done'), state: lockState }),
  z.object({ kind: z.literal('wrong'), waitMs: wait }),
  z.object({ kind: z.literal('wait'), waitMs: wait }),
  /** It could not be written down: all stays as it was. */
  z.object({ kind: z.literal('failed') }),
])

export type LockState = z.output<typeof lockState>
export type UnlockWish = z.output<typeof unlockWish>
export type UnlockOutcome = z.output<typeof unlockOutcome>
export type ProtectWish = z.output<typeof protectWish>
export type ProtectOutcome = z.output<typeof protectOutcome>
