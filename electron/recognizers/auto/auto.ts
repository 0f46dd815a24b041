import { compareReadings, signed } from '../../../core/license/compare.ts'
import type { Failure, FailureKind } from '../../../core/license/failure.ts'
import { eachOf, type Reading } from '../../../core/license/reading.ts'
import { fail, ok } from '../../../core/result.ts'
import type { Recognizer } from '../recognizer.ts'
import { cancelled } from '../wechat/failures.ts'
import { severalLicenses } from './several-licenses.ts'

export interface AutoParts {
  readonly offline: Recognizer
  readonly wechat: Recognizer
  /** When a call is spent: for every card, or only where a person would have to look. */
  readonly spend: 'always' | 'doubtful'
  readonly needsLook: (reading: Reading) => boolean
}

/** Where the offline engine failed at this, another reader may still succeed: what it is, is known. */
const worthACall: ReadonlySet<FailureKind> = new Set(['unreadable-license'])

/**
 * Reads offline first, spends a call only where it helps, and compares what both read. Nothing leaves but a picture of
 * exactly one driving license. What waits for WeChat keeps no other image from being read offline.
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
      const missed = { recognizer: offline.id, failure: first.error }
      return ok(
        eachOf(second.value, (reading) => ({
          ...signed({ recognizer: wechat.id, reading }),
          missed,
        })),
      )
    }
    const [reading, ...others] = first.value
    const asks = (one: Reading): boolean => spend === 'always' || needsLook(one)
    const own = (one: Reading): Reading => signed({ recognizer: offline.id, reading: one })
    const unseen = (failure: Failure) => (one: Reading) =>
      asks(one) ? { ...own(one), missed: { recognizer: wechat.id, failure } } : own(one)
    if (others.length > 0) return ok(eachOf(first.value, unseen(severalLicenses)))
    if (!asks(reading)) return ok([own(reading)])
    const second = await askWeChat()
    if (second.ok)
      return ok(
        eachOf(second.value, (seen) =>
          compareReadings(
            { recognizer: offline.id, reading },
            { recognizer: wechat.id, reading: seen },
          ),
        ),
      )
    if (second.error.kind === 'cancelled') return second
    return ok([unseen(second.error)(reading)])
  },
})
