import { signed } from '../../../core/license/compare.ts'
import { eachOf } from '../../../core/license/reading.ts'
import { ok } from '../../../core/result.ts'
import { retryRuleOf } from '../../../core/wechat/faults.ts'
import type { Recognizer } from '../recognizer.ts'
import { severalLicenses } from './several-licenses.ts'

/** Reads offline what WeChat does not read today any more, and notes that; several licenses are not sent later either. */
export const offlineWhenSpent = (wechat: Recognizer, offline: Recognizer): Recognizer => ({
  ...wechat,
  async recognize(source, signal, trip) {
    const first = await wechat.recognize(source, signal, trip)
    if (first.ok || retryRuleOf(first.error.kind) !== 'tomorrow') return first
    const second = await offline.recognize(source, signal, trip)
    if (!second.ok) return second
    const failure = second.value.length > 1 ? severalLicenses : first.error
    return ok(
      eachOf(second.value, (reading) => ({
        ...signed({ recognizer: offline.id, reading }),
        recognizer: offline.id,
        missed: { recognizer: wechat.id, failure },
      })),
    )
  },
})
