import type { FileFound } from '../files/keeper.ts'
import type { Dialogs } from './dialogs.ts'
import type { WindowWords } from './words.ts'

type KeptFile = 'settings' | 'account'

/** Says which of the kept files were damaged, and what took their place. */
export function tellDamage(
  found: Readonly<Record<KeptFile, FileFound>>,
  dialogs: Pick<Dialogs, 'say'>,
  words: WindowWords,
): void {
  const messages = {
    settings: { restored: words.settingsRestored, lost: words.settingsLost },
    account: { restored: words.accountRestored, lost: words.accountLost },
  } as const
  for (const file of ['settings', 'account'] as const) {
    const state = found[file]
    if (state.kind === 'sound') continue
    const message = messages[file][state.kind]
    void dialogs.say({ kind: 'warning', message, detail: `${words.setAside} ${state.aside}` })
  }
}
