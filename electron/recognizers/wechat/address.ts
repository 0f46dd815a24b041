import type { Reading } from '../../../core/license/reading.ts'
import { fail, ok } from '../../../core/result.ts'
import { readLicenseAnswer } from '../../../core/wechat/answer.ts'
import { toReading } from '../../../core/wechat/to-reading.ts'
import type { Recognizer } from '../recognizer.ts'
import { callWeChat, type Content, type WeChatParts } from './call.ts'
import { recognitionPath } from './upload.ts'

/** WeChat alone saw the image: its size is not known here, and nothing is placed in it. */
const unseen: Reading['image'] = { width: 1, height: 1, turn: 0 }

const nothing: Content = {
  contentType: 'application/x-www-form-urlencoded',
  body: Buffer.alloc(0),
}

/** Sends the address of an image, which is the source's path; WeChat fetches it, this program never does. */
export const createAddressRecognizer = (parts: WeChatParts): Recognizer => ({
  id: 'wechat-address',
  isPaid: true,
  async recognize({ path }, signal, trip) {
    if (URL.parse(path)?.protocol !== 'https:')
      return fail({ kind: 'image-address-not-secure', message: 'the address is not https' })
    const answer = await callWeChat(
      parts,
      {
        path: recognitionPath,
        query: { img_url: path },
        content: Promise.resolve(ok(nothing)),
        isCharged: true,
        trip,
        read: readLicenseAnswer,
      },
      signal,
    )
    return answer.ok ? ok([toReading(answer.value, unseen)]) : answer
  },
})
