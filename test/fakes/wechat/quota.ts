import { z } from 'zod'
import { admit } from './admission.ts'
import { refuse, succeed } from './answer.ts'
import { readJson } from './request.ts'
import type { Route } from './wechat.ts'

export const quota: Route = (request, wechat) => {
  if (request.method !== 'POST') return refuse(43002)
  const admission = admit(request, wechat)
  if (!admission.ok) return admission.refusal
  const body = readJson(request, z.object({ cgi_path: z.string().default('') }))
  if (!body.ok) return body.refusal
  if (body.value.cgi_path !== '/cv/ocr/drivinglicense') return refuse(76021)
  const { dailyLimit, used } = admission.account
  return succeed({
    errcode: 0,
    errmsg: 'ok',
    quota: { daily_limit: dailyLimit, used, remain: Math.max(0, dailyLimit - used) },
  })
}
