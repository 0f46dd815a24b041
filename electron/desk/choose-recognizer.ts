import type { Failure } from '../../core/license/failure.ts'
import type { Reading } from '../../core/license/reading.ts'
import type { Source } from '../../core/license/record.ts'
import { review } from '../../core/license/review.ts'
import { fail, ok, type Result, unreachable } from '../../core/result.ts'
import type { Engine, Settings } from '../../core/settings/settings.ts'
import { payerOf, type WeChatWay } from '../../core/wechat/account.ts'
import type { CardPlace } from '../engine/prepare/prepare-image.ts'
import { type AutoParts, createAutoRecognizer } from '../recognizers/auto/auto.ts'
import { localDate } from '../clock/local-time.ts'
import type { Prepare } from '../recognizers/offline/offline.ts'
import type { Recognizer } from '../recognizers/recognizer.ts'
import { offlineWhenSpent } from '../recognizers/auto/offline-when-spent.ts'
import { counted, type CountedParts } from '../recognizers/wechat/counted.ts'
import { oncePerImage, type UnderWay } from '../recognizers/wechat/once-per-image.ts'
import {
  openWeChat,
  type OpenWeChatParts,
  type WeChatSetting,
} from '../recognizers/wechat/open-wechat.ts'
import type { PaidCalls } from '../recognizers/wechat/paid-calls.ts'

export interface ChooseParts
  extends Omit<OpenWeChatParts, 'makeSendable'>,
    Omit<CountedParts, 'account' | 'limit' | 'waitsWhenSpent'>,
    Pick<AutoParts, 'offline' | 'spend'> {
  readonly prepare: Prepare
  /** What was paid for, so that no image is sent twice. */
  readonly paid: PaidCalls
  readonly underWay: UnderWay
  /** When the calls of the day are used up: wait for the next day, read offline what can be, or fail. */
  readonly whenSpent: Settings['whenSpent'] | 'fail'
}

/**
 * The recognizer for a way to read.
 * @param setting how WeChat is reached; not needed offline
 * @returns `settings-incomplete` where something is missing for that way
 */
export function chooseRecognizer(
  engine: Engine,
  setting: WeChatSetting,
  parts: ChooseParts,
): Result<Recognizer, Failure> {
  switch (engine) {
    case 'offline':
      return ok(parts.offline)
    case 'auto':
      return auto(setting, parts)
    case 'wechat-address':
      return throughWeChat(engine, setting, withoutOffline(parts), () => undefined)
    case 'wechat-upload':
    case 'wechat-cloud': {
      const wechat = throughWeChat(engine, setting, parts, () => undefined)
      return wechat.ok && parts.whenSpent === 'offline'
        ? ok(offlineWhenSpent(wechat.value, parts.offline))
        : wechat
    }
    default:
      return unreachable(engine)
  }
}

function auto(setting: WeChatSetting, parts: ChooseParts): Result<Recognizer, Failure> {
  const places = new Map<string, CardPlace>()
  const wechat = throughWeChat('wechat-upload', setting, parts, (source) =>
    places.get(keyOf(source)),
  )
  if (!wechat.ok) return wechat
  const offline: Recognizer = {
    ...parts.offline,
    async recognize(source, signal, trip) {
      const outcome = await parts.offline.recognize(source, signal, trip)
      const { card, turn } = outcome.ok ? outcome.value[0].image : {}
      if (card !== undefined && turn !== undefined)
        places.set(keyOf(source), { corners: card, turn })
      return outcome
    },
  }
  const { spend, now } = parts
  const needsLook = (reading: Reading): boolean =>
    review({ reading, decisions: {} }, { today: localDate(now()) }).items.length > 0
  const recognizer = createAutoRecognizer({ offline, wechat: wechat.value, spend, needsLook })
  return ok({
    ...recognizer,
    recognize: (source, signal, trip) =>
      recognizer.recognize(source, signal, trip).finally(() => places.delete(keyOf(source))),
  })
}

/** What only WeChat can fetch is not read offline. */
const withoutOffline = (parts: ChooseParts): ChooseParts =>
  parts.whenSpent === 'offline' ? { ...parts, whenSpent: 'wait' } : parts

const keyOf = ({ path, page }: Source): string => `${page} ${path}`

function throughWeChat(
  way: WeChatWay,
  setting: WeChatSetting,
  parts: ChooseParts,
  placeOf: (source: Source) => CardPlace | undefined,
): Result<Recognizer, Failure> {
  const { prepare } = parts
  const opened = openWeChat(setting, {
    ...parts,
    async makeSendable(source, signal) {
      const prepared = await prepare(source, placeOf(source), signal)
      if (!prepared.ok) return fail(prepared.error)
      const { bytes, type, width, height } = prepared.value
      return ok({ bytes, type, image: { width, height, turn: 0 } })
    },
  })
  if (!opened.ok) return opened
  const recognizer = opened.value.recognizer(way)
  if (!recognizer.ok) return recognizer
  const { account } = setting
  return ok(
    oncePerImage(
      counted(recognizer.value, {
        ...parts,
        account: payerOf(account),
        limit: account.dailyLimit,
        waitsWhenSpent: parts.whenSpent === 'wait',
      }),
      parts.paid,
      parts.underWay,
    ),
  )
}
