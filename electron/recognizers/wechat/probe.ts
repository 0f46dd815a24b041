import { parseJson } from '../../../core/wechat/json.ts'
import { callAddress, safeAddress } from './addresses.ts'
import type { Transport } from './transport.ts'

/** Whether WeChat answers at all. */
export type Probe = (signal: AbortSignal) => Promise<boolean>

/** An interface that costs nothing; without a token WeChat refuses it, and that is answer enough. */
const path = '/cgi-bin/get_api_domain_ip'

/** Asks WeChat without a token, so that nothing is told to whoever answers in its place. */
export function createProbe(transport: Transport, baseAddress: string): Probe {
  const base = safeAddress(baseAddress)
  return async (signal) => {
    if (base === undefined) return true
    const outcome = await transport.send({ method: 'GET', url: callAddress(base, path) }, signal)
    return outcome.kind === 'answered' && parseJson(outcome.body.toString('utf8')).kind === 'json'
  }
}
