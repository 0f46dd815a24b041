import { z } from 'zod'

/** What happened to the records when they were opened; told once. */
const vaultNotice = z.discriminatedUnion('kind', [
  /** They were damaged: the backup of `backupAt` (UTC, ISO 8601) took their place, the damaged file stands aside. */
  z.object({ kind: z.literal('restored'), backupAt: z.string(), aside: z.string() }),
  /** They were damaged and no backup was sound: they begin anew, the damaged file stands aside. */
  z.object({ kind: z.literal('lost'), aside: z.string() }),
])

/** Whether the records can be used. */
export const vaultState = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('open'), notices: z.array(vaultNotice) }),
  /** The system's key is gone; with `hasPassphrase` the recovery passphrase opens them. Nothing was wiped. */
  z.object({
    kind: z.literal('key-lost'),
    hasPassphrase: z.boolean(),
    folder: z.string(),
    /** Milliseconds until another try is allowed. */
    waitMs: z.number().int().nonnegative(),
  }),
  /** Written by a newer version of the program: nothing was opened, nothing is written. */
  z.object({
    kind: z.literal('newer'),
    /** The first version of the program that knows it, `''` where that is not known. */
    needs: z.string(),
  }),
  /** Another program holds the folder. */
  z.object({ kind: z.literal('busy'), folder: z.string() }),
  z.object({ kind: z.literal('disk-full'), folder: z.string() }),
  /** The folder may not be read or written, or the disk failed. */
  z.object({ kind: z.literal('failed'), folder: z.string() }),
])

export const recoverOutcome = z.discriminatedUnion('kind', [
  /** As the records stand now: open, or kept shut by something else. */
  z.object({ kind: z.literal('tried'), state: vaultState }),
  z.object({ kind: z.literal('wrong'), waitMs: z.number().int().nonnegative() }),
])

export type VaultNotice = z.output<typeof vaultNotice>
export type VaultState = z.output<typeof vaultState>
export type ClosedVault = Exclude<VaultState, { kind: 'open' }>
export type RecoverOutcome = z.output<typeof recoverOutcome>
