import { createHash } from 'node:crypto'
import { onTestFinished } from 'vitest'
import type { Source } from '../../../../core/license/record.ts'
import { ok } from '../../../../core/result.ts'
import type { Hold } from '../../../../core/wechat/hold.ts'
import type { WeChatParts } from '../../../../electron/recognizers/wechat/call.ts'
import {
  createGate,
  type Gate,
  type GateParts,
  openGate,
} from '../../../../electron/recognizers/wechat/gate.ts'
import { createProbe } from '../../../../electron/recognizers/wechat/probe.ts'
import type { Patience, Wait } from '../../../../electron/recognizers/wechat/patience.ts'
import type { MakeSendable } from '../../../../electron/recognizers/wechat/sendable-image.ts'
import { createStableTokens } from '../../../../electron/recognizers/wechat/tokens/account-tokens.ts'
import type { TokenSource } from '../../../../electron/recognizers/wechat/tokens/token-source.ts'
import {
  createTransport,
  type Transport,
} from '../../../../electron/recognizers/wechat/transport.ts'
import {
  type FakeWeChat,
  type FakeWeChatOptions,
  sampleAccount,
  startFakeWeChat,
} from '../../../fakes/wechat/fake-wechat.ts'

export const recognitionPath = '/cv/ocr/drivinglicense'
export const stablePath = '/cgi-bin/stable_token'
export const never = new AbortController().signal

/** Bytes that look like a JPEG file; each number makes another image. */
export const imageOf = (number: number): Buffer =>
  Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from(`image ${number}`)])

export const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

/** A fictitious license as WeChat gives it. */
export const fields = {
  id_num: '440106199012210011',
  name: '余明远',
  sex: '男',
  nationality: '中国',
  address: '广东省广州市天河区示例路1号',
  birth_date: '1990-12-21',
  issue_date: '20121221',
  car_class: 'A1A2',
  valid_from: '2018-07-06',
  valid_to: '6年',
  official_seal: '广东省广州市公安局交通警察支队',
}

/** The source of an image that `imageOf` makes; its path is the number. */
export const sourceOf = (number: number): Source => ({
  path: String(number),
  name: `${number}.jpg`,
  page: 1,
})

const makeSendable: MakeSendable = async ({ path }) =>
  ok({
    bytes: imageOf(Number(path)),
    type: 'image/jpeg',
    image: { width: 1600, height: 1000, turn: 0 },
  })

/** A fake WeChat that knows the images 0 to 9. */
export async function startKnowing(options: Partial<FakeWeChatOptions> = {}): Promise<FakeWeChat> {
  const answers = new Map(
    Array.from({ length: 10 }, (_, number) => [hashOf(imageOf(number)), fields]),
  )
  const wechat = await startFakeWeChat({ answers, ...options })
  onTestFinished(() => wechat.close())
  return wechat
}

export interface Line {
  readonly wechat: FakeWeChat
  readonly parts: WeChatParts & {
    readonly makeSendable: MakeSendable
    readonly openTidyGate: () => Gate
  }
  /** What was waited, in milliseconds; no time passed. */
  readonly waits: number[]
  /** What the gate told. */
  readonly holds: (Hold | null)[]
  /** A gate that nothing has shut. */
  readonly newGate: () => Gate
}

/** Milliseconds in which an image leaves here also on a busy machine, for tests of what comes after them. */
export const shortest = 3_000

interface LineOptions {
  readonly wechat?: FakeWeChat
  readonly tokens?: (parts: Omit<WeChatParts, 'tokens'>) => TokenSource
  readonly wait?: Wait
  readonly random?: Patience['random']
  readonly deadline?: number
  /** What stands before the transport. */
  readonly way?: (transport: Transport) => Transport
  /** Whether it looks at nobody but itself when WeChat is not reached. */
  readonly isAlone?: boolean
  readonly now?: () => Date
  /** 0 up to 1; spreads what waits. */
  readonly whenStopped?: GateParts['whenStopped']
}

/** Everything a recognizer needs to talk to a fake WeChat, and a record of its patience. */
export async function openLine(options: LineOptions = {}): Promise<Line> {
  const wechat = options.wechat ?? (await startKnowing())
  const out = createTransport({ deadline: options.deadline ?? 20_000 })
  onTestFinished(() => out.close())
  const transport = options.way?.(out) ?? out
  const waits: number[] = []
  const holds: (Hold | null)[] = []
  const patience: Patience = {
    random: options.random ?? (() => 0),
    wait: async (ms, signal) => {
      waits.push(ms)
      await options.wait?.(ms, signal)
    },
  }
  const newGate = (): Gate =>
    createGate({
      ...patience,
      now: options.now ?? (() => new Date('2026-11-24T02:00:00Z')),
      ...(options.isAlone === true ? {} : { probe: createProbe(transport, wechat.url) }),
      whenStopped: options.whenStopped ?? 'fail',
      onHold: (hold) => holds.push(hold),
    })
  const parts = {
    transport,
    base: new URL(wechat.url),
    openTidyGate: () => openGate(patience),
    gate: newGate(),
  }
  const tokens = options.tokens?.(parts) ?? createStableTokens(parts, sampleAccount)
  return { wechat, parts: { ...parts, tokens, makeSendable }, waits, holds, newGate }
}

/** How often a path was asked for. */
export const askedFor = ({ ledger }: FakeWeChat, path: string): number =>
  ledger.entries.filter((entry) => entry.path === path).length
