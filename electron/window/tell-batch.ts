import type { Pause } from '../../core/ipc/contract.ts'
import type { LicenseRecord } from '../../core/license/record.ts'
import type { Words } from '../../core/words/words.ts'
import { type BatchEnd, createBatchWatch } from './batch-watch.ts'

/** Where a person sees how the program is doing while another one is before them. */
export interface Taskbar {
  /** 0..1; null where nothing is under way. */
  progress(over: number | null, mode: 'normal' | 'paused' | 'error'): void
  /** Whether the window itself is before the person, who then needs no notice beside it. */
  isSeen(): boolean
  /** The notice before goes away. */
  notify(said: Notice): void
  /** Takes the notice away. */
  quiet(): void
}

interface Notice {
  readonly title: string
  readonly body: string
}

export interface TellBatchParts {
  readonly taskbar: Taskbar
  readonly words: () => Words
  readonly isReady: (record: LicenseRecord) => boolean
  /** Milliseconds from any beginning. */
  readonly now: () => number
}

/** Whoever waited less than that, in milliseconds, is still looking. */
const long = 15_000

/** Shows how far a batch is in the task bar, and tells once when a long one ends while another program is before it. */
export function tellBatch({ taskbar, words, isReady, now }: TellBatchParts) {
  return createBatchWatch({
    isReady,
    now,
    onProgress(over, pause) {
      if (over !== null) taskbar.quiet()
      taskbar.progress(over, modeOf(pause))
    },
    onEnd(end) {
      if (end.milliseconds >= long && !taskbar.isSeen()) taskbar.notify(said(end, words()))
    },
  })
}

const modeOf = (pause: Pause): 'normal' | 'paused' | 'error' =>
  pause === 'none' ? 'normal' : pause === 'person' ? 'paused' : 'error'

/** How many, and nothing of whom: whoever passes by reads it too. */
function said({ ready, look, failed }: BatchEnd, words: Words): Notice {
  const parts = [
    words('window:batchReady', { count: ready }),
    ...(look > 0 ? [words('window:batchLook', { count: look })] : []),
    ...(failed > 0 ? [words('window:batchFailed', { count: failed })] : []),
  ]
  return { title: words('window:batchOver'), body: parts.join(words('window:comma')) }
}
