import { ok } from '../../core/result.ts'
import type { Records } from '../records/open-records.ts'
import type { Answers } from './serve.ts'

/** The place of the records, and the ways to open it. */
export type VaultPort = Omit<Records, 'close'>

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
