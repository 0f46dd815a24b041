import { ok } from '../../../core/result.ts'
import { readLicenseAnswer } from '../../../core/wechat/answer.ts'
import { toReading } from '../../../core/wechat/to-reading.ts'
import type { Recognizer } from '../recognizer.ts'
import { callWeChat, type Content, type WeChatParts } from './call.ts'
import { encodeMultipart } from './multipart.ts'
import type { MakeSendable, SendableImage } from './sendable-image.ts'

export const recognitionPath = '/cv/ocr/drivinglicense'

/** Sends the image itself. */
export const createUploadRecognizer = (
  parts: WeChatParts & { readonly makeSendable: MakeSendable },
): Recognizer => ({
  id: 'wechat-upload',
  isPaid: true,
  async recognize(source, signal, trip) {
    const preparing = parts.makeSendable(source, signal)
    const answer = await callWeChat(
      parts,
      {
        path: recognitionPath,
        content: preparing.then((sendable) =>
          sendable.ok ? ok(formOf(sendable.value)) : sendable,
        ),
        isCharged: true,
        trip,
        read: readLicenseAnswer,
      },
      signal,
    )
    if (!answer.ok) return answer
    const sendable = await preparing
    return sendable.ok ? ok([toReading(answer.value, sendable.value.image)]) : sendable
  },
})

const formOf = ({ bytes, type }: SendableImage): Content =>
  encodeMultipart([{ name: 'img', bytes, type }])
