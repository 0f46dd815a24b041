import { createHash } from 'node:crypto'
import type { Account } from './accounts.ts'
import { admit } from './admission.ts'
import { refuse, succeed } from './answer.ts'
import { readMultipart } from './multipart.ts'
import type { Arrived } from './request.ts'
import type { Route, WeChat, WeChatFields } from './wechat.ts'

/** In bytes; an image of this size is refused already. */
const tooLarge = 2_097_152

type Verdict =
  | { readonly kind: 'refused'; readonly errcode: number; readonly charged: boolean }
  | { readonly kind: 'read'; readonly fields: WeChatFields }

/** `POST /cv/ocr/drivinglicense`, with the image in the body or its address in the query. */
export const drivingLicense: Route = async (request, wechat) => {
  if (request.method !== 'POST') return refuse(43002)
  const admission = admit(request, wechat)
  if (!admission.ok) return admission.refusal
  const { account } = admission
  if (account.settings.granted === false) return refuse(admission.forMerchant ? 61007 : 48001)
  const limit = account.call()
  if (limit !== undefined) return refuse(limit)
  const address = request.query.get('img_url')
  const image = address === null ? uploaded(request) : await wechat.published.fetch(address)
  if (image === undefined) return refuse(101000)
  if (typeof image === 'number') return refuse(image)
  const verdict = await recognize(image, account, wechat)
  const imageHash = hashOf(image)
  return verdict.kind === 'read'
    ? succeed({ errcode: 0, errmsg: 'ok', ...verdict.fields }, { charged: true, imageHash })
    : refuse(verdict.errcode, undefined, { charged: verdict.charged, imageHash })
}

/** Charges the account once the image was looked at, whatever is seen in it. */
export async function recognize(image: Buffer, account: Account, wechat: WeChat): Promise<Verdict> {
  if (image.length === 0) return { kind: 'refused', errcode: 44001, charged: false }
  if (image.length >= tooLarge) return { kind: 'refused', errcode: 40006, charged: false }
  account.charge()
  const fields = wechat.answers.get(hashOf(image)) ?? (await wechat.answerFor(image))
  if (fields !== undefined) return { kind: 'read', fields }
  return { kind: 'refused', errcode: isImage(image) ? 101001 : 101002, charged: true }
}

export const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

/** The one part named `img`, or why there is none: no file name, no type, or a name that is not ASCII is 41005 too. */
function uploaded(request: Arrived): Buffer | 41005 | 40137 {
  const parts = readMultipart(request.headers['content-type'], request.body) ?? []
  const [image, second] = parts.filter((part) => part.name === 'img')
  if (image === undefined || second !== undefined) return 41005
  if (!/^[\x20-\x7e]+$/.test(image.filename ?? '') || image.contentType === undefined) return 41005
  return /^image\/[a-z.+-]+$/i.test(image.contentType) ? image.bytes : 40137
}

const magics = [
  [0xff, 0xd8, 0xff],
  [0x89, 0x50, 0x4e, 0x47],
  [0x42, 0x4d],
].map((bytes) => Buffer.from(bytes))

const isImage = (bytes: Buffer): boolean =>
  magics.some((magic) => bytes.subarray(0, magic.length).equals(magic))
