import { compareReadings, signed } from '../../../core/license/compare.ts'
import type { FailureKind } from '../../../core/license/failure.ts'
import type { Reading } from '../../../core/license/reading.ts'
import { fail, ok } from '../../../core/result.ts'
import type { Recognizer } from '../recognizer.ts'
import { cancelled } from '../wechat/failures.ts'

export interface AutoParts {
  readonly offline: Recognizer
  readonly wechat: Recognizer
  /** When a call is spent: for every card, or only where a person would have to look. */
  readonly spend: 'always' | 'doubtful'
  readonly needsLook: (reading: Reading) => boolean
}

/** Where the offline engine failed at this, another reader may still succeed. */
const worthACall: ReadonlySet<FailureKind> = new Set([
  'unreadable-license',
  'engine-crashed',
  'engine-timed-out',
])

/**
 * Reads offline first, spends a call only where it helps, and compares what both read. What waits for WeChat keeps no
 * other image from being read offline.
 */
export const createAutoRecognizer = ({
  offline,
  wechat,
  spend,
  needsLook,
}: AutoParts): Recognizer => ({
  id: 'auto',
  isPaid: true,
  async recognize(source, signal, trip) {
    const askWeChat = async () => {
      await trip.turn()
      return signal.aborted ? fail(cancelled) : wechat.recognize(source, signal, trip)
    }
    const first = await offline.recognize(source, signal, trip)
    if (!first.ok) {
      if (!worthACall.has(first.error.kind)) return first
      const second = await askWeChat()
      if (!second.ok) return second
      const reading = signed({ recognizer: wechat.id, reading: second.value })
      return ok({ ...reading, missed: { recognizer: offline.id, failure: first.error } })
    }
    const own = { recognizer: offline.id, reading: first.value }
    if (spend === 'doubtful' && !needsLook(first.value)) return ok(signed(own))
    const second = await askWeChat()
    if (second.ok) return ok(compareReadings(own, { recognizer: wechat.id, reading: second.value }))
    if (second.error.kind === 'cancelled') return second
    return ok({ ...signed(own), missed: { recognizer: wechat.id, failure: second.error } })
  },
})
