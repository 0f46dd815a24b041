import { faultOf, StoreProblem } from '../store/store-problem.ts'
import type { Dialogs } from './dialogs.ts'
import type { FaultLog } from './fault-log.ts'
import type { WindowWords } from './words.ts'

export interface TellFaultsParts {
  readonly log: FaultLog
  readonly dialogs: Pick<Dialogs, 'say'>
  readonly words: () => WindowWords
}

/** Writes every fault down; tells the person of the first, and of the next only when that message is closed. */
export function tellFaults({ log, dialogs, words }: TellFaultsParts): (error: unknown) => void {
  let telling = false
  return (fault) => {
    log.write('fault', fault)
    if (telling) return
    telling = true
    const detail = `${words().innerFaultDetail}\n${log.file}`
    const over = (): void => {
      telling = false
    }
    void dialogs.say({ kind: 'error', message: messageOf(fault, words()), detail }).then(over, over)
  }
}

/** A disk that is full, or fails, is no fault of the program. */
function messageOf(fault: unknown, { innerFault, storeFull, storeFailed }: WindowWords): string {
  if (!(fault instanceof StoreProblem)) return innerFault
  return faultOf(fault) === 'disk-full' ? storeFull : storeFailed
}
