import type { Readable } from 'node:stream'
import { request } from 'undici'
import { z } from 'zod'
import { onTestFinished } from 'vitest'
import {
  sampleAccount,
  startFakeWeChat,
  type FakeWeChat,
  type FakeWeChatOptions,
} from './fake-wechat.ts'
import { hashOf } from './recognition.ts'

interface Call {
  readonly method?: 'GET' | 'POST'
  readonly query?: Readonly<Record<string, string>>
  readonly json?: unknown
  readonly body?: Buffer | string | Readable
  readonly headers?: Readonly<Record<string, string>>
}

interface Answered {
  readonly status: number
  readonly type: string
  readonly bytes: Buffer
  /** `{}` when the body is no JSON. */
  readonly fields: Readonly<Record<string, unknown>>
}

export const recognition = '/cv/ocr/drivinglicense'

export const picture = (seed: string): Buffer =>
  Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from(seed)])

export const card = picture('card')
export const cardHash = hashOf(card)
export const cardFields = { name: '张三', id_num: '110101199003070011', birth_date: '1990-03-07' }

/** Knows one image, the card, and is closed after the test. */
export async function start(options: Partial<FakeWeChatOptions> = {}): Promise<FakeWeChat> {
  const fake = await startFakeWeChat({ answers: new Map([[cardHash, cardFields]]), ...options })
  onTestFinished(() => fake.close())
  return fake
}

/** A clock that goes only when told. */
export function handClock(): { now: () => number; forward: (ms: number) => void } {
  let at = Date.parse('2026-11-24T10:00:00+08:00')
  return {
    now: () => at,
    forward: (ms) => {
      at += ms
    },
  }
}

export async function call(fake: FakeWeChat, path: string, asked: Call = {}): Promise<Answered> {
  const query = new URLSearchParams(asked.query).toString()
  const body = asked.json === undefined ? asked.body : JSON.stringify(asked.json)
  const answer = await request(`${fake.url}${path}?${query}`, {
    method: asked.method ?? 'POST',
    ...(body === undefined ? {} : { body }),
    ...(asked.headers === undefined ? {} : { headers: asked.headers }),
  })
  const bytes = Buffer.from(await answer.body.arrayBuffer())
  return {
    status: answer.statusCode,
    type: String(answer.headers['content-type']),
    bytes,
    fields: fieldsIn(bytes),
  }
}

function fieldsIn(bytes: Buffer): Record<string, unknown> {
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(bytes.toString('utf8')))
  } catch {
    return {}
  }
}

export interface FormPart {
  readonly disposition: string
  readonly type?: string
  readonly bytes: Buffer | string
}

export const form = (parts: readonly FormPart[]): Buffer =>
  Buffer.concat([
    ...parts.flatMap(({ disposition, type, bytes }) => [
      Buffer.from(
        `--wall\r\nContent-Disposition: form-data; ${disposition}\r\n${
          type === undefined ? '' : `Content-Type: ${type}\r\n`
        }\r\n`,
      ),
      Buffer.from(bytes),
      Buffer.from('\r\n'),
    ]),
    Buffer.from('--wall--\r\n'),
  ])

export const formHeaders = { 'content-type': 'multipart/form-data; boundary=wall' }

const goodPart = { disposition: 'name="img"; filename="card.jpg"', type: 'image/jpeg' }

/** As it should be done, but for what the test changes. */
export const upload = (
  fake: FakeWeChat,
  token: string,
  image: Buffer = card,
  part: Partial<FormPart> = {},
): Promise<Answered> =>
  call(fake, recognition, {
    query: { access_token: token },
    headers: formHeaders,
    body: form([{ ...goodPart, bytes: image, ...part }]),
  })

const credentials = (account: { readonly appId: string; readonly appSecret: string }) => ({
  grant_type: 'client_credential',
  appid: account.appId,
  secret: account.appSecret,
})

type Credentials = Partial<ReturnType<typeof credentials>>

export const askStable = (
  fake: FakeWeChat,
  changed: Credentials & { readonly force_refresh?: boolean } = {},
): Promise<Answered> =>
  call(fake, '/cgi-bin/stable_token', { json: { ...credentials(sampleAccount), ...changed } })

export const askClassic = (fake: FakeWeChat, changed: Credentials = {}): Promise<Answered> =>
  call(fake, '/cgi-bin/token', {
    method: 'GET',
    query: { ...credentials(sampleAccount), ...changed },
  })

export const stableToken = async (fake: FakeWeChat): Promise<string> =>
  String((await askStable(fake)).fields['access_token'])

export const classicToken = async (fake: FakeWeChat): Promise<string> =>
  String((await askClassic(fake)).fields['access_token'])
