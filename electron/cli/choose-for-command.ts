import path from 'node:path'
import { getCACertificates } from 'node:tls'
import { fail, ok, type Result } from '../../core/result.ts'
import { wordsIn } from '../../core/words/words.ts'
import type { WeChatSetting } from '../recognizers/wechat/open-wechat.ts'
import { chooseRecognizer } from '../desk/choose-recognizer.ts'
import type { Asker } from '../recognizers/offline/kept-images.ts'
import { createOfflineRecognizer, createPrepare } from '../recognizers/offline/offline.ts'
import type { Recognizer } from '../recognizers/recognizer.ts'
import { createGate } from '../recognizers/wechat/gate.ts'
import { limitTransport } from '../recognizers/wechat/limited-transport.ts'
import { realPatience } from '../recognizers/wechat/patience.ts'
import { createProbe } from '../recognizers/wechat/probe.ts'
import { createAgent, createTransport } from '../recognizers/wechat/transport.ts'
import type { Stores } from '../store/stores.ts'
import type { ScanOptions } from './arguments.ts'
import type { Environment } from './environment.ts'
import { exitCodes, type Stop } from './exit-codes.ts'
import { openRefreshToken } from './kept-refresh-token.ts'
import type { Terminal } from './terminal.ts'
import { sayCalls } from './say-calls.ts'
import { sayHolds } from './say-holds.ts'
import { variablesToSet, wechatSettingIn } from './wechat-environment.ts'

export interface Chosen {
  readonly recognizer: Recognizer
  /** How many images are worked on at once: some are prepared while others are on their way. */
  readonly concurrency: number
  readonly close: () => Promise<void>
}

export interface CommandParts {
  readonly host: Asker
  readonly environment: Environment
  /** Where what must outlast a run is kept. */
  readonly configFolder: string
  readonly terminal: Terminal
  readonly now: () => Date
  /** Where calls are counted, and what was paid for is kept. */
  readonly stores: Pick<Stores, 'quota' | 'paid'>
}

const preparedAhead = 4

/** The recognizer that a command line asks for; else what a person has to set first, in words. */
export async function chooseForCommand(
  options: ScanOptions,
  parts: CommandParts,
): Promise<Result<Chosen, Stop>> {
  const { engine, language } = options
  const { host, environment, terminal, now, stores } = parts
  const offline = createOfflineRecognizer(host)
  if (engine === 'offline') {
    return ok({ recognizer: offline, concurrency: 1, close: () => Promise.resolve() })
  }

  const setting = wechatSettingIn(environment, options.baseAddress)
  const way = engine === 'auto' ? 'wechat-upload' : engine
  const unset = variablesToSet(environment, setting, way)
  if (unset.length > 0)
    return notSetUp(wordsIn(language)('command:notSetUp', { value: unset.join(' ') }))

  const authorization = await keptAuthorization(setting, parts.configFolder)
  const certificates = [...getCACertificates('default'), ...getCACertificates('system')]
  const transport = limitTransport(
    createTransport({ dispatcher: createAgent({ ca: certificates }) }),
    options.concurrency,
  )
  const gate = createGate({
    ...realPatience,
    now,
    probe: createProbe(transport, setting.account.baseAddress),
    whenStopped: 'fail',
    onHold: sayHolds(terminal, language),
  })
  const chosen = chooseRecognizer(engine, authorization.setting, {
    offline,
    prepare: createPrepare(host),
    spend: 'doubtful',
    whenSpent: options.whenSpent,
    gate,
    transport,
    patience: realPatience,
    ledger: stores.quota,
    paid: stores.paid,
    underWay: new Map(),
    now,
    keepRefreshToken: authorization.keep,
    onLeftBehind: (fileId) =>
      terminal.warn(wordsIn(language)('command:leftBehind', { value: fileId })),
    onCount: sayCalls(terminal, language, setting.account.dailyLimit),
  })
  if (chosen.ok) {
    if (engine === 'auto') terminal.say(wordsIn(language)('command:asksWeChat'))
    const concurrency = options.concurrency + preparedAhead
    const close = async (): Promise<void> => {
      gate.close()
      await transport.close()
    }
    return ok({ recognizer: chosen.value, concurrency, close })
  }
  await transport.close()
  return notSetUp(chosen.error.message)
}

const notSetUp = (message: string): Result<never, Stop> =>
  fail({ exitCode: exitCodes.weChatNotSetUp, message })

interface Authorization {
  readonly setting: WeChatSetting
  readonly keep: (refreshToken: string) => Promise<void>
}

/** A merchant's refresh token may have been changed by WeChat in an earlier run: then the kept one is good. */
async function keptAuthorization(
  setting: WeChatSetting,
  configFolder: string,
): Promise<Authorization> {
  const { account, secrets } = setting
  if (account.tokenMode !== 'platform') return { setting, keep: () => Promise.resolve() }
  const name = account.authorizerAppId.replaceAll(/\W/g, '_')
  const file = path.join(configFolder, 'authorizations', `${name}.json`)
  const { token, keep } = await openRefreshToken(file, secrets.refreshToken)
  return { setting: { account, secrets: { ...secrets, refreshToken: token } }, keep }
}
