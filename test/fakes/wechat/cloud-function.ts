import { z } from 'zod'
import type { Account } from './accounts.ts'
import { admit } from './admission.ts'
import { refuse, succeed, withRid, type Answer } from './answer.ts'
import { refuseEnvironment } from './cloud-storage.ts'
import { errmsgs } from './errmsgs.ts'
import { hashOf, recognize } from './recognition.ts'
import { readJson } from './request.ts'
import type { Route, WeChat, WeChatFields } from './wechat.ts'

const event = z.object({ type: z.string().default(''), imgUrl: z.string().default('') })

/** `POST /tcb/invokecloudfunction`: runs the deployed function, which calls `openapi.ocr.driverLicense`. */
export const invokeFunction: Route = async (request, wechat) => {
  if (request.method !== 'POST') return refuse(43002)
  const admission = admit(request, wechat)
  if (!admission.ok) return admission.refusal
  const { account } = admission
  const refusal = refuseEnvironment(account, request.query.get('env') ?? '')
  if (refusal !== undefined) return refusal
  const name = request.query.get('name') ?? ''
  if (name === '') return refuse(40097)
  const permitted = account.settings.cloud?.functions[name]
  if (permitted === undefined) return refuse(-501000)
  const body = readJson(request, event)
  if (!body.ok) return body.refusal
  return permitted ? driverLicense(body.value, account, wechat) : refuseInside(-604101)
}

async function driverLicense(
  { type, imgUrl }: z.infer<typeof event>,
  account: Account,
  wechat: WeChat,
): Promise<Answer> {
  if (account.settings.granted === false) return refuseInside(48001)
  const limit = account.call()
  if (limit !== undefined) return refuseInside(limit)
  if (type !== 'photo') return refuseInside(40097)
  const image = wechat.files.open(imgUrl) ?? (await wechat.published.fetch(imgUrl))
  if (image === undefined) return refuseInside(101000)
  const verdict = await recognize(image, account, wechat)
  const imageHash = hashOf(image)
  return verdict.kind === 'read'
    ? {
        ...giveBack({ errcode: 0, errmsg: 'ok', ...camelCase(verdict.fields) }),
        charged: true,
        imageHash,
      }
    : { ...refuseInside(verdict.errcode), charged: verdict.charged, imageHash }
}

/** What a function returns arrives as a string in the answer, its own errors too. */
const giveBack = (returned: object): Answer =>
  succeed({ errcode: 0, errmsg: 'ok', resp_data: JSON.stringify(returned) })

const refuseInside = (errcode: number): Answer => ({
  ...giveBack({
    errCode: errcode,
    errMsg: withRid(`openapi.ocr.driverLicense:fail ${errmsgs[errcode] ?? 'unknown error'}`),
  }),
  answered: `errcode ${errcode}`,
})

/** `id_num` stays as it is. */
const camelCase = (fields: WeChatFields): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).map(([field, value]) => [
      field === 'id_num'
        ? field
        : field.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
      value,
    ]),
  )
