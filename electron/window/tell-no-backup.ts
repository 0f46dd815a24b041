import { unreachable } from '../../core/result.ts'
import type { StoreProblemKind } from '../store/store-problem.ts'
import type { Dialogs } from './dialogs.ts'
import type { WindowWords } from './words.ts'

/** Tells that the backup of the day could not be made, and what to do about it. */
export const tellNoBackup =
  (dialogs: Pick<Dialogs, 'say'>, words: () => WindowWords) =>
  (reason: StoreProblemKind): void => {
    const message = messageOf(reason, words())
    void dialogs.say({ kind: 'warning', message, detail: words().noBackupDetail })
  }

function messageOf(reason: StoreProblemKind, words: WindowWords): string {
  switch (reason) {
    case 'disk-full':
      return words.noBackupFull
    case 'store-failed':
      return words.noBackupFailed
    case 'damaged':
      return words.noBackupDamaged
    default:
      return unreachable(reason)
  }
}
