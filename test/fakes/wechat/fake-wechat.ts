import { watchFor } from '../canaries.ts'
import { Account, type AccountOptions } from './accounts.ts'
import { addresses } from './addresses.ts'
import { CloudFiles } from './cloud-files.ts'
import { invokeFunction } from './cloud-function.ts'
import { deleteFiles, downloadFiles, storage, storagePath, uploadFile } from './cloud-storage.ts'
import { FaultScript } from './faults.ts'
import { Ledger, type LedgerEntry } from './ledger.ts'
import { Platform, type PlatformOptions } from './platform.ts'
import { authorizerToken, componentToken } from './platform-tokens.ts'
import { PublishedImages } from './published-images.ts'
import { quota } from './quota.ts'
import { drivingLicense } from './recognition.ts'
import { serve } from './server.ts'
import { classicToken, stableToken } from './token-routes.ts'
import { tokenService, type TokenServiceOptions } from './token-service.ts'
import { TokenBook } from './tokens.ts'
import type { AnswerFor, Route, WeChat, WeChatFields } from './wechat.ts'

export interface FakeWeChatOptions {
  /** Milliseconds since the epoch. */
  readonly now: () => number
  /** By SHA-256 of the image in hex; any other image is asked of `answerFor`, else 101001. */
  readonly answers: ReadonlyMap<string, WeChatFields>
  /** For any other image, such as one that was made smaller before it was sent. */
  readonly answerFor: AnswerFor
  readonly accounts: readonly AccountOptions[]
  readonly platform: PlatformOptions
  readonly service: TokenServiceOptions
  /** From where requests seem to come. */
  readonly callerAddress: string
  /** How long every answer takes, in milliseconds. */
  readonly latency: number
  readonly port: number
  readonly onEntry: (entry: LedgerEntry) => void
}

export interface FakeWeChat {
  /** Such as `http://127.0.0.1:49152`. */
  readonly url: string
  readonly ledger: Ledger
  readonly faults: FaultScript
  /** By AppID; `settings` may be changed at any time. */
  readonly accounts: ReadonlyMap<string, Account>
  readonly platform: Platform
  /** What `img_url` may name. */
  readonly published: PublishedImages
  /** What lies in cloud storage. */
  readonly files: CloudFiles
  /** Changes the address from which requests seem to come. */
  callFrom(address: string): void
  close(): Promise<void>
}

/** An account that may do everything; its merchant's refresh token is good. */
export const sampleAccount = {
  appId: 'wx5a3c1f0e9b7d2468',
  appSecret: '0f1e2d3c4b5a69788796a5b4c3d2e1f0',
  cloud: { env: 'license-desk-1g2h3', functions: { 'driver-license': true } },
  refreshToken: 'refreshtoken@@@first',
} satisfies AccountOptions

export const samplePlatform = {
  appId: 'wxb0c1d2e3f4a5968f',
  appSecret: 'a0b1c2d3e4f5061728394a5b6c7d8e9f',
} satisfies PlatformOptions

export const sampleService = {
  appId: sampleAccount.appId,
  header: 'x-desk-key',
  key: 'desk-key-1',
  refusedHeader: 'x-refused-token',
} satisfies TokenServiceOptions

/** WeChat's driving license recognition and everything around it on one address of this machine. */
export async function startFakeWeChat(
  options: Partial<FakeWeChatOptions> = {},
): Promise<FakeWeChat> {
  const now = options.now ?? Date.now
  const accounts = new Map(
    (options.accounts ?? [sampleAccount]).map((account) => [
      account.appId,
      new Account({ ...account }, now),
    ]),
  )
  for (const { appSecret, refreshToken } of options.accounts ?? [sampleAccount])
    watchFor(appSecret, refreshToken)
  watchFor((options.platform ?? samplePlatform).appSecret, (options.service ?? sampleService).key)
  const routes = new Map<string, Route>([
    ['/cgi-bin/token', classicToken()],
    ['/cgi-bin/stable_token', stableToken()],
    ['/cgi-bin/component/api_component_token', componentToken],
    ['/cgi-bin/component/api_authorizer_token', authorizerToken],
    ['/cgi-bin/openapi/quota/get', quota],
    ['/cgi-bin/get_api_domain_ip', addresses],
    ['/cv/ocr/drivinglicense', drivingLicense],
    ['/tcb/uploadfile', uploadFile],
    ['/tcb/batchdownloadfile', downloadFiles],
    ['/tcb/batchdeletefile', deleteFiles],
    ['/tcb/invokecloudfunction', invokeFunction],
    [storagePath, storage],
    ['/service/token', tokenService(options.service ?? sampleService)],
  ])
  let callerAddress = options.callerAddress ?? '203.0.113.7'
  let url = ''
  const wechat: WeChat = {
    now,
    callerAddress: () => callerAddress,
    accounts,
    tokens: new TokenBook(now),
    platform: new Platform({ ...(options.platform ?? samplePlatform) }, now),
    files: new CloudFiles(now),
    published: new PublishedImages(),
    answers: options.answers ?? new Map(),
    answerFor: options.answerFor ?? (() => undefined),
    origin: () => url,
  }
  const ledger = new Ledger(options.onEntry)
  const faults = new FaultScript(routes.keys())
  const server = serve({ wechat, routes, faults, ledger, latency: options.latency ?? 0 })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(options.port ?? 0, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  url = `http://127.0.0.1:${address.port}`
  return {
    url,
    ledger,
    faults,
    accounts,
    platform: wechat.platform,
    published: wechat.published,
    files: wechat.files,
    callFrom: (from) => {
      callerAddress = from
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
