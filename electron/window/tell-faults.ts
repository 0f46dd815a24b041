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
    const { innerFault, innerFaultDetail } = words()
    const detail = `${innerFaultDetail}\n${log.file}`
    const over = (): void => {
      telling = false
    }
    void dialogs.say({ kind: 'error', message: innerFault, detail }).then(over, over)
  }
}
