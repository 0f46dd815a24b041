import type { Words } from '../../core/words/words.ts'
import type { FileFound } from '../files/keeper.ts'
import type { Dialogs } from './dialogs.ts'

type KeptFile = 'settings' | 'account'

/** Says which of the kept files were damaged, and what took their place. */
export function tellDamage(
  found: Readonly<Record<KeptFile, FileFound>>,
  dialogs: Pick<Dialogs, 'say'>,
  words: Words,
): void {
  const messages = {
    settings: { restored: words('window:settingsRestored'), lost: words('window:settingsLost') },
    account: { restored: words('window:accountRestored'), lost: words('window:accountLost') },
  } as const
  for (const file of ['settings', 'account'] as const) {
    const state = found[file]
    if (state.kind === 'sound') continue
    const message = messages[file][state.kind]
    void dialogs.say({
      kind: 'warning',
      message,
      detail: `${words('window:setAside')} ${state.aside}`,
    })
  }
}
