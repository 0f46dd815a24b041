import type { FieldName } from '../../../core/license/field.ts'
import type { Account } from './accounts.ts'
import type { Answer } from './answer.ts'
import type { CloudFiles } from './cloud-files.ts'
import type { Platform } from './platform.ts'
import type { PublishedImages } from './published-images.ts'
import type { Arrived } from './request.ts'
import type { TokenBook } from './tokens.ts'

/** What WeChat reads on one card; fields may be missing or hold whatever a test wants. */
export type WeChatFields = { readonly [F in FieldName]?: string }

/** What is seen on an image that is not known by its hash. */
export type AnswerFor = (
  image: Buffer,
) => WeChatFields | undefined | Promise<WeChatFields | undefined>

/** What all rooms of the server share. */
export interface WeChat {
  readonly now: () => number
  /** The address from which requests seem to come. */
  readonly callerAddress: () => string
  /** By AppID. */
  readonly accounts: ReadonlyMap<string, Account>
  readonly tokens: TokenBook
  readonly platform: Platform
  readonly files: CloudFiles
  readonly published: PublishedImages
  /** By SHA-256 of the image in hex. */
  readonly answers: ReadonlyMap<string, WeChatFields>
  readonly answerFor: AnswerFor
  /** Such as `http://127.0.0.1:49152`. */
  readonly origin: () => string
}

export type Route = (request: Arrived, wechat: WeChat) => Answer | Promise<Answer>
