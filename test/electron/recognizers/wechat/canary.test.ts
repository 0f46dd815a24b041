import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import type { WeChatParts } from '../../../../electron/recognizers/wechat/call.ts'
import {
  createClassicTokens,
  createStableTokens,
} from '../../../../electron/recognizers/wechat/tokens/account-tokens.ts'
import { createPlatformTokens } from '../../../../electron/recognizers/wechat/tokens/platform-tokens.ts'
import { createServiceTokens } from '../../../../electron/recognizers/wechat/tokens/service-tokens.ts'
import type { TokenSource } from '../../../../electron/recognizers/wechat/tokens/token-source.ts'
import { createUploadRecognizer } from '../../../../electron/recognizers/wechat/upload.ts'
import type { Fault } from '../../../fakes/wechat/faults.ts'
import { never, openLine, sourceOf, stablePath, startKnowing } from './line.ts'
import { unheard } from '../../../fakes/fake-recognizer.ts'

const account = { appId: 'wxcanary', appSecret: 'canary-secret' }
const platform = { appId: 'wxplatform', appSecret: 'canary-platform' }
type Without = Omit<WeChatParts, 'tokens'>

/** Where the token comes from, how, and what WeChat could repeat of what it was sent. */
const modes: readonly (readonly [
  string,
  (line: Without, ticket: string) => TokenSource,
  string,
])[] = [
  [stablePath, (line) => createStableTokens(line, account), 'canary-secret'],
  ['/cgi-bin/token', (line) => createClassicTokens(line, account), 'canary-secret'],
  [
    '/cgi-bin/component/api_component_token',
    (line) => createPlatformTokens({ ...line, keepRefreshToken }, merchant('canary-ticket')),
    'canary-platform canary-ticket',
  ],
  [
    '/cgi-bin/component/api_authorizer_token',
    (line, ticket) => createPlatformTokens({ ...line, keepRefreshToken }, merchant(ticket)),
    'canary-refresh',
  ],
  [
    '/service/token',
    (line) =>
      createServiceTokens(line, {
        address: new URL('/service/token?canary-key', line.base),
        header: { name: 'x-desk-key', value: 'canary-key' },
        tokenPath: 'data.access_token',
      }),
    'canary-key',
  ],
]

const keepRefreshToken = async (): Promise<void> => {}

const merchant = (ticket: string) => ({
  componentAppId: platform.appId,
  componentAppSecret: platform.appSecret,
  ticket,
  authorizerAppId: account.appId,
  refreshToken: 'canary-refresh',
})

const faultsWith = (echo: string): readonly Fault[] => [
  { kind: 'errcode', errcode: 40125, errmsg: echo },
  { kind: 'errcode', errcode: 40001, errmsg: echo },
  { kind: 'errcode', errcode: 99999, errmsg: `${echo} rid: 1a2b-3c4d` },
  { kind: 'reset-after-upload' },
  { kind: 'truncated' },
  { kind: 'html', status: 200 },
  { kind: 'redirect', to: '/canary-key' },
  { kind: 'status', status: 500 },
  { kind: 'status', status: 403 },
]

describe('a secret', () => {
  it.each(modes)('stays out of every failure at %s', async (at, tokens, echo) => {
    const wechat = await startKnowing({
      accounts: [{ ...account, refreshToken: 'canary-refresh' }],
      platform,
      service: {
        appId: account.appId,
        header: 'x-desk-key',
        key: 'canary-key',
        refusedHeader: 'x',
      },
    })
    const ticket = wechat.platform.pushTicket()
    for (const fault of faultsWith(echo)) {
      const line = await openLine({
        wechat,
        tokens: (parts) => tokens(parts, ticket),
        isAlone: true,
      })
      wechat.faults.clear()
      wechat.faults.add(...Array.from({ length: 8 }, () => ({ at, fault })))
      const result = await createUploadRecognizer(line.parts).recognize(sourceOf(1), never, unheard)
      expect(result.ok).toBe(false)
      expect(inspect(result, { depth: null }).replaceAll(account.appId, '')).not.toContain('canary')
    }
  })

  it('stays out of a failure when nobody is there', async () => {
    for (const [, tokens] of modes) {
      const line = await openLine({
        tokens: (parts) => tokens(parts, 'canary-ticket'),
        isAlone: true,
      })
      await line.wechat.close()
      const result = await createUploadRecognizer(line.parts).recognize(sourceOf(1), never, unheard)
      expect(result).toMatchObject({ error: { kind: 'no-connection' } })
      expect(inspect(result, { depth: null })).not.toContain('canary')
    }
  })
})
