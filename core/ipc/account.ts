import { z } from 'zod'
import { failure } from '../license/failure.ts'
import { wechatAccount, wechatSecrets } from '../wechat/account.ts'
import { hold } from '../wechat/hold.ts'

/** What the window may know of a secret. */
const secretState = z.object({
  isSet: z.boolean(),
  /** Its last two characters, `''` when it is too short to show any. */
  ending: z.string(),
  /**
   * Why one that was entered has to be entered again: the system's key that opens it is gone, or it was entered for
   * another host; null where it is there or never was.
   */
  lostTo: z.enum(['key', 'host']).nullable(),
})

/** The calls of the account that pays, on this day in China. */
export const quotaNow = z.object({
  used: z.number().int().nonnegative(),
  limit: z.number().int().positive(),
  state: z.enum(['open', 'near', 'spent']),
})

/** The WeChat account as the window sees it: no secret is in it. */
export const accountView = z.object({
  account: wechatAccount,
  secrets: z.record(wechatSecrets.keyof(), secretState),
  /** Whether the system keeps secrets so that nobody else can open them. */
  hasRealKeyStore: z.boolean(),
  /** Where there is no such key store: whether secrets are kept all the same, or until the program ends. */
  keepsSecrets: z.boolean(),
  /** Whether the way to read that is set can be used; while it cannot, everything is read offline. */
  isReady: z.boolean(),
  quota: quotaNow,
  /** Why nothing is sent now; null where nothing is in the way. */
  hold: hold.nullable(),
})

/** The fields to change; the rest stay. A secret of `''` is cleared. */
export const accountChange = z.object({
  account: wechatAccount.partial().optional(),
  secrets: wechatSecrets.partial().optional(),
  keepsSecrets: z.boolean().optional(),
})

export const accountTest = z.discriminatedUnion('kind', [
  /** A token was given; WeChat's own count where it was asked for. */
  z.object({
    kind: z.literal('ok'),
    quota: z.object({ used: z.number(), limit: z.number(), remain: z.number() }).optional(),
  }),
  z.object({
    kind: z.literal('failed'),
    failure,
    /** This PC's public address, to be added to the account's IP list. */
    address: z.string().optional(),
  }),
])

export type SecretState = z.output<typeof secretState>
export type QuotaNow = z.output<typeof quotaNow>
export type AccountView = z.output<typeof accountView>
export type AccountChange = z.output<typeof accountChange>
export type AccountTest = z.output<typeof accountTest>
