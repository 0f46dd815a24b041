import type { RecoverOutcome, VaultState } from '../../core/ipc/vault.ts'
import { ok } from '../../core/result.ts'
import type { Answers } from './serve.ts'

/** The place of the records, and the ways to open it. */
export interface VaultPort {
  state(): VaultState
  recover(passphrase: string): Promise<RecoverOutcome>
  /** Sets records that nothing opens any more aside, untouched, and begins with an empty store; no others. */
  beginAnew(): Promise<VaultState>
  /** Tries to open the records once more. */
  retry(): Promise<VaultState>
  /** The notices were read: they are not told again. */
  noted(): void
}

type VaultChannel =
  | 'vault:state'
  | 'vault:recover'
  | 'vault:begin-anew'
  | 'vault:retry'
  | 'vault:noted'

export const vaultAnswers = (vault: VaultPort): Pick<Answers, VaultChannel> => ({
  'vault:state': async () => ok(vault.state()),
  'vault:recover': async ({ passphrase }) => ok(await vault.recover(passphrase)),
  'vault:begin-anew': async () => ok(await vault.beginAnew()),
  'vault:retry': async () => ok(await vault.retry()),
  'vault:noted': async () => {
    vault.noted()
    return ok(null)
  },
})
