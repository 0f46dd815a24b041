import { z } from 'zod'
import type { Failure } from '../../../core/license/failure.ts'
import type { Result } from '../../../core/result.ts'
import { readAnswer } from '../../../core/wechat/answer.ts'
import { callWeChat, json, type WeChatParts } from './call.ts'
import { recognitionPath } from './upload.ts'

/** Calls of one day; WeChat does not say whether it counts those of this interface. */
const quota = z.object({
  daily_limit: z.coerce.number(),
  used: z.coerce.number(),
  remain: z.coerce.number(),
})
const shape = z.object({ quota }).transform((found) => found.quota)

export type Quota = z.output<typeof quota>

/** What is left of today's calls; asking costs none. */
export const askQuota = (
  parts: WeChatParts,
  signal: AbortSignal,
): Promise<Result<Quota, Failure>> =>
  callWeChat(
    parts,
    {
      path: '/cgi-bin/openapi/quota/get',
      content: json({ cgi_path: recognitionPath }),
      isCharged: false,
      read: (body) => readAnswer(body, shape),
    },
    signal,
  )
