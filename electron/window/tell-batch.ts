import { type BrowserWindow, Notification } from 'electron'
import type { Pause } from '../../core/ipc/contract.ts'
import type { LicenseRecord } from '../../core/license/record.ts'
import type { Words } from '../../core/words/words.ts'
import { type BatchEnd, createBatchWatch } from './batch-watch.ts'
import { bringToFront } from './desk-window.ts'

export interface TellBatchParts {
  readonly window: () => BrowserWindow | undefined
  readonly words: () => Words
  readonly isReady: (record: LicenseRecord) => boolean
  readonly now: () => number
}

/** Whoever waited less than that, in milliseconds, is still looking. */
const long = 15_000

/** Shows how far a batch is in the task bar, and tells once when a long one ends while another program is before it. */
export function tellBatch({ window, words, isReady, now }: TellBatchParts) {
  let notice: Notification | undefined
  return createBatchWatch({
    isReady,
    now,
    onProgress(over, pause) {
      notice?.close()
      notice = undefined
      const shown = window()
      if (shown === undefined || shown.isDestroyed()) return
      if (over === null) shown.setProgressBar(-1)
      else shown.setProgressBar(Math.max(over, 0.01), { mode: modeOf(pause) })
    },
    onEnd(end) {
      const shown = window()
      if (end.milliseconds < long || shown === undefined || shown.isDestroyed()) return
      if (shown.isFocused() || !Notification.isSupported()) return
      notice = new Notification(said(end, words()))
      notice.on('click', () => bringToFront(shown))
      notice.show()
    },
  })
}

const modeOf = (pause: Pause): 'normal' | 'paused' | 'error' =>
  pause === 'none' ? 'normal' : pause === 'person' ? 'paused' : 'error'

/** How many, and nothing of whom: whoever passes by reads it too. */
function said({ ready, look, failed }: BatchEnd, words: Words): { title: string; body: string } {
  const parts = [
    words('window:batchReady', { count: ready }),
    ...(look > 0 ? [words('window:batchLook', { count: look })] : []),
    ...(failed > 0 ? [words('window:batchFailed', { count: failed })] : []),
  ]
  return { title: words('window:batchOver'), body: parts.join(words('window:comma')) }
}
