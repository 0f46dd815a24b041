import { unreachable } from '../../core/result.ts'
import type { Words } from '../../core/words/words.ts'
import type { StoreProblemKind } from '../store/store-problem.ts'
import type { Dialogs } from './dialogs.ts'

/** Tells that the backup of the day could not be made, and what to do about it. */
export const tellNoBackup =
  (dialogs: Pick<Dialogs, 'say'>, words: () => Words) =>
  (reason: StoreProblemKind): void => {
    const message = messageOf(reason, words())
    void dialogs.say({ kind: 'warning', message, detail: words()('window:noBackupDetail') })
  }

function messageOf(reason: StoreProblemKind, words: Words): string {
  switch (reason) {
    case 'disk-full':
      return words('window:noBackupFull')
    case 'store-failed':
      return words('window:noBackupFailed')
    case 'damaged':
      return words('window:noBackupDamaged')
    default:
      return unreachable(reason)
  }
}
