import { randomBytes } from 'node:crypto'
import { errmsgs } from './errmsgs.ts'

/** What a room answers, and what the ledger notes about it. */
export interface Answer {
  readonly status: number
  readonly type: string
  readonly body: string
  /** For the ledger. */
  readonly answered: string
  readonly charged: boolean
  /** Where the request itself does not show it: AppID. */
  readonly account?: string
  /** Where the request itself does not carry the image. */
  readonly imageHash?: string
}

type Facts = Partial<Pick<Answer, 'charged' | 'account' | 'imageHash'>>

export const jsonType = 'application/json; encoding=utf-8'

export const succeed = (fields: object, facts: Facts = {}): Answer => ({
  status: 200,
  type: jsonType,
  body: JSON.stringify(fields),
  answered: 'ok',
  charged: false,
  ...facts,
})

export const refuse = (errcode: number, errmsg = errmsgs[errcode], facts: Facts = {}): Answer => ({
  status: 200,
  type: jsonType,
  body: JSON.stringify({ errcode, errmsg: withRid(errmsg ?? 'unknown error') }),
  answered: `errcode ${errcode}`,
  charged: false,
  ...facts,
})

export const plain = (status: number, type: string, body: string): Answer => ({
  status,
  type,
  body,
  answered: `http ${status}`,
  charged: false,
})

const word = (): string => randomBytes(4).toString('hex')

export const withRid = (errmsg: string): string => `${errmsg} rid: ${word()}-${word()}-${word()}`
