import { admit } from './admission.ts'
import { refuse, succeed } from './answer.ts'
import type { Route } from './wechat.ts'

/** `GET /cgi-bin/get_api_domain_ip`: WeChat's own addresses, for whoever has a token. */
export const addresses: Route = (request, wechat) => {
  if (request.method !== 'GET') return refuse(43001)
  const admission = admit(request, wechat)
  return admission.ok ? succeed({ ip_list: ['198.51.100.17'] }) : admission.refusal
}
