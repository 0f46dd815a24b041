import type { Words } from '../../core/words/words.ts'
import { faultOf, StoreProblem } from '../store/store-problem.ts'
import type { Dialogs } from './dialogs.ts'
import type { FaultLog } from './fault-log.ts'

export interface TellFaultsParts {
  readonly log: FaultLog
  readonly dialogs: Pick<Dialogs, 'say'>
  readonly words: () => Words
}

/** Writes every fault down; tells the person of the first, and of the next only when that message is closed. */
export function tellFaults({ log, dialogs, words }: TellFaultsParts): (error: unknown) => void {
  let telling = false
  return (fault) => {
    log.write('fault', fault)
    if (telling) return
    telling = true
    const detail = `${words()('window:innerFaultDetail')}\n${log.file}`
    const over = (): void => {
      telling = false
    }
    void dialogs.say({ kind: 'error', message: messageOf(fault, words()), detail }).then(over, over)
  }
}

/** A disk that is full, or fails, is no fault of the program. */
function messageOf(fault: unknown, words: Words): string {
  if (!(fault instanceof StoreProblem)) return words('window:innerFault')
  return words(faultOf(fault) === 'disk-full' ? 'window:storeFull' : 'window:storeFailed')
}
