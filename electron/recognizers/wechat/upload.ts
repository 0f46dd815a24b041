import { ok } from '../../../core/result.ts'
import { readLicenseAnswer } from '../../../core/wechat/answer.ts'
import { toReading } from '../../../core/wechat/to-reading.ts'
import type { Recognizer } from '../recognizer.ts'
import { callWeChat, type WeChatParts } from './call.ts'
import { encodeMultipart } from './multipart.ts'
import type { MakeSendable } from './sendable-image.ts'

export const recognitionPath = '/cv/ocr/drivinglicense'

/** Sends the image itself. */
export const createUploadRecognizer = (
  parts: WeChatParts & { readonly makeSendable: MakeSendable },
): Recognizer => ({
  id: 'wechat-upload',
  isPaid: true,
  async recognize(source, signal, leaving) {
    const sendable = await parts.makeSendable(source, signal)
    if (!sendable.ok) return sendable
    const { bytes, type, image } = sendable.value
    const answer = await callWeChat(
      parts,
      {
        path: recognitionPath,
        ...encodeMultipart([{ name: 'img', bytes, type }]),
        isCharged: true,
        leaving,
        read: readLicenseAnswer,
      },
      signal,
    )
    return answer.ok ? ok(toReading(answer.value, image)) : answer
  },
})
