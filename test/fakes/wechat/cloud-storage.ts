import { z } from 'zod'
import type { Account } from './accounts.ts'
import { admit } from './admission.ts'
import { plain, refuse, succeed, type Answer } from './answer.ts'
import type { StorageFault } from './cloud-files.ts'
import { readMultipart } from './multipart.ts'
import { readJson, type Arrived } from './request.ts'
import type { Route, WeChat } from './wechat.ts'

export const storagePath = '/cloud-storage'

const fine = { errcode: 0, errmsg: 'ok' }
const here = { status: 0, errmsg: 'ok' }
const notAllowed: StorageFault = [405, 'MethodNotAllowed', 'The method is not allowed.']
const gone = { status: -503003, errmsg: 'storage file not exists' }

/** `POST /tcb/uploadfile`: a permission to send one file to the storage. */
export const uploadFile: Route = (request, wechat) =>
  inEnvironment(request, wechat, z.object({ path: z.string().default('') }), ({ path }, env) => {
    if (path === '' || path.startsWith('/')) return refuse(40097)
    const permission = wechat.files.permit(env, path)
    return succeed({
      ...fine,
      url: `${wechat.origin()}${storagePath}`,
      token: permission.token,
      authorization: permission.authorization,
      file_id: permission.fileId,
      cos_file_id: permission.cosFileId,
    })
  })

/** The storage itself, which speaks XML. */
export const storage: Route = (request, { files }) => {
  const fault =
    request.method === 'POST'
      ? files.store(readMultipart(request.headers['content-type'], request.body))
      : notAllowed
  return fault === undefined
    ? { ...plain(204, 'application/xml', ''), answered: 'ok' }
    : storageFault(fault)
}

export const storageFault = ([status, code, message]: StorageFault): Answer =>
  plain(
    status,
    'application/xml',
    `<?xml version='1.0' encoding='utf-8' ?>\n<Error>\n\t<Code>${code}</Code>\n\t<Message>${message}</Message>\n</Error>\n`,
  )

export const downloadFiles: Route = (request, wechat) =>
  inEnvironment(
    request,
    wechat,
    z.object({
      file_list: z
        .array(z.object({ fileid: z.string(), max_age: z.number().int().positive() }))
        .min(1)
        .max(50),
    }),
    ({ file_list: asked }) =>
      succeed({
        ...fine,
        file_list: asked.map(({ fileid, max_age: maxAge }) => {
          const link = wechat.files.link(fileid, maxAge)
          return { fileid, download_url: link ?? '', ...(link === undefined ? gone : here) }
        }),
      }),
  )

export const deleteFiles: Route = (request, wechat) =>
  inEnvironment(
    request,
    wechat,
    z.object({ fileid_list: z.array(z.string()).min(1).max(50) }),
    ({ fileid_list: asked }) =>
      succeed({
        ...fine,
        delete_list: asked.map((fileid) => ({
          fileid,
          ...(wechat.files.remove(fileid) ? here : gone),
        })),
      }),
  )

/** Answers a call that names its environment in the body. */
function inEnvironment<Shape extends z.ZodRawShape>(
  request: Arrived,
  wechat: WeChat,
  schema: z.ZodObject<Shape>,
  answer: (asked: z.output<z.ZodObject<Shape>>, env: string) => Answer,
): Answer {
  if (request.method !== 'POST') return refuse(43002)
  const admission = admit(request, wechat)
  if (!admission.ok) return admission.refusal
  const named = readJson(request, z.object({ env: z.string().default('') }))
  if (!named.ok) return named.refusal
  const refusal = refuseEnvironment(admission.account, named.value.env)
  if (refusal !== undefined) return refusal
  const body = readJson(request, schema)
  return body.ok ? answer(body.value, named.value.env) : body.refusal
}

export function refuseEnvironment(account: Account, env: string): Answer | undefined {
  if (env === '') return refuse(40097)
  return account.settings.cloud?.env === env ? undefined : refuse(-501005)
}
