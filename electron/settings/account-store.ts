import { z } from 'zod'
import type { AccountChange, AccountView, SecretState } from '../../core/ipc/account.ts'
import {
  emptyAccount,
  type SecretName,
  wechatAccount,
  type WeChatAccount,
  type WeChatSecrets,
  wechatSecrets,
} from '../../core/wechat/account.ts'
import type { WeChatSetting } from '../recognizers/wechat/open-wechat.ts'
import type { Keeper } from '../files/keeper.ts'
import type { Sealer } from '../vault/sealer.ts'
import { boundTo, hostsOf, secretIn } from './secret-hosts.ts'
import { soundFields } from './sound-fields.ts'

const secretNames = wechatSecrets.keyof().options

const keptAccount = z.object({
  account: z.unknown(),
  sealed: z.partialRecord(wechatSecrets.keyof(), z.string()),
  keepsSecrets: z.boolean(),
})
const nothingKept = { account: {}, sealed: {}, keepsSecrets: false }

/** What stands in the file. */
export type KeptAccount = z.output<typeof keptAccount>

/** The WeChat account; its secrets leave this only towards the hosts that they were entered for. */
export interface AccountStore {
  read(): WeChatSetting
  view(): Pick<AccountView, 'account' | 'secrets' | 'hasRealKeyStore' | 'keepsSecrets'>
  /**
   * Keeps the change, or throws and leaves everything as it was. A secret does not go along to another host: unless it is
   * entered with it, it is gone.
   */
  change(change: AccountChange): void
  /**
   * Keeps a merchant's new refresh token, unless the account is another merchant's or at another host by now; whoever
   * asked for it knows it already, so nobody is told.
   * @param asked the account as it was when the token was asked for
   */
  keepRefreshToken(asked: WeChatAccount, refreshToken: string): void
  /** Returns its unsubscribe. */
  onChange(listener: () => void): () => void
}

interface State {
  readonly account: WeChatAccount
  readonly secrets: WeChatSecrets
  /** Sealed and kept, but not to be opened any more. */
  readonly lost: KeptAccount['sealed']
  /** Entered for another host. */
  readonly elsewhere: ReadonlySet<SecretName>
  readonly keepsSecrets: boolean
}

export function createAccountStore(keeper: Keeper<KeptAccount>, sealer: Sealer): AccountStore {
  const listeners = new Set<() => void>()
  let state = load(keeper.load(), sealer)

  const keep = (next: State): void => {
    keeper.save({
      account: next.account,
      sealed: { ...next.lost, ...seal(next, sealer) },
      keepsSecrets: next.keepsSecrets,
    })
    state = next
  }

  return {
    read: () => ({ account: state.account, secrets: state.secrets }),
    view: () => ({
      account: state.account,
      secrets: eachSecret((name) => stateOf(name, state)),
      hasRealKeyStore: sealer.isReal(),
      keepsSecrets: state.keepsSecrets,
    }),
    change({ account = {}, secrets = {}, keepsSecrets = state.keepsSecrets }) {
      const next = wechatAccount.parse({ ...state.account, ...given(account) })
      const stays = (name: SecretName): boolean =>
        hostsOf(name, next) === hostsOf(name, state.account)
      const staying = eachSecret((name) => (stays(name) ? state.secrets[name] : ''))
      const left = secretNames.filter((name) => state.secrets[name] !== '' && !stays(name))
      const isNew = (name: string): boolean => name in secrets
      keep({
        account: next,
        secrets: wechatSecrets.parse({ ...staying, ...given(secrets) }),
        lost: Object.fromEntries(Object.entries(state.lost).filter(([name]) => !isNew(name))),
        elsewhere: new Set([...state.elsewhere, ...left].filter((name) => !isNew(name))),
        keepsSecrets,
      })
      for (const listener of listeners) listener()
    },
    keepRefreshToken(asked, refreshToken) {
      const { account } = state
      const isSame = account.authorizerAppId === asked.authorizerAppId
      if (!isSame || hostsOf('refreshToken', account) !== hostsOf('refreshToken', asked)) return
      keep({ ...state, secrets: { ...state.secrets, refreshToken } })
    },
    onChange(listener) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}

function load(found: unknown, sealer: Sealer): State {
  const { sealed, keepsSecrets, ...kept } = soundFields(keptAccount, nothingKept, found)
  const account = soundFields(wechatAccount, emptyAccount, kept.account)
  const lost: Partial<Record<SecretName, string>> = {}
  const elsewhere = new Set<SecretName>()
  const secrets = eachSecret((name) => {
    const text = sealed[name]
    if (text === undefined) return ''
    try {
      const secret = secretIn(sealer.open(text), hostsOf(name, account))
      if (secret === '') elsewhere.add(name)
      return secret
    } catch {
      lost[name] = text
      return ''
    }
  })
  return { account, secrets, lost, elsewhere, keepsSecrets }
}

function seal({ account, secrets, keepsSecrets }: State, sealer: Sealer): KeptAccount['sealed'] {
  const names = secretNames.filter((name) => secrets[name] !== '')
  if (names.length === 0 || !(keepsSecrets || sealer.isReal())) return {}
  return Object.fromEntries(
    names.map((name) => [name, sealer.seal(boundTo(hostsOf(name, account), secrets[name]))]),
  )
}

/** Of a shorter secret even two characters would tell too much. */
const longEnough = 8

function stateOf(name: SecretName, state: State): SecretState {
  const secret = state.secrets[name]
  return {
    isSet: secret !== '',
    ending: secret.length < longEnough ? '' : secret.slice(-2),
    lostTo: secret === '' ? lostTo(name, state) : null,
  }
}

function lostTo(name: SecretName, { lost, elsewhere }: State): SecretState['lostTo'] {
  if (lost[name] !== undefined) return 'key'
  return elsewhere.has(name) ? 'host' : null
}

const eachSecret = <Value>(make: (name: SecretName) => Value): Record<SecretName, Value> => ({
  appSecret: make('appSecret'),
  componentAppSecret: make('componentAppSecret'),
  componentTicket: make('componentTicket'),
  refreshToken: make('refreshToken'),
  serviceKey: make('serviceKey'),
})

/** Without what is not given: `undefined` changes nothing. */
const given = (fields: object): object =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
